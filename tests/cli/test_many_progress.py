import pytest

from keycafe_clean.cli.many_progress import many_progress
from tests.many.results import ENDED


@pytest.mark.parametrize("quiet", [True, False])
def test_how_many_there_are_of_each_state_is_shown_unless_it_is_quiet(
    capsys: pytest.CaptureFixture[str], *, quiet: bool
) -> None:
    """The bar stands on stderr, and never mixes with the result."""
    with many_progress(5, quiet=quiet) as shown:
        for result in ENDED.values():
            shown.ended(result)
        shown.running(1)

    said = capsys.readouterr()
    words = "1 done, 2 waiting for somebody, 1 refused, 1 running"
    assert (said.out, words in said.err, "4/5" in said.err) == ("", not quiet, not quiet)
