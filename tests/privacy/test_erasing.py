"""Somebody is erased from a job of twelve months, and comes again."""

import shutil
from datetime import date
from hashlib import sha256
from pathlib import Path

import polars as pl
import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from keycafe_clean.errors import SetupError
from keycafe_clean.job import JobFolder
from keycafe_clean.job_words import ALL_ADDED
from keycafe_clean.privacy import erasing
from keycafe_clean.privacy.erasing import ErasedPerson, erase_person
from keycafe_clean.privacy.privacy_log import log_entries
from keycafe_clean.write.manifest import facts_of
from keycafe_clean.write.replacing import replace_file
from tests.job.runs import ANN as ANN_LEE
from tests.job.runs import BOB as BOB_RAY
from tests.job.runs import answer, month, sent
from tests.privacy.a_year import ANN, BOB, IDA, IDA_MARRIED, IDAA, TRACES, a_year, telling

TODAY = date(2027, 10, 5)

#: Two people with one address.
IN_OFFICE = "7,Ina,Wolf,office@example.com,Active,2020-01-01,York"
ALSO_IN_OFFICE = "8,Max,Hall,office@example.com,Active,2020-01-01,York"

#: Three people whose addresses are broken, the first of whom is to be erased.
_WAITING = {"4711007": "eva", "4711008": "fay", "4711009": "gil"}


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Get the folder with a job of twelve months; it is not to be altered."""
    folder = tmp_path_factory.mktemp("year")
    a_year(folder)
    return folder


@pytest.fixture
def folder(year: Path, tmp_path: Path) -> Path:
    """Get a folder with a job of twelve months of its own."""
    shutil.copytree(year / "job", tmp_path / "job")
    return tmp_path


def erased(folder: Path, asked: str = "4711003") -> ErasedPerson:
    """Erase somebody from the job in `folder/job`."""
    job = JobFolder(folder / "job")
    with job.held():
        return erase_person(job, asked, TODAY)


def test_nothing_of_an_erased_person_is_in_any_file(folder: Path) -> None:
    """Nor inside a workbook; of everybody else every line stays."""
    before = JobFolder(folder / "job").history().lines

    done = erased(folder)

    assert telling(folder / "job", *TRACES) == []
    assert (done.months, done.left) == (12, ())
    after = JobFolder(folder / "job").history()
    assert after.lines.select("folder", "name").equals(
        before.filter(pl.col("number_as_read") != "4711003").select("folder", "name")
    )
    assert after.erased.get_column("folder").n_unique() == 12


def test_places_that_an_erased_person_has_used_stay_used(folder: Path) -> None:
    """The limit of Keycafe forgets nothing."""
    erased(folder)

    assert JobFolder(folder / "job").history().used("2026-11") == 4


@pytest.mark.parametrize("again", [IDA, IDA_MARRIED])
def test_an_erased_person_who_comes_again_is_not_invited_but_asked_about(folder: Path, again: str) -> None:
    """Whatever name of theirs the export has."""
    erased(folder)

    later = month(folder, "2027-11-03", again, IDAA, ANN, BOB, goes_on=True)

    assert sent(later) == []
    asked = later.cleaned.findings.filter(pl.col("code") == "erased_before")
    assert asked.get_column("row_id").to_list() == [0]
    assert later.cleaned.rows.get_column("outcome").to_list() == ["waiting", *["left_out"] * 3]


def test_the_log_names_nobody(folder: Path) -> None:
    """The day, what, and how many lines."""
    done = erased(folder)

    assert log_entries(folder / "job").rows() == [("2027-10-05", "erased", f"{done.lines}")]


@pytest.mark.parametrize("stop", [0, 1, 3, 20, 60])
def test_what_was_stopped_is_ended_by_the_same_call(folder: Path, monkeypatch: pytest.MonkeyPatch, stop: int) -> None:
    """Every file is whole, and the job can be read in between."""
    written: list[Path] = []

    def stopping(path: Path, data: bytes) -> None:
        if len(written) == stop:
            raise KeyboardInterrupt
        written.append(path)
        replace_file(path, data)

    monkeypatch.setattr(erasing, "replace_file", stopping)
    with pytest.raises(KeyboardInterrupt):
        erased(folder)
    monkeypatch.undo()
    assert len(JobFolder(folder / "job").months()) == 12

    erased(folder)

    assert telling(folder / "job", *TRACES) == []


def test_files_of_the_analyst_are_named_and_stay(folder: Path) -> None:
    """What no run wrote nobody alters."""
    note = folder / "job" / "2026-12" / "notes.txt"
    note.write_text("Ida Quastberg called.", encoding="utf-8")

    done = erased(folder)

    assert note.read_text(encoding="utf-8") == "Ida Quastberg called."
    assert done.in_words(folder / "job")[-1] == (
        "Files that may still name the person, and that you alone can correct or delete: 2026-12/notes.txt."
    )


def test_answers_and_drop_downs_of_others_stay_in_the_workbook(tmp_path: Path) -> None:
    """One was filled in and saved by a spreadsheet; one is open still, and can be answered as before."""
    asked = [f"{number},{first},Poe,{first}.poe@example,Active,2023-04-01,York" for number, first in _WAITING.items()]
    month(tmp_path, "2026-11-03", ANN_LEE, *asked)
    answer(tmp_path, ALL_ADDED)
    path = tmp_path / "job" / "2026-11" / "review.xlsx"
    book = load_workbook(path)
    offered, place = drop_downs(book["Waiting"]), column_of(book["Waiting"], "answer")
    book["Waiting"][f"{place}3"] = "fay.poe@example.com"
    book.save(path)

    erased(tmp_path, "4711007")

    page = load_workbook(path)["Waiting"]
    numbers = [cell.value for cell in page[column_of(page, "Employee ID")]]
    assert [*offered.values()] == ['"leave out,blank"'] * 3
    assert (numbers, drop_downs(page)) == (
        ["Employee ID", "4711008", "4711009"],
        {f"{place}2": '"leave out,blank"', f"{place}3": '"leave out,blank"'},
    )
    assert [cell.value for cell in page[place]] == ["answer", "fay.poe@example.com", None]


def column_of(page: Worksheet, header: str) -> str:
    """Get the letter of the column with a header."""
    return next(cell.column_letter for cell in page[1] if cell.value == header)


def drop_downs(page: Worksheet) -> dict[str, str | None]:
    """Get the cells with a drop-down, and what each offers."""
    return {str(it.sqref): it.formula1 for it in page.data_validations.dataValidation}


def test_sums_of_the_manifest_are_those_of_the_files(folder: Path) -> None:
    """A sum as it was would tell whoever guesses right what was erased."""
    erased(folder)

    month_11 = folder / "job" / "2026-11"
    facts = facts_of(month_11)
    assert facts["erased"] == 1
    assert all(digest == sha256((month_11 / name).read_bytes()).hexdigest() for name, digest in facts["files"].items())


def test_nobody_is_erased_whose_file_has_no_answer(tmp_path: Path) -> None:
    """What Keycafe says of it could not be told to anybody."""
    month(tmp_path, "2026-11-03", ANN_LEE)

    with pytest.raises(SetupError) as error:
        erased(tmp_path, "ann")
    assert str(error.value) == (
        "Nobody has said what Keycafe made of the file of 2026-11, and the person is in it. "
        f"Say it first: keycafe-clean answer {tmp_path / 'job'}"
    )


def test_nobody_is_erased_while_the_desk_is_at_work(tmp_path: Path) -> None:
    """The draft has the export, which would bring them back."""
    month(tmp_path, "2026-11-03", ANN_LEE, BOB_RAY)
    answer(tmp_path, ALL_ADDED)
    draft = tmp_path / "job" / "draft"
    (draft / "files" / "0").mkdir(parents=True)
    (draft / "files" / "0" / "bytes").write_bytes(ANN_LEE.encode())

    with pytest.raises(SetupError) as error:
        erased(tmp_path, "ann")
    assert str(error.value) == (
        f"The desk is at work on a month that was not handed over: what lies in {draft} may name them too, and is not "
        "looked through. Hand that month over, or delete that folder, and ask again."
    )


def test_what_somebody_else_has_too_stays(tmp_path: Path) -> None:
    """Of two namesakes one is erased, and it is said that a name stays."""
    namesake = "9,Ann,Lee,a.lee@example.com,Active,2024-01-01,York"
    month(tmp_path, "2026-11-03", ANN_LEE, namesake)
    answer(tmp_path, ALL_ADDED)

    done = erased(tmp_path, "ann.lee@example.com")

    assert telling(tmp_path / "job", "ann.lee@") == []
    assert JobFolder(tmp_path / "job").history().lines.get_column("name").to_list() == ["Ann Lee"]
    assert "Somebody else of the job has the same name: theirs stays, and they are asked about too." in done.in_words(
        tmp_path / "job"
    )


@pytest.fixture
def one_of_a_mailbox(tmp_path: Path) -> ErasedPerson:
    """Erase one of two people with one address from the job in a folder, and get what was erased."""
    month(tmp_path, "2026-11-03", IN_OFFICE, ALSO_IN_OFFICE, BOB_RAY)
    answer(tmp_path, ALL_ADDED)
    return erased(tmp_path, "ina")


@pytest.mark.usefixtures("one_of_a_mailbox")
@pytest.mark.parametrize(
    ("people", "asked"),
    [
        ([ALSO_IN_OFFICE], []),
        ([ALSO_IN_OFFICE, "10,Eva,New,office@example.com,Active,2027-11-01,York"], []),
        ([ALSO_IN_OFFICE, IN_OFFICE], [1]),
        ([ALSO_IN_OFFICE, "7,Ina,Married,office@example.com,Active,2020-01-01,York"], [1]),
    ],
)
def test_whoever_had_a_mailbox_with_an_erased_person_is_not_asked_about(
    tmp_path: Path, people: list[str], asked: list[int]
) -> None:
    """They did not ask to be erased, nor did whoever gets the mailbox later; the erased person is told by the rest."""
    later = month(tmp_path, "2027-11-03", *people, BOB_RAY, goes_on=True)

    found = later.cleaned.findings.filter(pl.col("code") == "erased_before")
    assert found.get_column("row_id").to_list() == asked


def test_mailbox_that_others_have_too_is_said_to_stay(tmp_path: Path, one_of_a_mailbox: ErasedPerson) -> None:
    """And that it tells nobody."""
    assert one_of_a_mailbox.in_words(tmp_path / "job")[-1] == (
        "Somebody else of the job has the same address: theirs stays, and no hash of it is kept."
    )


def test_people_of_lists_are_erased_too(tmp_path: Path) -> None:
    """Whoever was on a list of known people alone."""
    (tmp_path / "known.csv").write_text(
        "Email,Name\nola.known@acme.com,Ola Known\nbo@acme.com,Bo Here\n", encoding="utf-8"
    )
    month(tmp_path, "2026-11-03", ANN_LEE, known=[tmp_path / "known.csv"])
    answer(tmp_path, ALL_ADDED)

    erased(tmp_path, "ola")

    assert telling(tmp_path / "job", "ola.known", "ola known") == []
    assert JobFolder(tmp_path / "job").known().get_column("Email Address").to_list() == ["bo@acme.com"]
