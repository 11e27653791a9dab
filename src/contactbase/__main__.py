"""`python -m contactbase`: the command line."""

from contactbase.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
