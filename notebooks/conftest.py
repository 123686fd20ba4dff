# ruff: noqa: INP001 - notebooks are no package
"""Outputs of notebooks are compared as text: what a browser makes of a table is not what a reader checks."""

from pathlib import Path

import pytest


def pytest_collectstart(collector: pytest.Collector) -> None:
    """Leave HTML out of the comparison of every notebook (nbval's own remedy)."""
    if Path(collector.path).suffix == ".ipynb" and hasattr(collector, "skip_compare"):
        collector.skip_compare = (*collector.skip_compare, "text/html")
