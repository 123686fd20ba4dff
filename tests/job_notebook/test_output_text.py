import pytest

from keycafe_clean.job_notebook.output_text import has_address, stopped_by, text_of
from keycafe_clean.job_notebook.running import sanitising

STREAM = {"output_type": "stream", "name": "stdout", "text": ["one\n", "two\n"]}
HTML = {"output_type": "display_data", "metadata": {}, "data": {"text/html": "<b>jana@example.com</b>"}}


def failed(kind: str, said: str) -> dict[str, object]:
    """Get the output of a cell that was stopped."""
    return {"output_type": "error", "ename": kind, "evalue": said, "traceback": [said]}


def test_text_is_that_of_streams_and_results() -> None:
    """What is shown as plain text, output by output; HTML is for browsers."""
    result = {"output_type": "execute_result", "metadata": {}, "data": {"text/plain": "three"}}

    assert text_of([STREAM, HTML, result]) == "one\ntwo\nthree"


def test_what_differs_from_run_to_run_is_taken_out() -> None:
    """Our patterns are those of `make test`."""
    result = {"output_type": "execute_result", "metadata": {}, "data": {"text/plain": "<Desk at 0x7f12ab34cd>"}}

    assert text_of([result], sanitising()) == "<Desk at ADDRESS>"


@pytest.mark.parametrize(("outputs", "expected"), [([], False), ([STREAM], False), ([STREAM, HTML], True)])
def test_address_is_found_wherever_it_stands(outputs: list[dict[str, object]], *, expected: bool) -> None:
    """Also where only a browser shows it."""
    assert has_address(outputs) is expected


@pytest.mark.parametrize(
    "text",
    [
        "<td>jana&#64;example.com</td>",
        "<td>jana&commat;example.com</td>",
        '<a href="mailto:jana%40example.com">Jana</a>',
        "jana<wbr>@<b>example</b>.com",
        "\x1b[31mjana\x1b[0m@\x1b[32mexample.com\x1b[0m",
        "jana\uff20example.com",
        {"jana@example.com": 3},
        ["jana@", "example.com\n"],
    ],
)
def test_address_is_found_however_it_is_written(text: object) -> None:
    """As HTML, in a link, in colours, in wide letters, as the name of a value, and over two lines of a file."""
    assert has_address([{"output_type": "display_data", "metadata": {}, "data": {"text/html": text}}])


@pytest.mark.parametrize("text", ["<td>jxxx&#64;example.com</td>", "a < b@c > d", "17 %40 people"])
def test_masked_address_is_none_however_it_is_written(text: str) -> None:
    """Nor is a sum or a share."""
    assert not has_address([{"output_type": "display_data", "metadata": {}, "data": {"text/html": text}}])


@pytest.mark.parametrize(
    ("outputs", "expected"),
    [
        ([STREAM], None),
        ([failed("SetupError", "acme has no month 2026-11.")], "acme has no month 2026-11."),
        ([failed("ValueError", "jana is no number")], "It stopped with ValueError."),
    ],
)
def test_what_stopped_a_cell_is_a_sentence(outputs: list[dict[str, object]], expected: str | None) -> None:
    """Ours are sentences already; of others only the kind is told, for they may be about people."""
    assert stopped_by(outputs) == expected
