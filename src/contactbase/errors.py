"""What a wrong program raises: one base and a few leaves.

Bad *data* never raises; it becomes a finding or a rejection in the journal. These errors are for a wrong
argument, a file that cannot be read at all, a segment or policy that makes no sense. Each says what to do.

>>> try:
...     raise MissingExtra("text", "ftfy")
... except ContactBaseError as error:
...     print(error)
This needs the package ftfy. Install it with: pip install "contactbase[text]"
"""

from __future__ import annotations

from typing import Final

__all__ = [
    "ContactBaseError",
    "MessageError",
    "MissingExtra",
    "PolicyError",
    "PrivacyError",
    "ReadError",
    "SegmentError",
    "WriteError",
]


class ContactBaseError(Exception):
    """The base of every error of this library."""


class MessageError(ContactBaseError):
    """A message template, or a setting of a campaign, that makes no sense."""


class ReadError(ContactBaseError):
    """A file that cannot be read at all: missing, empty, binary, in another encoding than the one given."""


class WriteError(ContactBaseError):
    """A file that cannot be written, or must not be: the input itself, a folder that is not ours."""


class PolicyError(ContactBaseError):
    """A policy that contradicts itself or names what does not exist."""


class PrivacyError(ContactBaseError):
    """A key, a suppression list or an audit journal that cannot be trusted: a short key, one that is missing."""


class SegmentError(ContactBaseError):
    """A segment text that is no segment; `diagnostics` holds every problem found, not only the first."""

    def __init__(self, message: str, diagnostics: tuple[object, ...] = ()) -> None:
        """Keep the rendered message and the diagnostics it was made from."""
        super().__init__(message)
        self.diagnostics: Final = diagnostics


class MissingExtra(ContactBaseError):  # noqa: N818 - the public name of API.md
    """An optional package is missing; the message names the command that installs it."""

    def __init__(self, extra: str, package: str) -> None:
        """Name the extra of this library and the package it brings."""
        super().__init__(f'This needs the package {package}. Install it with: pip install "contactbase[{extra}]"')
        self.extra: Final = extra
        self.package: Final = package
