import sys

import pytest

from keycafe_clean.errors import ServiceUnavailable
from keycafe_clean.job_notebook.running import refuse_without_nbval, sanitising


def test_where_nbval_is_missing_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """What to install, in one sentence."""
    monkeypatch.setitem(sys.modules, "nbval", None)

    with pytest.raises(ServiceUnavailable) as refused:
        refuse_without_nbval()

    assert f"{refused.value}" == 'Notebooks cannot be run here: pip install "keycafe-clean[desk]".'


def test_patterns_are_few() -> None:
    """What is taken out of outputs stays under five patterns: each may hide something."""
    assert 0 < sanitising().count("regex:") < 5
