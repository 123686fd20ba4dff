"""An address that was typed as an answer: it is the account's, whatever the export says a month later."""

from pathlib import Path

from tests.job.runs import ANN, BOB, answer, filled, month, sent

NILS = "7,Nils,Berg,nils.berg@example,Active,2023-04-01,York"
REPAIRED = ",Nils,Keller,nils.berg@example.com,Active,,York"
WITHOUT_NUMBERS = [line.partition(",")[2].join((",", "")) for line in (ANN, BOB)]


def test_it_is_not_invited_a_second_time(tmp_path: Path) -> None:
    """HR repairs the cell in December, and he has married: the address is one that is in Keycafe."""
    first = month(tmp_path, "2026-11-03", ANN, BOB, NILS, hands_over=False)
    sheet = tmp_path / "answers.csv"
    sheet.write_text(filled((first.folder / "waiting.csv").read_text("utf-8-sig"), "nils.berg@example.com"), "utf-8")
    assert "Nils" in sent(month(tmp_path, "2026-11-03", ANN, BOB, NILS, answers=sheet))
    answer(tmp_path, "all_added")

    december = month(tmp_path, "2026-12-03", *WITHOUT_NUMBERS, REPAIRED)

    assert "Nils" not in sent(december)
