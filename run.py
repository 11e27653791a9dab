"""The two commands of the README, for a machine with nothing but Python 3.11 or later.

    python3 run.py demo     sets up and runs the main job on a made-up dirty file
    python3 run.py test     sets up and passes the tests

Both install into a virtual environment beside this file (`.venv`, or the folder given with --env).
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main() -> int:
    """Set up the environment and run what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("job", choices=["demo", "test", "check"], help="demo, test, or check (lint, types, docs)")
    parser.add_argument("--env", type=Path, default=HERE / ".venv", help="folder of the virtual environment")
    parser.add_argument("arguments", nargs="*", help="passed on to pytest (after --)")
    options = parser.parse_args()
    python = environment(options.env)
    if options.job == "demo":
        install(python, ".[all]")
        return demo(python)
    if options.job == "test":
        install(python, ".[test]")
        return call(python, "-m", "pytest", "-q", "-n", str(min(os.cpu_count() or 1, 4)), *options.arguments)
    install(python, ".[test,lint,docs]")
    return call(python, HERE / "tools" / "check.py")


def environment(folder: Path) -> Path:
    """Make the virtual environment unless it is there; give its Python."""
    if sys.version_info < (3, 11):  # noqa: UP036 - the sentence is for those who have an older one
        raise SystemExit(f"contactbase needs Python 3.11 or later; this is {sys.version.split()[0]}.")
    if not (folder / "pyvenv.cfg").exists():
        venv.create(folder, with_pip=True)
    scripts = "Scripts" if os.name == "nt" else "bin"
    return folder / scripts / ("python.exe" if os.name == "nt" else "python")


def install(python: Path, what: str) -> None:
    """Install the project with some of its extras, quietly."""
    command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--editable", what]
    subprocess.run(command, cwd=HERE, check=True)


def call(*command: object) -> int:
    """Run a command here and give its exit code."""
    return subprocess.run([str(part) for part in command], cwd=HERE, check=False).returncode


def demo(python: Path) -> int:
    """Write the sample, clean it, and say where to look."""
    program = [python, "-m", "contactbase"]
    code = call(*program, "demo", "demo") or call(
        *program, "clean", "demo/clients.csv", "--out", "demo/clean", "--as-of", "2026-11-22"
    )
    if not code:
        sys.stdout.write("\nOpen demo/clean/report.html to see what was found.\n")
    return code


if __name__ == "__main__":
    raise SystemExit(main())
