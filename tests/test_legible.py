import pytest

from keycafe_clean.legible import legible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("Zoë's list – März.csv", "Zoë's list – März.csv"),
        ("👩‍💻.csv", "👩‍💻.csv"),
        ("\x1b[2Jhr.csv", "\ufffd[2Jhr.csv"),
        ("a\nb\r\tc\x7f\x9b", "a\ufffdb\ufffd\ufffdc\ufffd\ufffd"),
        ("\u202evsc.exe", "\ufffdvsc.exe"),
        ("a\u2028b\u2067", "a\ufffdb\ufffd"),
        ("M\udcfcller.csv", "M\ufffdller.csv"),
    ],
)
def test_text_is_shown_as_itself_or_not(text: str, shown: str) -> None:
    """Letters and joiners stay; what moves a cursor, ends a line, turns the direction or is no text does not."""
    assert legible(text) == shown
