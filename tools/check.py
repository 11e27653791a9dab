"""Everything that is checked beside the tests: style, types, floors, doctests, documentation, wheel.

    python tools/check.py

Runs in the environment that calls it; exits with 1 when any of the checks fails, after all have run.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from time import monotonic

HERE = Path(__file__).resolve().parent.parent
PYTHON = sys.executable


def run(name: str, *command: object, cwd: Path = HERE) -> bool:
    """Run one check and say how it went, and how long it took."""
    sys.stdout.write(f"== {name}\n")
    sys.stdout.flush()
    environment = os.environ | {"PYTHONWARNINGS": "error::SyntaxWarning"}
    started = monotonic()
    done = subprocess.run([str(part) for part in command], cwd=cwd, check=False, env=environment)
    sys.stdout.write(f"   {name}: {monotonic() - started:.0f} s\n")
    if done.returncode:
        sys.stdout.write(f"!! {name} failed\n")
    return done.returncode == 0


def doctests() -> bool:
    """Run the examples of the modules and of the pages."""
    return run(
        "doctests",
        PYTHON,
        "-m",
        "pytest",
        "-q",
        "--doctest-modules",
        "--doctest-glob=*.md",
        "-o",
        "addopts=--import-mode=importlib",
        "src",
        "README.md",
        "docs",
    )


def wheel() -> bool:
    """Build the wheel, install it alone into a new environment, and use it."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        if not run("build", PYTHON, "-m", "build", "--outdir", place / "dist", HERE):
            return False
        (built,) = (place / "dist").glob("*.whl")
        venv.create(place / "env", with_pip=True)
        python = place / "env" / ("Scripts" if os.name == "nt" else "bin") / "python"
        quiet = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check", built)
        return (
            run("install the wheel", python, *quiet)
            and run("demo from the wheel", python, "-m", "contactbase", "demo", place / "demo")
            and run(
                "main job from the wheel",
                *(python, "-m", "contactbase", "clean", place / "demo" / "clients.csv"),
                *("--out", place / "clean", "--as-of", "2026-11-22", "--quiet"),
                cwd=place,
            )
        )


def main() -> int:
    """Run every check; the exit code is that of the worst."""
    checks = [
        run("style", PYTHON, "-m", "ruff", "check", "."),
        run("format", PYTHON, "-m", "ruff", "format", "--check", "."),
        run("types", PYTHON, "-m", "mypy"),
        run("floors", Path(PYTHON).parent / "lint-imports"),
        doctests(),
        run("docs", PYTHON, "-m", "sphinx", "-q", "-W", "-b", "html", "docs", "docs/_build/html"),
        wheel(),
    ]
    return 0 if all(checks) else 1


if __name__ == "__main__":
    raise SystemExit(main())
