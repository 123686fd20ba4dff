"""What a job keeps from month to month: decisions, lists, places, and the set-up with whatever was written into it."""

import json
from pathlib import Path

from keycafe_clean.job import JobFolder
from keycafe_clean.job_words import NOT_UPLOADED
from tests.job.runs import ANN, BOB, EVA, HEADER, answer, filled, month, sent


def test_decisions_of_every_round_stay(tmp_path: Path) -> None:
    """An answer of November holds in December, with no file named."""
    month(tmp_path, "2026-11-03", ANN, EVA, hands_over=False)
    waiting = tmp_path / "job" / "2026-11" / "waiting.csv"
    text = waiting.read_text(encoding="utf-8-sig").replace('"","4"', '"eva.poe@example.com","4"')
    (tmp_path / "answers.csv").write_text(text, encoding="utf-8")
    month(tmp_path, "2026-11-03", ANN, EVA, answers=tmp_path / "answers.csv")
    answer(tmp_path, NOT_UPLOADED)

    assert sent(month(tmp_path, "2026-12-03", EVA, ANN)) == ["Ann", "Eva"]


def test_list_of_known_people_stays(tmp_path: Path) -> None:
    """It is given once."""
    (tmp_path / "known.txt").write_text("bob.ray@example.com\n", encoding="utf-8")
    month(tmp_path, "2026-11-03", ANN, BOB, known=[tmp_path / "known.txt"], hands_over=False)

    assert sent(month(tmp_path, "2026-12-03", ANN, BOB)) == ["Ann"]


def test_places_said_to_be_used_stay_apart_from_ours(tmp_path: Path) -> None:
    """What was used before the job is said once; our own files are counted by the history."""
    month(tmp_path, "2026-11-03", ANN, used="120")
    more = month(tmp_path, "2026-11-20", ANN, BOB)

    assert more.plan.used == 121
    assert JobFolder(tmp_path / "job").setup().used == {"2026-11": 120}


def test_comments_of_the_set_up_stay(tmp_path: Path) -> None:
    """A set-up that a month does not alter is not written again."""
    month(tmp_path, "2026-11-03", ANN)
    setup = tmp_path / "job" / "setup.toml"
    setup.write_text(f"# Leeds only, says Eva\n{setup.read_text(encoding='utf-8')}", encoding="utf-8")

    month(tmp_path, "2026-12-03", ANN, BOB)

    assert setup.read_text(encoding="utf-8").startswith("# Leeds only, says Eva\n")


def test_role_is_recorded_instead_of_the_name(tmp_path: Path) -> None:
    """Where the set-up of the job says so, in the decisions and in the manifest of every month."""
    month(tmp_path, "2026-11-03", ANN, EVA, hands_over=False)
    setup, look = tmp_path / "job" / "setup.toml", tmp_path / "job" / "2026-11"
    setup.write_text(f'audit_role = "HR"\n{setup.read_text(encoding="utf-8")}', encoding="utf-8")
    answers = tmp_path / "answers.csv"
    answers.write_text(filled((look / "waiting.csv").read_text(encoding="utf-8-sig"), "leave out"), encoding="utf-8")

    month(tmp_path, "2026-11-03", ANN, EVA, answers=answers)

    assert JobFolder(tmp_path / "job").decisions().lines.get_column("by").to_list() == ["HR"]
    assert json.loads((look / "manifest.json").read_text(encoding="utf-8"))["who"] == "HR"


def test_what_the_record_says_is_not_taken_back_by_a_desk_that_was_open(tmp_path: Path) -> None:
    """The desk keeps the set-up as it read it: before somebody filled in the record."""
    month(tmp_path, "2026-11-03", ANN)
    job, setup = JobFolder(tmp_path / "job"), tmp_path / "job" / "setup.toml"
    read_before = job.setup()
    setup.write_text(f'{setup.read_text(encoding="utf-8")}\n[privacy]\nofficer = "dpo@acme.com"\n', encoding="utf-8")

    job.keep(read_before.model_copy(update={"order": "location"}), job.decisions(), job.known())

    assert (job.setup().order, job.setup().privacy.officer) == ("location", "dpo@acme.com")


def test_comments_in_the_set_up_of_a_job_stay(tmp_path: Path) -> None:
    """Columns of another export are added beside them."""
    month(tmp_path, "2026-11-03", ANN)
    setup = tmp_path / "job" / "setup.toml"
    text = setup.read_text(encoding="utf-8")
    setup.write_text(text.replace('order = "file"', 'order = "file"  # until May'), encoding="utf-8")

    month(tmp_path, "2026-12-03", f"{ANN},x", header=f"{HEADER},Badge")

    assert 'order = "file"  # until May' in setup.read_text(encoding="utf-8")
    assert len(JobFolder(tmp_path / "job").setup().source) == 2


def test_people_who_used_places_and_are_on_no_list(tmp_path: Path) -> None:
    """What was used before and who is known of those is told side by side; a list settles it."""
    (tmp_path / "known.csv").write_text("Name,Email\nGil Roe,gil@example.com\n", encoding="utf-8")

    unknown = month(tmp_path, "2026-11-03", ANN, used="2", hands_over=False)
    known = month(tmp_path, "2026-11-03", ANN, known=[tmp_path / "known.csv"])

    assert [(it.used_before, it.known_before) for it in (unknown, known)] == [(2, 0), (2, 1)]
