"""How the documentation is built: Sphinx, MyST, furo. The pages of codes and fields are generated first."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import generate  # noqa: E402 - it stands beside this file

generate.write(HERE)

project = "contactbase"
copyright = "2026, the contactbase authors"  # noqa: A001 - the name Sphinx reads
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "contactbase"
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
autodoc_typehints = "signature"
autodoc_member_order = "bysource"
suppress_warnings = ["myst.header", "ref.python", "misc.highlighting_failure"]
nitpicky = False

SIDEBARS: dict[tuple[object, ...], str] = {}


def _one_sidebar(_app: object, name: str, _template: str, context: dict[str, Any], _tree: object) -> None:
    """Draw the sidebar once for the generated pages of a folder: they stand in no table of contents, so it is one."""
    draw = context.get("toctree")
    if draw is None or "orphan" not in (context.get("meta") or {}):
        return

    def drawn(**options: object) -> str:
        key = (name.rpartition("/")[0], *sorted(options.items()))
        if key not in SIDEBARS:
            SIDEBARS[key] = draw(**options)
        return SIDEBARS[key]

    context["toctree"] = drawn


def setup(app: Any) -> None:
    """Come before the theme, which asks for the sidebar."""
    app.connect("html-page-context", _one_sidebar, priority=100)
