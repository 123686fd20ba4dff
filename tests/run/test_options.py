from pathlib import Path

from keycafe_clean.decide.setup import Setup
from keycafe_clean.run.options import Options, setup_of


def test_what_is_said_wins_over_the_set_up() -> None:
    """The call decides where the set-up says something else; the rest of the set-up stays."""
    setup = Setup.model_validate({"plan": "paid", "used": {"2026-11": 10}})

    told = setup_of(Options(plan="confirmed"), setup)

    assert (told.plan, told.used) == ("confirmed", {"2026-11": 10})


def test_columns_that_are_said_stand_beside_those_of_the_set_up() -> None:
    """`Email Address=` takes no header for addresses; a column that was said before stays."""
    setup = Setup.model_validate({"columns": {"Last Name": ["Nom"]}})

    assert setup_of(Options(columns=["Email Address="]), setup).columns == {"Last Name": ("Nom",), "Email Address": ()}


def test_order_of_days_holds_for_every_column_of_them() -> None:
    """What is said for this run wins; what the set-up says of other columns stays."""
    setup = Setup(day_first={"exit_date": True, "hired": True})

    assert setup_of(Options(day_first=False), setup).day_first == {
        "exit_date": False,
        "hired": True,
        "start_date": False,
        "rehire_date": False,
    }


def test_nothing_said_alters_nothing() -> None:
    """Nor does what is of no set-up, as the folder of a job."""
    assert setup_of(Options(job=Path("acme"), used="120"), Setup()) == Setup()
