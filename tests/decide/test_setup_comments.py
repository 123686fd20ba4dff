from hypothesis import given

from keycafe_clean.decide.conditions import PeopleRule
from keycafe_clean.decide.setup import Setup, SourceSetup
from tests.decide.test_setup import SETUP

TEXT = """\
# what we agreed with IT
plan = "paid"  # since May

[used]
2026-11 = 5  # by hand

# the bureau in York has no lockers
[[rule]]
column = "Site"
is = "York"
then = "leave_out"

# nor has Leeds
[[rule]]
column = "Site"
is = "Leeds"
then = "leave_out"

# the end
"""
BEFORE = Setup.parsed(TEXT.encode(), "setup.toml")


def rewritten(text: str, after: Setup) -> str:
    """Write a set-up into a text that is there; it must read as that set-up."""
    new = after.rewritten(text.encode(), "setup.toml")
    assert Setup.parsed(new.encode(), "setup.toml") == after
    return new


@given(SETUP, SETUP)
def test_what_is_rewritten_reads_as_the_new_set_up(before: Setup, after: Setup) -> None:
    """Whatever a text said before, it says the new set-up afterwards."""
    rewritten(before.to_toml(), after)


@given(SETUP)
def test_what_is_equal_stays_to_the_letter(setup: Setup) -> None:
    """Nothing to change changes nothing."""
    assert rewritten(setup.to_toml(), setup) == setup.to_toml()


def test_comments_stay() -> None:
    """Each comment stays where it was, and what is new is written beside."""
    after = BEFORE.with_used("2026-12", 7).with_source(SourceSetup(headers=("Mail",)))

    new = rewritten(TEXT, after)

    assert new.startswith(TEXT.replace("by hand\n", "by hand\n2026-12 = 7\n"))
    assert new.endswith('# the end\n\n[[source]]\nheaders = ["Mail"]\n\n[source.columns]\n')


def test_rule_that_is_added_stands_behind_the_others() -> None:
    """The rules that were there stay, each below its comment."""
    added = PeopleRule(column="Site", is_="Hull", then="leave_out")

    new = rewritten(TEXT, BEFORE.model_copy(update={"rule": (*BEFORE.rule, added)}))

    lines = [line for line in new.splitlines() if line]
    there = [line for line in TEXT.splitlines() if line]
    assert lines == [*there, "[[rule]]", 'column = "Site"', 'is = "Hull"', 'then = "leave_out"']


def test_table_that_stands_twice_is_written_anew() -> None:
    """Pasted lines with a table of which there is one already make no TOML: what they say stays, without comments."""
    text = "# mine\n[used]\n2026-11 = 5\n[used]\n2026-12 = 7\n"

    assert "mine" not in rewritten(text, Setup(used={"2026-11": 5, "2026-12": 7, "2027-01": 1}))
