from pathlib import Path

from keycafe_clean.run.export_file import export_file


def test_export_has_a_name_that_can_be_shown(tmp_path: Path) -> None:
    """The name of a file is what can be shown of it; its bytes are its bytes."""
    (tmp_path / "a\x1b.csv").write_bytes(b"\x1b")

    assert export_file(tmp_path / "a\x1b.csv") == ("a\ufffd.csv", b"\x1b")
