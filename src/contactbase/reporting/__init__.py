"""Hygiene figures and the HTML report: floor 6."""

from __future__ import annotations

from contactbase.reporting.figures import FigureCounter, Figures
from contactbase.reporting.masking import mask
from contactbase.reporting.summary import figures_of, summary

__all__ = ["FigureCounter", "Figures", "figures_of", "mask", "summary"]
