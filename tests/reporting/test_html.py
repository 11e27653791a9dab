"""The report is one page that loads nothing, whatever stands in it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import attrs
import hypothesis
import pytest
from hypothesis import strategies as st

from contactbase.model.enums import Severity
from contactbase.model.journal import finding
from contactbase.model.text import Language
from contactbase.reporting.figures import FigureCounter, Figures
from contactbase.reporting.html import report_fragment, report_html
from contactbase.reporting.hygiene import CodeFigure
from contactbase.reporting.markup import Html, element
from contactbase.reporting.report import Report
from contactbase.reporting.style import STYLE
from contactbase.reporting.wording import say
from reporting.sample_figures import HOSTILE, hostile, place, sample

LANGUAGES: tuple[Language, ...] = ("en", "fr")
EMPTY = Figures(rows_read=0, contacts=0)
SECTIONS = "accounting reach first aside completeness duplicates closest retention all reading provenance".split()
VOID = {"meta", "br"}


class Page(HTMLParser):
    """Reads a page strictly: every element is closed, in order."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.words.append(data)

    @property
    def text(self) -> str:
        return re.sub(r"[ \n]+", " ", "".join(self.words))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [given for name, given in self.tags if name == tag]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("figures", [sample(), hostile(), EMPTY], ids=["sample", "hostile", "empty"])
def test_the_page_is_well_formed_and_loads_and_runs_nothing(figures: Figures, language: Language) -> None:
    page = Page(report_html(figures, language=language))
    names = {name for name, _ in page.tags}
    assert not names & {
        "script",
        "img",
        "iframe",
        "link",
        "object",
        "embed",
        "form",
        "base",
        "video",
        "audio",
        "image",
        "use",
    }
    for _, given in page.tags:
        assert not any(
            name.startswith("on") or name in {"src", "srcset", "style", "action", "xlink:href"} for name in given
        )
    assert all(str(link["href"]).startswith("https://") for link in page.all("a"))
    assert page.all("html")[0]["lang"] == language
    assert any(given.get("name") == "viewport" for given in page.all("meta"))
    assert not re.search(r"url\(|@import|expression\(", STYLE)


def test_hostile_values_stand_as_text() -> None:
    text = report_html(hostile())
    assert "<script>" not in text
    assert "<img" not in text
    assert "javascript:alert" in Page(text).text
    assert HOSTILE in Page(text).text
    assert text.encode()
    assert "\x00" not in text
    assert "\u202e" not in text


@hypothesis.given(st.text(st.characters(codec=None)))
def test_no_text_becomes_markup(text: str) -> None:
    drawn = element("p", text, title=text)
    page = Page(drawn)
    assert [name for name, _ in page.tags] == ["p"]
    assert drawn.encode()


@hypothesis.given(st.text(st.characters(codec=None), max_size=60), st.text(st.characters(codec=None), max_size=60))
def test_no_column_and_no_cell_becomes_markup(column: str, cell: str) -> None:
    counter = FigureCounter()
    counter.example("phone.too-short", cell, place(1, column, file=column))
    counter.entry(finding("phone.too-short", source=place(1, column, file=column), digits=9))
    clean, dirty = Page(report_html(counter.figures(rows_read=0, as_of=None))), {"script", "img", "a"}
    assert not {name for name, _ in clean.tags} & dirty


def test_markup_stays_markup_only_when_it_says_so() -> None:
    assert element("p", Html("<b>x</b>"), "<b>x</b>") == "<p><b>x</b>&lt;b&gt;x&lt;/b&gt;</p>"


@pytest.mark.parametrize(("language", "rows"), [("en", "rows in"), ("fr", "lignes lues")])
def test_the_page_says_what_went_in_and_what_came_out(language: Language, rows: str) -> None:
    figures = attrs.evolve(sample(), rows_read=12345, contacts=12345 - sample().rows_read + sample().contacts)
    text = Page(report_html(figures, language=language)).text
    assert rows in text
    assert ("12,345" if language == "en" else "12\u202f345") in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_has_its_heading_and_every_table_its_caption(language: Language) -> None:
    page = Page(report_html(sample(), language=language))
    for key in SECTIONS:
        assert say(key, language) in page.text
    assert len(page.all("h1")) == 1
    assert len(page.all("caption")) == len(page.all("table")) > 5
    assert all("scope" in given for given in page.all("th"))
    assert all(given.get("aria-label") or given.get("aria-hidden") for given in page.all("svg"))


def test_an_example_names_its_row_its_column_and_its_masked_cell() -> None:
    text = Page(report_html(sample())).text
    assert "06 •• •• •• 1" in text
    assert "Portable" in text
    assert "line 4" in text
    assert "00 12 34" not in text


def test_rows_that_do_not_add_up_are_an_alarm() -> None:
    wrong = attrs.evolve(sample(), rows_read=sample().rows_read + 3)
    assert any(given.get("role") == "alert" for _, given in Page(report_html(wrong)).tags)
    assert not any(given.get("role") == "alert" for _, given in Page(report_html(sample())).tags)
    assert "3 rows are not accounted for" in str(Report(wrong))


@pytest.mark.parametrize(("language", "words"), [("en", "no legal advice"), ("fr", "non un conseil juridique")])
def test_retention_cites_its_sources_and_is_no_legal_advice(language: Language, words: str) -> None:
    page = Page(report_html(sample(), language=language))
    assert words in page.text
    assert "CNIL" in page.text
    assert {str(given["href"]) for given in page.all("a")} == {"https://www.cnil.fr/"}


def test_doubts_come_first_where_there_is_no_error() -> None:
    doubt = CodeFigure(code="name.digits", severity=Severity.WARNING, count=4)
    text = Page(report_html(attrs.evolve(sample(), findings=(doubt,)))).text
    assert "No cell was refused" in text
    assert "no error and no doubt" in Page(report_html(EMPTY)).text


def test_a_part_for_a_notebook_changes_nothing_around_it() -> None:
    part = report_fragment(sample())
    Page(part)
    assert not re.search(r"<(html|body|head|title|meta)\b", re.sub(r"<svg.*?</svg>", "", part))
    selectors = re.findall(r"^\s*([^@{}\n]+)\{", STYLE, re.MULTILINE)
    for selector in selectors:
        assert all(one.strip().startswith(".cb") for one in selector.split(",")), selector


def test_a_report_shows_itself_gives_its_page_and_prints() -> None:
    report = Report(sample(), "fr")
    assert report._repr_html_() == report_fragment(sample(), language="fr")
    assert report.to_html() == report_html(sample(), language="fr")
    assert "Numéro trop court" in str(report)
    assert "clients.csv" not in repr(report)


def test_a_sentence_that_the_catalogue_changed_since_falls_back_to_its_code() -> None:
    old = attrs.evolve(sample().notes[0], details=())
    assert old.code in Page(report_html(attrs.evolve(sample(), notes=(old,)))).text


def _variables(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6})", block))


def _light(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_light(one), _light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_contrast_enough_in_both_schemes(scheme: str) -> None:
    light, dark = STYLE.split("@media screen and (prefers-color-scheme: dark)")[:2]
    colours = _variables(light) if scheme == "light" else _variables(dark.split("\n}")[0])
    for ground in ("page", "card"):
        for text in ("text", "quiet", "error", "warning", "info", "contacts"):
            assert _contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
    for severity in ("error", "warning", "info"):
        assert _contrast(colours[severity], colours[f"{severity}-soft"]) >= 4.5, severity
    assert _contrast(colours["text"], colours["warning-soft"]) >= 4.5
    assert _contrast(colours["text"], colours["soft"]) >= 4.5
    for part in ("contacts", "merged", "removed", "rejected"):
        assert _contrast(colours[part], colours["card"]) >= 2.5, part
