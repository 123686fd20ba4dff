from pathlib import Path

from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.job import JobFolder
from keycafe_clean.privacy.their_lines import TheirLines, import_files_of, tables_of
from tests.job.lines import sent
from tests.job.stories import write_month


def jane(folder: Path) -> tuple[JobFolder, TheirLines]:
    """Get a job of two people, and what is known of one of them."""
    people = (sent(2, "Jane Doe", "jane.doe@acme.com"), sent(3, "John Doe", "john.doe@acme.com"))
    write_month(folder, "2026-11", *({**it, "file": "hr.csv"} for it in people))
    table = "file,row,reason\nhr.csv,2,x\nhr.csv,3,y\n"
    (folder / "2026-11" / "left_out.csv").write_text(table, encoding="utf-8-sig")
    (folder / "2026-11" / "2026-11_2.csv").write_text("First Name\nJane\nJohn\n", encoding="utf-8")
    return JobFolder(folder), TheirLines.of(JobFolder(folder), "jane")


def test_lines_of_a_month_are_told_by_their_place(tmp_path: Path) -> None:
    """The row of the export, and the row of the import file."""
    job, person = jane(tmp_path)
    month = job.months()[0]

    assert person.in_outcomes(month).to_list() == [True, False]
    assert person.in_review(tables_of(month)["left_out.csv"], month).to_list() == [True, False]
    assert person.in_imports(month) == {0}
    assert import_files_of(month)["2026-11_2.csv"].get_column("First Name").to_list() == ["Jane", "John"]


def test_decisions_are_told_by_what_nobody_else_has(tmp_path: Path) -> None:
    """Of a pair either side; those about others are not."""
    _, person = jane(tmp_path)
    decisions = (
        Decisions()
        .with_answer("leave_out", {"name": "Jane Doe"})
        .with_answer("leave_out", {"name": "John Doe", "email": "john.doe@acme.com"})
        .with_pair("two_people", {"name": "Zoe May"}, {"email": "jane.doe@acme.com"})
    )

    theirs = decisions.lines.filter(person.in_decisions(decisions.lines))

    assert sorted(theirs.get_column("kind")) == ["leave_out", "two_people"]
    assert "John Doe" not in theirs.get_column("name").to_list()
