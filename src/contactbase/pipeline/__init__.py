"""Reading into records and the main job as one function: floor 7."""
