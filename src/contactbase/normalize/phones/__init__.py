"""How `contactbase.normalize.phone` reads a cell, one step per module; nothing here is public."""
