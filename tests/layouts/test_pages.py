"""The generated documentation has a page per layout, with everything that the layout knows."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from contactbase.layouts.catalog import LAYOUTS
from contactbase.layouts.layout import Layout
from contactbase.layouts.orders.catalog import ORDER_LAYOUTS
from contactbase.layouts.orders.layout import OrderLayout

GENERATE = Path(__file__).resolve().parents[2] / "docs" / "generate.py"


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", GENERATE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_the_page_of_a_layout_has_its_headers_codes_and_sources(generate: ModuleType, layout: Layout) -> None:
    page = dict(generate.pages())[f"layouts/{layout.name}.md"]
    for header, field in layout.columns.items():
        assert f"| {header} | `{field}` |" in page if field else f"`{header}`" in page
    for field in [*layout.codes, *layout.constants, *layout.joined]:
        assert f"`{field}`" in page
    assert all(str(citation) in page for citation in layout.sources)
    assert layout.unverified is None or layout.unverified.fr in page


@pytest.mark.parametrize("layout", ORDER_LAYOUTS.values(), ids=ORDER_LAYOUTS.keys())
def test_the_page_of_a_layout_of_orders_has_its_headers_words_and_sources(
    generate: ModuleType, layout: OrderLayout
) -> None:
    page = dict(generate.pages())[f"layouts/{layout.name}.md"]
    for word, meaning in (*layout.columns.items(), *layout.statuses.items(), *layout.kinds.items()):
        assert f"| {word} | `{meaning}` |" in page
    assert all(str(citation) in page for citation in layout.sources)
    assert layout.unverified is None or layout.unverified.fr in page


def test_every_page_of_a_layout_is_in_the_index(generate: ModuleType) -> None:
    index = dict(generate.pages())["layouts/index.md"]
    assert all(f"[{name}]({name}.md)" in index for name in (*LAYOUTS, *ORDER_LAYOUTS))
