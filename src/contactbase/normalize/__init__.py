"""Text to normal form, one field per module: floor 3.

>>> from contactbase.normalize import phone, Hints
>>> phone.normalize("06 12 34 56 78", Hints(region="FR")).findings
()
"""

from contactbase.model.hints import DateOrder, Hints
from contactbase.normalize.normalized import Normalized

__all__ = ["DateOrder", "Hints", "Normalized"]
