"""What became of one person of a job: a first sentence, and by date what it rests on. No export is needed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from keycafe_clean.article.contract import SMARTBOX_USER
from keycafe_clean.job.forgotten import FORGOTTEN_MONTH
from keycafe_clean.job.month import MONTH_FOLDER, Month
from keycafe_clean.job.news_of_member import Line, news_since, open_beside
from keycafe_clean.job.outcome_lines import ADDED, ALREADY_THERE, INVITATION, NEEDS_A_FIX, TRY_AGAIN
from keycafe_clean.job.people_found import Person
from keycafe_clean.masked_reasons import rule_of_one
from keycafe_clean.outcome_reasons import IN_KEYCAFE
from keycafe_clean.step_words import rule_in_words
from keycafe_clean.wording import day_in_words, month_alone, month_name

#: What waits, in words, by the code of its question; of any other the sentence that the analyst read.
_WAITS = {
    "email_syntax": "the address is incomplete",
    "email_signs": "the address is incomplete",
    "email_slip": "the address may be mistyped",
    "possible_duplicate": "may be the same person as row {beside_row} of {beside_file}",
    "email_unique": "somebody else has the same address",
    "possible_known": "may be somebody who is already in Keycafe",
    "address_in_keycafe": "the address is somebody's who is already in Keycafe",
    "refused_before": "Keycafe refused this person before, and nothing has changed since",
    "left_before": "had left by an earlier file",
    "erased_before": "may be somebody who was erased on request",
}

#: What was decided, in words, by its kind.
_DECIDED = {
    "edit": "{column}: {seen} > {value}",
    "leave_out": "leave out",
    "right": "{column} is right as it is",
    "same_person": "one person with {beside}",
    "two_people": "another person than {beside}",
}

#: Of a month that is still there, its own lines tell more.
_FORGOTTEN = "Already in Keycafe by an earlier file of this job, whose month was forgotten since."

#: What Keycafe said, in the words of the desk.
_SAID = {
    ADDED: "added",
    ALREADY_THERE: "is there already; nothing is left but what the page to_do.html says",
    NEEDS_A_FIX: "failed",
    TRY_AGAIN: "the file was refused, or not uploaded",
}


@dataclass(frozen=True)
class Entry:
    """One line of evidence: the day on which it happened, where that is known, and what."""

    day: date | None
    text: str


@dataclass(frozen=True)
class Story:
    """What became of a person: how they are called, the outcome as one sentence, and the evidence, oldest first."""

    name: str
    number: str | None
    outcome: str
    entries: tuple[Entry, ...]


def story_of(person: Person, months: Sequence[Month]) -> Story:
    """Get the story of a person of these months, oldest first. It names nobody else."""
    by_folder = {month.folder.name: month for month in months}
    lines = [(by_folder[line["folder"]], line) for line in person.lines.to_dicts()]
    newest = lines[-1][1]
    entries = (entry for month, line in lines for entry in _entries(month, line, newest, by_folder))
    return Story(person.name, person.number, _outcome(lines, by_folder), tuple(entries))


def _outcome(lines: Sequence[Line], months: Mapping[str, Month]) -> str:
    """Get the first sentences: what Keycafe said where somebody was sent, else where they stand in the newest month.

    Of who is in Keycafe first what has become of them since. `months` are all of the job, by the names of their
    folders, oldest first.
    """
    newest = list(months.values())[-1]
    sent = [(month, line) for month, line in lines if line["sent"]]
    there = [(month, line) for month, line in sent if line["answer"] in (ADDED, ALREADY_THERE)]
    if there:
        return " ".join([*news_since(there[-1], lines, newest), _of_sent(*there[-1]), *open_beside(there[-1], sent)])
    if sent and sent[-1][1]["answer"] not in (NEEDS_A_FIX, TRY_AGAIN):
        return _of_sent(*sent[-1])
    month, line = lines[-1]
    if month.folder != newest.folder:
        return f"Not in {month_alone(newest.month)}'s file; last seen in {month_alone(month.month)}'s."
    if sent and line["outcome"] == "ready":
        return _of_sent(*sent[-1])
    return _of_row(month, line, months)


def _of_sent(month: Month, line: dict[str, Any]) -> str:
    answer, day, said = line["answer"], _day(line["answered_on"]), line["said"]
    if answer == ALREADY_THERE:
        return "Already in Keycafe before our import."
    if answer == NEEDS_A_FIX:
        return f"Refused by Keycafe: {said}." if said else "Refused by Keycafe."
    if answer == TRY_AGAIN:
        return f"To be sent again: the {month_alone(month.month)} file was refused, or not uploaded."
    if answer != ADDED:
        return f"In the {month_alone(month.month)} file; nobody has said yet what Keycafe made of it."
    on = f" on {day_in_words(day)}" if day else ""
    if line["user_type"] == SMARTBOX_USER:
        return f"SmartBox User, added{on}: SmartBox Users get no invitation."
    invited = INVITATION in (line["ways_in"] or INVITATION)
    how = "Invited" if invited else "Added without an invitation"
    return f"{how}: in the {month_alone(month.month)} file, added{on}."


def _of_row(month: Month, line: dict[str, Any], months: Mapping[str, Month]) -> str:
    """Get where a row stands of which nothing was sent."""
    if line["outcome"] == "ready":
        return _planned(month, line)
    if line["outcome"] == "combined":
        return f"Combined with {_kept(month, line, months)}."
    if line["outcome"] == "waiting":
        return f"Waiting for you: {_waits(month, line)}"
    if line["reason"] == IN_KEYCAFE:
        return _FORGOTTEN if _is_by_forgotten(line, months) else "Already in Keycafe before our import."
    return f"Not invited: left out, {_why(line)}."


def _is_by_forgotten(line: dict[str, Any], months: Mapping[str, Month]) -> bool:
    """Tell whether whoever is in Keycafe already is so by a month of the job that was forgotten, not by a list."""
    origin = _origin(line, months)
    # Of a month that was forgotten as a whole nothing is left but the words of the reason.
    return bool(MONTH_FOLDER.fullmatch(origin["known_file"] or "")) or FORGOTTEN_MONTH in (origin["why"] or "")


def _origin(line: dict[str, Any], months: Mapping[str, Month]) -> dict[str, Any]:
    """Get the earliest line by which whoever a line is about is in Keycafe already, as far as months are there."""
    for _ in months:
        earlier = months.get(line["known_file"] or "")
        found = earlier.lines.filter(row=line["known_row"]).to_dicts() if earlier else []
        if line["reason"] != IN_KEYCAFE or not found:
            break
        line = found[0]
    return line


def _planned(month: Month, line: dict[str, Any]) -> str:
    if line["month"] is None:
        return "Not invited: leaves before the month in which a place is free."
    name = month_alone(line["month"])
    if line["month"] == month.month:
        return f"In the {name} file, which was not handed over."
    return f"Waiting for {name}: the monthly limit."


def _kept(month: Month, line: dict[str, Any], months: Mapping[str, Month]) -> str:
    """Say which row is kept, and whether it was invited."""
    told = month.told_of(line["file"], line["row"], "combined.csv")
    if not told:
        return "another row of its file"
    file, row = told[0]["into_file"], told[0]["into_row"]
    kept = month.lines.filter(file=file, row=row).to_dicts()
    stands = _stands_of(kept[0], months) if kept else "was not invited"
    return f"row {row}{'' if file == line['file'] else f' of {file}'}, which {stands}"


def _stands_of(line: dict[str, Any], months: Mapping[str, Month]) -> str:
    """Get whether whoever a line is about was invited, by its month or by an earlier one that they are known by."""
    line = _origin(line, months)
    if line["reason"] == IN_KEYCAFE:
        return "is in Keycafe already"
    added = "was added" if line["user_type"] == SMARTBOX_USER else "was invited"
    return added if line["answer"] == ADDED else "was not invited"


def _waits(month: Month, line: dict[str, Any]) -> str:
    told = month.told_of(line["file"], line["row"], "waiting.csv")
    if not told:
        return "a question about the row."
    code = told[0]["code"]
    return f"{_WAITS[code].format(**line)}." if code in _WAITS else str(told[0]["sentence"])


def _entries(
    month: Month, line: dict[str, Any], newest: dict[str, Any], months: Mapping[str, Month]
) -> Iterator[Entry]:
    """Yield what a month knows of a line: its row, its cells before and after, decisions, its place, the answer."""
    yield Entry(
        month.made, f"row {line['row']} of {line['file']}{_as_called(line, newest)}: {_stands(month, line, months)}"
    )
    place = line["file"], line["row"]
    for change in month.told_of(*place, "changes.csv"):
        before, after = (change[name] or "blank" for name in ("before", "after"))
        yield Entry(month.made, f"{change['column']}: {before} > {after} ({rule_in_words(change['rule'] or '')})")
    yield from map(_decided, month.decided_about(line))
    if line["sent"]:
        yield Entry(month.made, f"{month_alone(month.month)} file, line {line['sent']}")
    if line["answered_on"]:
        # What Keycafe's words ask for is done: whoever is there already is in no file any more.
        said = f": {line['said']}" if line["said"] and line["answer"] != ALREADY_THERE else ""
        by = f" (noted by {line['answered_by']})" if line["answered_by"] else ""
        yield Entry(_day(line["answered_on"]), f"Keycafe: {_SAID.get(line['answer'], line['answer'])}{said}{by}")


def _decided(told: dict[str, Any]) -> Entry:
    """Get a decision: what, by whom, and where it is written down."""
    cells = {"column": told["column"] or "the row", **{cell: told[cell] or "blank" for cell in ("seen", "value")}}
    what = _DECIDED[told["kind"]].format(**cells, beside=told["beside"])
    by = f" by {told['by']}" if told["by"] else ""
    return Entry(_day(told["on"]), f"decided{by}: {what} (decisions.csv, line {told['line']})")


def _as_called(line: dict[str, Any], newest: dict[str, Any]) -> str:
    """Get the name and the address of a row where they are others than in the newest one."""
    others = [line[cell] for cell in ("name", "email") if line[cell] and line[cell] != newest[cell]]
    return f", as {', '.join(others)}" if others else ""


def _stands(month: Month, line: dict[str, Any], months: Mapping[str, Month]) -> str:
    """Get where the row stood in its month."""
    if line["outcome"] == "ready":
        return _user(line)
    if line["outcome"] == "waiting":
        return f"waiting: {_waits(month, line)}"
    if line["outcome"] == "combined" and (told := month.told_of(line["file"], line["row"], "combined.csv")):
        file, row = told[0]["into_file"], told[0]["into_row"]
        return f"combined with row {row}{'' if file == line['file'] else f' of {file}'}, {_why(line)}"
    why = f", {_why(line)}" if line["why"] else ""
    if line["reason"] == IN_KEYCAFE and line["known_file"]:
        # Whose line it is, is in its words: perhaps somebody else's.
        why = f", already in Keycafe by {_first_known(line, months)}"
    return f"{line['outcome'].replace('_', ' ')}{why}"


def _first_known(line: dict[str, Any], months: Mapping[str, Month]) -> str:
    """Get the list or export and the row that somebody is known by: of months that know each other the first one."""
    known, row = line["known_file"], line["known_row"]
    for _ in months:
        lines = months[known].lines.filter(row=row, reason=IN_KEYCAFE) if known in months else None
        found = [] if lines is None else lines.drop_nulls("known_file").to_dicts()
        if not found:
            break
        known, row = found[0]["known_file"], found[0]["known_row"]
    return f"{_of_file(known)}, row {row}"


def _of_file(known: str) -> str:
    """Get a list, or a month's folder as the file of that month: `the export of December 2026 (2)`."""
    folder = MONTH_FOLDER.fullmatch(known)
    if folder is None:
        return known
    number = f" ({folder['number']})" if folder["number"] else ""
    return f"the export of {month_name(folder['month'])}{number}"


def _user(line: dict[str, Any]) -> str:
    """Get the user type of a ready row, and how it came about."""
    if line["address"] is None:
        return "no e-mail address: SmartBox User"
    if line["user_type"] == SMARTBOX_USER:
        return "SmartBox User by a rule or a decision, has an e-mail address"
    return "has an e-mail address: Full User"


def _why(line: dict[str, Any]) -> str:
    """Get why a row is left out or no person; a rule may name others, whom nobody has asked for."""
    return rule_of_one(line["why"]) if line["reason"] == "rule" else f"{line['why']}"


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None
