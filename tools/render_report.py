"""Draw the picture of the report that the README shows: the demo file through the main job, then through Chromium.

    python tools/render_report.py [--width 1200] [--height 1366] [--language en] [--dark] [--out docs/images/report.png]

Needs a Chromium on the machine. The same rows give the same figures; only the fonts of the machine differ.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import tempfile
from pathlib import Path

import contactbase as cb
from contactbase.cli.demo_file import demo_bytes
from contactbase.cli.demo_people import DEMO_DAY
from contactbase.reporting import report_html

HERE = Path(__file__).resolve().parent.parent
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --hide-scrollbars"
).split()


def chromium() -> str:
    """Find the browser."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        raise SystemExit("There is no Chromium on this machine; install one and call this again.")
    return found


def page(folder: Path, language: str) -> Path:
    """Run the main job on the demo file and write its report into a folder."""
    file = folder / "clients.csv"
    file.write_bytes(demo_bytes())
    result = cb.run(file, out=folder / "clean", as_of=DEMO_DAY)
    drawn = folder / "report.html"
    drawn.write_text(report_html(result.figures, language="fr" if language == "fr" else "en"), encoding="utf-8")
    return drawn


def main() -> None:
    """Draw the picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--width", type=int, default=1200)
    parser.add_argument("--height", type=int, default=1366)
    parser.add_argument("--language", choices=("en", "fr"), default="en")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--out", type=Path, default=HERE / "docs" / "images" / "report.png")
    options = parser.parse_args()
    options.out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        command = [
            chromium(),
            *FLAGS,
            *(["--blink-settings=preferredColorScheme=0"] if options.dark else []),
            f"--user-data-dir={folder / 'profile'}",
            f"--window-size={options.width},{options.height}",
            f"--screenshot={options.out.resolve()}",
            page(folder, options.language).as_uri(),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    print(f"{options.out} ({options.out.stat().st_size // 1024} kB)")


if __name__ == "__main__":
    main()
