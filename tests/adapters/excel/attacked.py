"""Read a hostile file in a process of its own, and print the answer and the most memory that it took, in MB."""

from __future__ import annotations

import resource
import sys

from contactbase.adapters.catalog import open_table
from contactbase.errors import ContactBaseError

if __name__ == "__main__":
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    try:
        rows = sum(1 for _ in open_table(sys.argv[1], engine=sys.argv[2] or None).value.rows())
        print(f"{rows} rows")
    except ContactBaseError as error:
        print(error)
    print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
