"""Hygiene figures and the HTML report: floor 6."""

from __future__ import annotations

from contactbase.reporting.figures import FigureCounter, Figures
from contactbase.reporting.html import report_html
from contactbase.reporting.masking import mask
from contactbase.reporting.report import Report
from contactbase.reporting.summary import figures_of, summary

__all__ = ["FigureCounter", "Figures", "Report", "figures_of", "mask", "report_html", "summary"]
