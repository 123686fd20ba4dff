from pathlib import Path

import pytest

from keycafe_clean.errors import OutputError
from keycafe_clean.write.unwritable import said_if_unwritable, write_new


@pytest.mark.parametrize(("words", "another"), [((), "place"), (("folder",), "folder")])
def test_disk_that_is_full_is_one_sentence(words: tuple[str, ...], another: str) -> None:
    """It names the place, and what to do."""
    with pytest.raises(OutputError) as stopped, said_if_unwritable(Path("out/a.html"), *words):
        raise OSError(28, "No space left on device")

    assert str(stopped.value) == f"out/a.html cannot be written: No space left on device. Choose another {another}."


def test_file_that_is_there_stays(tmp_path: Path) -> None:
    """Another name is asked for, and how to give it."""
    (tmp_path / "a.html").write_bytes(b"before")

    with pytest.raises(OutputError) as stopped:
        write_new(tmp_path / "a.html", b"after", by=" with --out")

    assert str(stopped.value) == f"{tmp_path / 'a.html'} exists already. Choose another name with --out."
    assert (tmp_path / "a.html").read_bytes() == b"before"
