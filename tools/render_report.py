"""Draw the pictures of the report that the documentation shows: the demo file, the main job, Chromium.

    python tools/render_report.py [--width 1200] [--height 1366] [--language en] [--dark] [--out docs/images/report.png]
    python tools/render_report.py --section closest --height 1110 --out docs/images/closest.png

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
from contactbase.model.text import Language
from contactbase.reporting import Figures, report_html
from contactbase.reporting.closest import closest
from contactbase.reporting.markup import element
from contactbase.reporting.shell import page as page_of

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


def section(figures: Figures, language: Language) -> str:
    """Give a page of the closest calls alone."""
    return page_of("contactbase", element("main", closest(figures, language), class_="cb"), language=language)


def page(folder: Path, language: Language, *, alone: bool) -> Path:
    """Run the main job on the demo file and write its report, or its closest calls alone, into a folder."""
    file = folder / "clients.csv"
    file.write_bytes(demo_bytes())
    result = cb.run(file, out=folder / "clean", as_of=DEMO_DAY)
    drawn = folder / "report.html"
    text = section(result.figures, language) if alone else report_html(result.figures, language=language)
    drawn.write_text(text, encoding="utf-8")
    return drawn


def main() -> None:
    """Draw the picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--width", type=int, default=1200)
    parser.add_argument("--height", type=int, default=1366)
    parser.add_argument("--language", choices=("en", "fr"), default="en")
    parser.add_argument("--section", choices=("closest",), help="draw this part alone")
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
            page(folder, options.language, alone=options.section is not None).as_uri(),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    print(f"{options.out} ({options.out.stat().st_size // 1024} kB)")


if __name__ == "__main__":
    main()
