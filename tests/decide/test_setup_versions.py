import pytest

from keycafe_clean.decide.setup import Reading, Setup
from keycafe_clean.decide.setup_versions import VERSION
from keycafe_clean.errors import SetupError


def test_what_is_written_says_its_version() -> None:
    """A set-up says in which form it is, so that a later one can read it."""
    assert Setup().to_toml().startswith(f"version = {VERSION}\n")


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("[reading]\nheader = false", 0),
        ("[reading]\nheader = true", None),
        ("version = 0\n[reading]\nheader = false", 0),
        ("[reading]\nheader = 4", 4),
        ("version = 1\n[reading]\nheader = 4", 4),
    ],
)
def test_older_set_up_is_read_as_it_was_meant(text: str, header: int | None) -> None:
    """Once a set-up said only whether there are column names; now it says in which row, and 0 for none."""
    assert Setup.parsed(text.encode(), "setup.toml").reading == Reading(header=header)


def test_set_up_of_a_newer_version_is_refused() -> None:
    """What a newer version means by its settings nobody here knows."""
    with pytest.raises(SetupError) as stopped:
        Setup.parsed(b"version = 99", "setup.toml")

    assert str(stopped.value) == (
        "setup.toml: It was written by a newer keycafe-clean (version 99 of the set-up; this one knows 1). "
        "Install the newer one."
    )


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('version = "one"', "input should be a valid integer, unable to parse string as an integer"),
        ("version = 1.5", "input should be a valid integer, got a number with a fractional part"),
    ],
)
def test_version_that_is_none(text: str, fault: str) -> None:
    """A version that is no number is a setting that cannot be used, like any other."""
    with pytest.raises(SetupError) as stopped:
        Setup.parsed(text.encode(), "setup.toml")

    assert str(stopped.value) == f"setup.toml: 'version' cannot be used ({fault}). Correct it or take the line out."
