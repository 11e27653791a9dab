"""The report as Chromium lays it out: nothing is wider than the screen, by day and by night."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from contactbase.reporting.figures import Figures
from contactbase.reporting.html import report_fragment, report_html
from reporting.sample_figures import hostile, sample

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --hide-scrollbars"
).split()
WIDTHS = (320, 360, 390, 768, 1200)

MEASURE = """
<script>
addEventListener("load", () => {
  const measured = [...document.querySelectorAll("iframe")].map(frame => {
    const page = frame.contentDocument, main = page.querySelector(".cb");
    const beyond = [...main.querySelectorAll("*")].filter(part => {
      const box = part.getBoundingClientRect();
      return box.width > 1 && box.right > frame.clientWidth + 1;
    });
    const box = part => part.getBoundingClientRect();
    const spilt = [...main.querySelectorAll(".card")].flatMap(card =>
      [...card.querySelectorAll("*")].filter(part => box(part).width > 1 && box(part).right > box(card).right + 1));
    const steps = [...main.querySelectorAll("table.steps")].map(table =>
      [...table.querySelectorAll("tbody tr, tfoot tr")].map(row => ({
        bar: box(row.querySelector("rect")), cell: box(row.querySelector("td.bars")),
        leads: [...row.querySelectorAll("line.lead")].map(box),
      })));
    const loose = steps.flatMap(rows => rows.slice(1).filter((row, place) => {
      const above = rows[place].leads.at(-1), below = row.leads[0];
      return Math.abs(above.left - below.left) > 1 || Math.abs(above.bottom - below.top) > 1.5;
    }));
    const outside = steps.flat().filter(({bar, cell}) => bar.left < cell.left || bar.right > cell.right + 1);
    return {
      spilt: spilt.slice(0, 3).map(part => part.tagName + "." + part.className),
      steps: steps.flat().length,
      loose: loose.length,
      outside: outside.length,
      high_bars: steps.flat().filter(({bar}) => Math.abs(bar.height - 12) > 2).length,
      width: frame.clientWidth,
      wide: page.documentElement.scrollWidth,
      high: page.documentElement.scrollHeight,
      scripts: page.scripts.length + (window.broken || 0),
      beyond: beyond.slice(0, 3).map(part => part.tagName + "." + part.className),
      ground: getComputedStyle(main).backgroundColor,
    };
  });
  document.body.textContent = JSON.stringify(measured);
});
</script>
"""

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")


def measured(folder: Path, pages: dict[str, str], *flags: str) -> list[dict[str, object]]:
    """Lay each page out at each width in a frame of a page of our own, and give what was measured."""
    frames = "".join(
        f'<iframe style="width:{width}px;height:600px;border:0" srcdoc="{html.escape(page)}"></iframe>'
        for page in pages.values()
        for width in WIDTHS
    )
    path = folder / "frames.html"
    path.write_text(f"<!doctype html><meta charset=utf-8><body>{frames}{MEASURE}", encoding="utf-8")
    command = [str(CHROMIUM), *FLAGS, *flags, f"--user-data-dir={folder / 'profile'}", "--dump-dom", path.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False)
    found = re.search(r"<body[^>]*>(\[.*\])</body>", done.stdout, re.DOTALL)
    assert found, done.stderr[-2000:]
    results: list[dict[str, object]] = json.loads(html.unescape(found.group(1)))
    return results


@pytest.fixture(scope="module")
def layouts(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, object]]:
    pages = {
        f"{name} {language}": report_html(figures, language=language)
        for name, figures in (("sample", sample()), ("hostile", hostile()), ("empty", Figures(rows_read=0, contacts=0)))
        for language in ("en", "fr")
    }
    pages["fragment"] = f"<!doctype html><body style='margin:0'>{report_fragment(sample())}"
    return measured(tmp_path_factory.mktemp("chromium"), pages)


def test_nothing_is_wider_than_the_screen(layouts: list[dict[str, object]]) -> None:
    assert len(layouts) == 7 * len(WIDTHS)
    for layout in layouts:
        assert layout["beyond"] == [], layout
        assert layout["wide"] == layout["width"], layout


def test_nothing_is_wider_than_its_card(layouts: list[dict[str, object]]) -> None:
    assert [layout for layout in layouts if layout["spilt"]] == []


def test_the_bars_of_a_waterfall_hang_together_from_row_to_row(layouts: list[dict[str, object]]) -> None:
    assert sum(int(str(layout["steps"])) for layout in layouts) > 100
    for layout in layouts:
        assert (layout["loose"], layout["outside"], layout["high_bars"]) == (0, 0, 0), layout


def test_the_page_is_drawn_and_runs_no_script(layouts: list[dict[str, object]]) -> None:
    assert all(int(str(layout["high"])) > 900 for layout in layouts)
    assert all(layout["scripts"] == 0 for layout in layouts)


def test_the_page_is_dark_where_the_reader_wants_it_dark(layouts: list[dict[str, object]], tmp_path: Path) -> None:
    dark = measured(tmp_path, {"sample": report_html(sample())}, "--blink-settings=preferredColorScheme=0")
    assert {layout["ground"] for layout in layouts} == {"rgb(246, 245, 241)"}
    assert {layout["ground"] for layout in dark} == {"rgb(19, 22, 26)"}
