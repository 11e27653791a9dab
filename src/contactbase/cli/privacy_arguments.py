"""The words of the commands of suppression and rights: suppress, access, erase, audit."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import Any

from contactbase.cli.days import day, moment

__all__ = ["add_privacy_commands"]

_Command = Callable[[Any, str, str, Sequence[str]], argparse.ArgumentParser]
_Options = Callable[[argparse.ArgumentParser], None]


def add_privacy_commands(commands: Any, command: _Command, reading: _Options) -> None:
    """Add the four commands; `command` makes the parser of one, `reading` adds the options of reading a file."""
    for add in (_suppress, _access):
        reading(add(commands, command))
    for add in (_erase, _audit):
        add(commands, command)


def _keys(made: argparse.ArgumentParser) -> argparse.ArgumentParser:
    made.add_argument(
        "--key-file",
        metavar="FILE",
        help="file of keys, the active one first (also: CONTACTBASE_KEY_FILE, or CONTACTBASE_KEYS)",
    )
    made.add_argument("--dry-run", action="store_true", help="do everything but write")
    return made


def _suppress(commands: Any, command: _Command) -> argparse.ArgumentParser:
    made = command(
        commands,
        "suppress",
        "keep the list of people to leave alone, as keyed fingerprints",
        [
            "suppress stops.jsonl --key-file keys.txt --add unsubscribed.csv --on 2026-11-22",
            "suppress stops.jsonl --key-file keys.txt --scrub new-clients.csv --out may-come-in.csv",
        ],
    )
    made.add_argument("list", metavar="LIST", help="the suppression list (made by the first --add)")
    made.add_argument("--add", metavar="FILE", help="add an export, a plain list (also: -), or hashes with --hashes")
    made.add_argument("--scrub", metavar="FILE", help="write the contacts of a client file that may come in")
    made.add_argument("--lift", metavar="FILE", help="lift the addresses of a list (also: -), with --cause and --on")
    made.add_argument("--check", metavar="FILE", help="say which addresses of a list (also: -) stand on it; 1 if any")
    made.add_argument("--rekey", metavar="FILE", help="put what a client file or folder holds under the active key")
    made.add_argument(
        "--kind", choices=["sms", "email", "phone"], help="what the addresses are (default: by their look)"
    )
    made.add_argument("--plain", action="store_true", help="the file is a plain list, one address a line")
    made.add_argument(
        "--hashes", choices=["tagged", "md5", "sha1", "sha256", "sha512"], help="the file is a list of hashes"
    )
    made.add_argument(
        "--stop-layout", choices=["mautic", "odoo", "mailtrain", "generic"], help="layout (default: recognized)"
    )
    made.add_argument(
        "--reason",
        choices=["optout", "complaint", "hard_bounce", "erasure", "legal", "manual", "shared_address"],
        default="optout",
        help="why, where the file does not say (default: optout)",
    )
    made.add_argument("--on", type=day, metavar="DATE", help="the day of the word (default: unknown, newer than all)")
    made.add_argument("--brand", help="forbid one brand only (default: all)")
    made.add_argument(
        "--purpose",
        choices=["marketing", "service", "transactional", "safety", "tracking", "statistics"],
        help="forbid one purpose only (default: all but safety)",
    )
    made.add_argument("--source", default="", help="where the words come from (no address)")
    made.add_argument(
        "--cause", choices=["start", "grant", "new_collection", "verification", "by_hand"], help="why it is lifted"
    )
    made.add_argument("--proof", default="", help="the proof of a lift (no address)")
    made.add_argument("--note", default="", help="the reason of a lift by hand (no address)")
    made.add_argument("--channel", choices=["sms", "email", "phone", "post"], help="scrub for one channel only")
    made.add_argument("--out", metavar="FILE", help="write scrubbed contacts there (default: standard output)")
    return _keys(made)


def _access(commands: Any, command: _Command) -> argparse.ArgumentParser:
    made = command(
        commands,
        "access",
        "answer a request for access: everything held of one contact",
        ["access clean/ c-17 --format html --lang fr --out answer.html", "access clean/ c-17 --portable"],
    )
    made.add_argument("file", metavar="FILE|DIR", help="a folder of results, or a client file")
    made.add_argument("id", metavar="ID", help="the contact")
    made.add_argument("--portable", action="store_true", help="only what the person provided (art. 20)")
    made.add_argument("--format", choices=["text", "json", "html"], default="text")
    made.add_argument("--policy", metavar="NAME", default="FR", help="policy of the retention deadlines (default: FR)")
    made.add_argument("--suppression", metavar="LIST", help="suppression list to look into")
    made.add_argument("--out", metavar="FILE", help="write there (default: standard output)")
    return _keys(made)


def _erase(commands: Any, command: _Command) -> argparse.ArgumentParser:
    made = command(
        commands,
        "erase",
        "erase people from a folder of results: suppression first, then everything no other reason covers",
        [
            "erase clean/ --id c-17 --suppression stops.jsonl --log erasures.jsonl --key-file keys.txt",
            "erase restored/ --replay --suppression stops.jsonl --log erasures.jsonl --key-file keys.txt",
        ],
    )
    made.add_argument("folder", metavar="DIR", help="a folder of results")
    made.add_argument("--id", action="append", default=[], dest="ids", metavar="ID", help="a contact (may be repeated)")
    made.add_argument("--replay", action="store_true", help="erase again who stands in the log")
    made.add_argument(
        "--suppression", metavar="LIST", required=True, help="the suppression list (made if there is none)"
    )
    made.add_argument("--log", metavar="FILE", required=True, help="the log of erasures, for restored backups")
    made.add_argument(
        "--policy", metavar="NAME", default="FR", help="policy whose rules keep a part; none (default: FR)"
    )
    made.add_argument("--audit", metavar="FILE", help="audit journal to add to")
    made.add_argument("--actor", default="contactbase erase", help="who erases, in the audit journal (no address)")
    made.add_argument("--source", default="", help="why, on the suppression list (no address)")
    made.add_argument("--as-of", type=day, metavar="DATE", help="the day of the erasure (default: today)")
    return _keys(made)


def _audit(commands: Any, command: _Command) -> argparse.ArgumentParser:
    made = command(
        commands,
        "audit",
        "check an audit journal, or add an entry to it",
        ["audit audit.jsonl --key-file keys.txt", "audit audit.jsonl --anchor 17:9f2c…"],
    )
    made.add_argument("file", metavar="FILE", help="the journal; with keys, every entry must be sealed by one of them")
    made.add_argument("--anchor", metavar="COUNT:HASH", help="an earlier head, which must still be there")
    made.add_argument("--add", metavar="ACTION", help="add an entry, such as consent.withdrawn")
    made.add_argument("--subject", metavar="ID", help="the contact, written as a keyed reference")
    made.add_argument("--actor", metavar="NAME", help="who did it (no address)")
    made.add_argument("--at", type=moment, metavar="DATETIME", help="when, with a zone (default: now)")
    return _keys(made)
