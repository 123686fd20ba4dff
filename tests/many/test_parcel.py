from dataclasses import replace
from pathlib import Path

import pytest

from keycafe_clean.errors import SetupError
from keycafe_clean.many.month_once import month_once
from keycafe_clean.many.parcel import month_of_copies, put_in_place, with_files
from keycafe_clean.many.task import Task
from keycafe_clean.many.work import work
from tests.many.asking import ANN, BOB, BROKEN, again, asked, export, single, sums

DECEMBER = {"today": "2026-12-03", "month": "2026-12"}


def test_a_month_that_travelled_is_the_one_of_a_single_run(tmp_path: Path) -> None:
    """Two months, with a set-up and a list: every file of the job's folder is the same, byte for byte."""
    known = export(tmp_path, BOB, name="known.csv")
    november = replace(asked(tmp_path / "acme", ANN, BROKEN), known=(str(known),))
    december = replace(asked(tmp_path / "acme", ANN, BOB, "Di,Fox,di.fox@example.com"), **DECEMBER)
    for folder, do in ((tmp_path / "acme", _travelling), (tmp_path / "local", month_once)):
        export(Path(november.exports[0]).parent, ANN, BROKEN)
        do(replace(november, job=str(folder)))
        export(Path(november.exports[0]).parent, ANN, BOB, "Di,Fox,di.fox@example.com")
        do(again(replace(december, job=str(folder))))

    assert sums(tmp_path / "acme") == sums(tmp_path / "local")


def _travelling(task: Task) -> None:
    with_bytes = with_files(task)
    put_in_place(with_bytes, month_of_copies(with_bytes))


def test_a_worker_touches_nothing_but_copies(tmp_path: Path) -> None:
    """It may run twice: what comes back is the same, and nothing is there before it is put in place."""
    task = with_files(asked(tmp_path / "acme", ANN))

    first, second = month_of_copies(task), month_of_copies(task)

    assert (first, (tmp_path / "acme").exists()) == (second, False)


def test_what_is_done_comes_back_empty(tmp_path: Path) -> None:
    """The month was made before of the same files: nothing is sent back, and the same is told."""
    task = asked(tmp_path / "acme", ANN)
    made = month_once(task)
    task = with_files(again(task))

    back = month_of_copies(task)

    assert (back.written, back.gone) == ({}, ())
    assert put_in_place(task, back) == made


def test_a_month_that_was_looked_at_is_replaced_whole(tmp_path: Path) -> None:
    """Files of which nothing changed are in the new folder too."""
    task = asked(tmp_path / "acme", BROKEN)
    month_once(task)
    single(tmp_path / "local", task)
    export(Path(task.exports[0]).parent, ANN, BROKEN)

    _travelling(again(task))
    single(tmp_path / "local", task)

    assert sums(tmp_path / "acme") == sums(tmp_path / "local")


def test_a_folder_that_was_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    """Somebody has answered, or made the month, since its files were sent."""
    task = with_files(asked(tmp_path / "acme", ANN))
    back = month_of_copies(task)
    month_once(task)
    before = sums(tmp_path / "acme")

    with pytest.raises(SetupError) as changed:
        put_in_place(task, back)

    assert sums(tmp_path / "acme") == before
    assert str(changed.value) == f"{tmp_path}/acme was changed while its month was made elsewhere. Start again."


def test_a_sentence_names_the_places_that_were_asked_for(tmp_path: Path) -> None:
    """Where the copies lay on the worker is nobody's business."""
    (tmp_path / "acme").mkdir()
    (tmp_path / "acme" / "decisions.csv").write_text("what,ever\n", encoding="utf-8")

    result = work(with_files(asked(tmp_path / "acme", ANN)))

    assert result.said == ("decisions.csv has no column 'kind'. Use the decisions.csv that a run wrote.",)


def test_a_month_that_is_forgotten_there_is_gone_here(tmp_path: Path) -> None:
    """Months older than the set-up keeps are forgotten by the run, and their hashes stay."""
    (tmp_path / "setup.toml").write_text("keep_months = 1\n", encoding="utf-8")
    task = replace(asked(tmp_path / "acme", BROKEN), setup=str(tmp_path / "setup.toml"))
    month_once(task)
    export(Path(task.exports[0]).parent, ANN, BROKEN)

    _travelling(again(replace(task, today="2027-03-03", month="2027-03")))

    there = {path.name for path in (tmp_path / "acme").iterdir()}
    assert {"2027-03", "forgotten.csv", "forgotten.key"} <= there
    assert "2026-11" not in there
