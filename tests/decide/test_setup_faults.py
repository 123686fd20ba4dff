import pytest

from keycafe_clean.decide.setup import Setup
from keycafe_clean.errors import SetupError


@pytest.mark.parametrize(
    ("content", "place", "fault"),
    [
        ('plan = "free"', "plan", "input should be 'paid' or 'confirmed'"),
        ("limit = 5", "limit", "there is no such setting"),
        ('plan = "free"\nlimit = 5', "plan", "input should be 'paid' or 'confirmed'"),
        ("[used]\n2026-13 = 5", "used.2026-13", "a month is written like 2026-11"),
        ("[used]\n2026 = 5", "used.2026", "a month is written like 2026-11"),
        ("[used]\n2026-11 = 1000001", "used.2026-11", "it is more than a month ever has"),
        ("keep_months = 2000", "keep_months", "input should be less than or equal to 1200"),
        ("[used]\n2026-11 = -5", "used.2026-11", "input should be greater than or equal to 0"),
        (
            '[[rule]]\ncolumn = "Site"\nthen = "leave_out"',
            "rule.1",
            "a rule has exactly one of is, is_one_of, is_none_of, contains, is_blank, before, after",
        ),
        ('[[rule]]\nthen = "leave_out"\nis = "x"', "rule.1.column", "it is not there"),
        ('[[rule]]\ncolumn = 3\nthen = "leave_out"\nis = "x"', "rule.1.column", "it must be a text"),
        (
            '[[source]]\nheaders = ["Mail"]\ncolumns = {"Email Address" = 3}',
            "source.1.columns.Email Address",
            "it must be a text or a list of texts",
        ),
    ],
)
def test_unknown_setting(content: str, place: str, fault: str) -> None:
    """A setting that cannot be used is named with its place, and what it may be."""
    with pytest.raises(SetupError) as stopped:
        Setup.parsed(content.encode(), "setup.toml")

    assert str(stopped.value) == f"setup.toml: '{place}' cannot be used ({fault}). Correct it or take the line out."
