import pytest
import typer

from keycafe_clean.cli.parameters import path_named


@pytest.mark.parametrize("typed", ["", "  "])
def test_nothing_is_no_path(typed: str) -> None:
    """A variable of a shell that is not set names no file."""
    with pytest.raises(typer.BadParameter) as refused:
        path_named(typed)

    assert f"{refused.value}" == "nothing is named here. Name a file or folder, or leave it out"
