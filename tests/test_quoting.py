from pathlib import PurePath, PurePosixPath, PureWindowsPath

import pytest

from keycafe_clean.quoting import quoted


@pytest.mark.parametrize(
    ("platform", "path", "word"),
    [
        ("linux", PurePosixPath("/hr/acme"), "/hr/acme"),
        ("linux", PurePosixPath("/hr/our job"), "'/hr/our job'"),
        ("linux", PurePosixPath("/hr/$5"), "'/hr/$5'"),
        ("win32", PureWindowsPath("C:\\hr\\acme"), "C:\\hr\\acme"),
        ("win32", PureWindowsPath("C:\\our job"), '"C:\\our job"'),
    ],
)
def test_a_path_is_one_word(monkeypatch: pytest.MonkeyPatch, platform: str, path: PurePath, word: str) -> None:
    """As the shells of the system take it."""
    monkeypatch.setattr("sys.platform", platform)

    assert quoted(path) == word
