"""How the documentation is built: Sphinx, MyST, furo. The pages of codes and fields are generated first."""

from __future__ import annotations

import sys
from pathlib import Path

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
