"""The command `desk`: what it says, and what it opens."""

import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calls import Shell

ADDRESS = "http://127.0.0.1:8866/?token=x"


@pytest.mark.parametrize(("option", "opened"), [((), [ADDRESS]), (("--no-browser",), [])])
def test_the_desk_is_opened_in_the_browser(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, option: tuple[str, ...], opened: list[str]
) -> None:
    """Its address is said in any case, and how it is opened again."""
    served: list[tuple[Path, int, bool]] = []
    visited: list[str] = []

    def serve(job: Path, token: str, *, port: int, opened: Any, stays_open: bool) -> None:  # noqa: ANN401 - a callback
        served.append((job, port, stays_open))
        assert len(token) > 20
        opened(ADDRESS)

    monkeypatch.setattr("keycafe_clean.desk.serving.serve_desk", serve)
    monkeypatch.setattr("webbrowser.open", visited.append)

    ended = shell("desk", "acme", *option)

    assert (ended.code, served, visited) == (0, [(Path("acme"), 8866, False)], opened)
    assert ended.out == (
        f"The desk opens: {ADDRESS}\n"
        "It ends when its page is closed, after an hour in which nobody uses it (--stay-open: not), or with Ctrl+C "
        "here. Nothing is lost: it goes on where it was.\n"
        "The desk has ended. Open it again with: keycafe-clean desk acme\n"
    )


def test_the_desk_stays_open(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """For whoever needs more time than an hour, asked for before it begins."""
    served: list[bool] = []

    def serve(*_: object, opened: Any, stays_open: bool, **__: object) -> None:  # noqa: ANN401 - a callback
        served.append(stays_open)
        opened(ADDRESS)

    monkeypatch.setattr("keycafe_clean.desk.serving.serve_desk", serve)

    ended = shell("desk", "acme", "--stay-open", "--no-browser")

    assert served == [True]
    assert "\nIt ends when its page is closed, or with Ctrl+C here." in ended.out


def test_a_desk_that_is_not_installed_says_what_to_install(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command line works without it."""
    monkeypatch.setitem(sys.modules, "keycafe_clean.desk.serving", None)

    ended = shell("desk")

    assert ended.code != 0
    assert ended.err == 'The desk is not installed: pip install "keycafe-clean[desk,mock]".\n'
