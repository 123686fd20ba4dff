"""A job over months, a few people each: who is sent, who never again, and what stays when a run stops."""

from pathlib import Path

import polars as pl
import pytest

from keycafe_clean.errors import OutputError, SetupError
from keycafe_clean.job import JobFolder
from keycafe_clean.job.lock import writing
from keycafe_clean.job_words import ALL_ADDED, FAILED
from keycafe_clean.report import sentences
from tests.job.runs import ANN, BOB, CY, CY_RENAMED, DAN, EVA, HEADER, answer, filled, month, sent

BOB_LEFT = BOB.replace("Active", "Terminated")
BOB_MOVED = BOB.replace("bob.ray@", "bob@")
BOB_MARRIED = BOB.replace("Ray", "Stone").replace("bob.ray@", "bob.stone@")


def test_same_export_twice_sends_nobody_again(tmp_path: Path) -> None:
    """Whoever was handed over counts as sent, with no answer too; SmartBox Users likewise."""
    first, second = (month(tmp_path, "2026-11-03", ANN, BOB, CY) for _ in range(2))

    assert (sent(first), sent(second)) == (["Ann", "Bob", "Cy"], [])
    assert second.cleaned.counts["left_out"] == 3


def test_who_failed_is_sent_again_once_repaired_and_who_is_there_never(tmp_path: Path) -> None:
    """What Keycafe said decides who is in the next file."""
    month(tmp_path, "2026-11-03", ANN, BOB, CY)
    answer(tmp_path, FAILED, "ann.lee@example.com: already a member", "row 3: the address is not valid")

    assert sent(month(tmp_path, "2026-12-03", ANN, BOB_MOVED, CY)) == ["Bob"]


def test_who_failed_waits_as_long_as_nothing_is_repaired(tmp_path: Path) -> None:
    """The same cells would fail again, and a service that takes all or nothing would refuse everybody."""
    month(tmp_path, "2026-11-03", ANN, BOB)
    answer(tmp_path, FAILED, "row 3: the address is not valid")

    december = month(tmp_path, "2026-12-03", ANN, BOB, DAN)

    waiting = sentences(december.cleaned, "question").select("sentence").to_series().to_list()
    said = (
        "Row 3: Keycafe refused this person in November 2026: 'row 3: the address is not valid'. "
        "Nothing has changed since; until you decide, the row waits."
    )
    assert (sent(december), waiting) == (["Dan"], [said])


def test_who_failed_goes_again_as_they_are_if_that_is_right(tmp_path: Path) -> None:
    """Keycafe may have been wrong."""
    month(tmp_path, "2026-11-03", ANN, BOB)
    answer(tmp_path, FAILED, "row 3: try later")
    month(tmp_path, "2026-12-03", ANN, BOB, hands_over=False)
    waiting = tmp_path / "job" / "2026-12" / "waiting.csv"
    answers = tmp_path / "answers.csv"
    answers.write_text(filled(waiting.read_text(encoding="utf-8-sig"), "right"), encoding="utf-8")

    assert sent(month(tmp_path, "2026-12-03", ANN, BOB, answers=answers)) == ["Bob"]


def test_who_has_married_without_a_number_is_asked_about(tmp_path: Path) -> None:
    """Another last name and address, the same first name and first day, and nobody of the old name here."""
    bob, married = (line.partition(",")[2] for line in (BOB, BOB_MARRIED))
    month(tmp_path, "2026-11-03", ANN.partition(",")[2], bob, header=HEADER.partition(",")[2])

    december = month(tmp_path, "2026-12-03", ANN.partition(",")[2], married, header=HEADER.partition(",")[2])

    assert (sent(december), december.cleaned.findings.get_column("code").to_list()) == ([], ["possible_known"])


def test_smartbox_user_whose_first_day_was_corrected_is_asked_about(tmp_path: Path) -> None:
    """Without a number and an address the name alone may be another person's."""
    cy = CY.partition(",")[2]
    month(tmp_path, "2026-11-03", cy, header=HEADER.partition(",")[2])

    december = month(tmp_path, "2026-12-03", cy.replace("2022-03-01", "2022-04-15"), header=HEADER.partition(",")[2])

    assert (sent(december), december.cleaned.counts["waiting"]) == ([], 1)


def test_a_look_hands_nothing_over_and_is_written_anew(tmp_path: Path) -> None:
    """`clean` makes no file of a job; the next run takes the place of its folder."""
    look = month(tmp_path, "2026-11-03", ANN, hands_over=False)
    done = month(tmp_path, "2026-11-03", ANN, BOB)

    assert (look.import_files, sent(done)) == ((), ["Ann", "Bob"])
    assert [it.folder.name for it in JobFolder(tmp_path / "job").months()] == ["2026-11"]


def test_file_that_was_handed_over_stays(tmp_path: Path) -> None:
    """Somebody more in the same month is in a further folder, and the places are counted on."""
    first = month(tmp_path, "2026-11-03", ANN)
    more = month(tmp_path, "2026-11-20", ANN, BOB)

    assert [Path(job.files[0].path).parent.name for job in (first, more)] == ["2026-11", "2026-11-2"]
    assert (sent(more), more.plan.used) == (["Bob"], 1)


def test_another_name_is_the_same_person(tmp_path: Path) -> None:
    """A SmartBox User without an address, married since, is known by the employee number."""
    month(tmp_path, "2026-11-03", ANN, CY)

    december = month(tmp_path, "2026-12-03", ANN, CY_RENAMED)

    assert sent(december) == []
    assert december.comparison is not None
    assert december.comparison.before.filter(december.comparison.before["became"] == "changed")["name"].to_list() == [
        "Cy Orr"
    ]


def test_a_second_writer_is_told_who_and_since_when(tmp_path: Path) -> None:
    """One writer at a time."""
    month(tmp_path, "2026-11-03", ANN)

    with writing(tmp_path / "job"), pytest.raises(OutputError) as error:
        month(tmp_path, "2026-12-03", ANN)

    said = str(error.value)
    assert said.startswith(f"{tmp_path / 'job'} is in use by ")
    assert said.endswith(" If a desk has it open, close its page; wait until a run has ended. Then start again.")


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("out", "--out does not go with --job: the job's folder has its own. Leave it out."),
        ("decisions", "--decisions does not go with --job: the job's folder has its own. Leave it out."),
        (
            "setup",
            "--setup does not go with a job that has its own. Change setup.toml in its folder instead.",
        ),
    ],
)
def test_what_a_job_keeps_itself_is_no_option(tmp_path: Path, option: str, message: str) -> None:
    """Two places of truth would be one too many."""
    month(tmp_path, "2026-11-03", ANN)

    with pytest.raises(SetupError) as error:
        month(tmp_path, "2026-12-03", ANN, **{option: tmp_path / "job" / "setup.toml"})

    assert str(error.value) == message


def test_left_since_is_named_for_removal(tmp_path: Path) -> None:
    """Of two who have left, the one who is in Keycafe is to be removed there; the other one is dropped."""
    month(tmp_path, "2026-11-03", ANN, BOB, EVA)

    month(tmp_path, "2026-12-03", ANN, BOB_LEFT, EVA.replace("Active", "Terminated"))

    tasks = (tmp_path / "job" / "2026-12" / "to_do.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    assert tasks == ['"remove in Keycafe","Bob Ray","bob.ray@example.com","Leeds","","no longer employed"']


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("forgotten.csv", "{job}/forgotten.csv is not what a run wrote. Take it back from a copy of the folder."),
        ("known.csv", "{job}/known.csv is not what a run wrote. Take it back from a copy of the folder."),
        ("decisions.csv", "decisions.csv has no column 'kind'. Use the decisions.csv that a run wrote."),
        (
            "2026-11/outcomes.csv",
            "2026-11/outcomes.csv is not what a run wrote. Take it back from a copy of the job's folder.",
        ),
    ],
)
def test_damaged_file_of_a_job_is_one_sentence(tmp_path: Path, name: str, sentence: str) -> None:
    """Whatever a synchronised folder made of it: nobody is sent by half a history."""
    job = JobFolder(tmp_path)
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(b"\x00\xff nothing")
    (tmp_path / name).with_name("forgotten.key").write_bytes(b"key")

    with pytest.raises(SetupError) as error:
        [job.known(), job.decisions(), job.history(), job.forgotten()]

    assert str(error.value).replace("\\", "/") == sentence.format(job=f"{tmp_path}".replace("\\", "/"))


def test_who_comes_back_after_a_removal_is_looked_for(tmp_path: Path) -> None:
    """Nobody knows whether the removal was done: not sent again, and not forgotten either."""
    month(tmp_path, "2026-11-03", ANN, BOB)
    answer(tmp_path, ALL_ADDED)
    month(tmp_path, "2026-12-03", ANN, BOB_LEFT)

    back = month(tmp_path, "2027-01-04", ANN, BOB)

    tasks = (tmp_path / "job" / "2027-01" / "to_do.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    assert (sent(back), [line.split(",")[:2] for line in tasks]) == ([], [['"look in Keycafe"', '"Bob Ray"']])


def test_sheet_that_was_filled_in_is_not_written_over(tmp_path: Path) -> None:
    """Answers that were not given are not thrown away."""
    month(tmp_path, "2026-11-03", ANN, EVA, hands_over=False)
    waiting = tmp_path / "job" / "2026-11" / "waiting.csv"
    waiting.write_bytes(waiting.read_bytes() + b" ")

    with pytest.raises(SetupError) as error:
        month(tmp_path, "2026-11-03", ANN, EVA)

    assert str(error.value) == f"{waiting} was filled in. Give it with --answers, or move it away."


def test_history_that_lost_lines_or_its_name_is_refused(tmp_path: Path) -> None:
    """Nobody is sent by half a history."""
    month(tmp_path, "2026-11-03", ANN, BOB)
    folder = tmp_path / "job" / "2026-11"
    outcomes = (folder / "outcomes.csv").read_bytes()

    for damage, sentence in (
        (
            outcomes.splitlines(keepends=True)[0] + outcomes.splitlines(keepends=True)[1],
            "2026-11/outcomes.csv has 1 line of 2 rows that were read. Take it back from a copy of the folder.",
        ),
        (
            None,
            (
                "2026-11/outcomes.csv is gone, and with it who was sent in that month. "
                "Take it back from a copy of the folder."
            ),
        ),
    ):
        (folder / "outcomes.csv").unlink()
        if damage:
            (folder / "outcomes.csv").write_bytes(damage)
        with pytest.raises(SetupError) as stopped:
            JobFolder(tmp_path / "job").history()
        assert str(stopped.value) == sentence


def test_month_that_was_renamed_is_refused(tmp_path: Path) -> None:
    """Whoever was in it would be sent again."""
    month(tmp_path, "2026-11-03", ANN)
    renamed = tmp_path / "job" / "November"
    (tmp_path / "job" / "2026-11").rename(renamed)

    with pytest.raises(SetupError) as stopped:
        JobFolder(tmp_path / "job").history()
    assert str(stopped.value) == f"{renamed} is not called as a month is. Give it its name back: 2026-11."


@pytest.mark.parametrize(("text", "is_what"), [(None, "gone"), ("  \n", "empty")])
def test_set_up_that_is_lost(tmp_path: Path, text: str | None, is_what: str) -> None:
    """The plan was in it, and the rules: no month begins without them."""
    month(tmp_path, "2026-11-03", ANN)
    setup = tmp_path / "job" / "setup.toml"
    setup.unlink()
    if text:
        setup.write_text(text, encoding="utf-8")

    with pytest.raises(SetupError) as stopped:
        month(tmp_path, "2026-12-03", ANN, BOB)

    assert str(stopped.value) == (
        f"{setup} is {is_what}, and with it plan, columns and rules of the job. "
        f"Take it back from a copy, or copy {tmp_path / 'job' / '2026-11' / 'setup.toml'} to its place."
    )


def test_answer_about_an_address_holds_once_the_other_one_is_out(tmp_path: Path) -> None:
    """The question has other words then; the sheet of the run is taken all the same."""
    both = (DAN, "6,Flo,Gil,dan.fox@example.com,Active,2026-11-01,York")
    month(tmp_path, "2026-11-03", *both)
    filled = pl.read_csv(tmp_path / "job" / "2026-11" / "waiting.csv", infer_schema=False)
    answered = pl.when(pl.col("code") == "shared_address").then(pl.lit("blank"))
    filled.with_columns(answer=answered).write_csv(tmp_path / "answers.csv")

    again = month(tmp_path, "2026-11-03", *both, answers=tmp_path / "answers.csv")

    assert sent(again) == ["Flo"]


def test_answer_is_about_one_file_of_a_month(tmp_path: Path) -> None:
    """Each file of a month has its own answer."""
    month(tmp_path, "2026-11-03", ANN)
    month(tmp_path, "2026-11-20", ANN, BOB)

    answer(tmp_path, ALL_ADDED)

    first, second = JobFolder(tmp_path / "job").months()
    assert (first.is_open, second.is_open) == (True, False)
