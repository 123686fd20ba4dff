"""From exports and options to what becomes of each row: what a run of its own and a month of a job have in common."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from keycafe_clean.answers import with_answers
from keycafe_clean.decide.decisions import Decisions, Made
from keycafe_clean.decide.revision import revised
from keycafe_clean.decide.setup import Setup
from keycafe_clean.errors import SetupError, WrongAnswers
from keycafe_clean.export import Export
from keycafe_clean.join import join_files
from keycafe_clean.known.files import read_known_file
from keycafe_clean.known.lists import KnownList, read_known
from keycafe_clean.phases.pipeline_state import Before
from keycafe_clean.pipeline import Cleaned, Prepared, decide, prepare
from keycafe_clean.read import read_export
from keycafe_clean.run.export_file import export_file
from keycafe_clean.run.option_values import day_of, month_of
from keycafe_clean.run.options import Options
from keycafe_clean.write import decider
from keycafe_clean.write.answer_sheet import read_answer_sheet
from keycafe_clean.write.retyped_cells import retyped_cells


@dataclass(frozen=True)
class Ready:
    """What was read and prepared, for which day and month."""

    prepared: Prepared
    today: date
    month: str


def made_ready(exports: list[Path], options: Options, setup: Setup) -> Ready:
    """Read and prepare what was given. Raises what the parts raise."""
    today = day_of(options.today)
    month = month_of(options.month) or f"{today:%Y-%m}"
    export = read_export(*map(export_file, exports), **setup.reading.model_dump(), dates=setup.dates)
    return Ready(prepare(*_joined(export, options, setup)), today, month)


def _joined(export: Export, options: Options, setup: Setup) -> tuple[Export, Setup]:
    """Get the export with the files that belong to it, and the set-up with what was said of them.

    SetupError: something is said of such files, and none is given.
    """
    if not options.join:
        for name, said in (
            ("join-key", options.join_keys),
            ("smartbox-without-address", options.smartbox_without_address),
        ):
            if said:
                raise SetupError(
                    f"--{name} goes with --join: it is about a file that belongs to the export. Give the file."
                )
        return export, setup
    # How the exports are read was said of them alone.
    others = read_export(*map(export_file, options.join), dates=setup.dates)
    joined, decided = join_files(export, others, setup, options.join_keys or ())
    if options.smartbox_without_address:
        settled = [join.model_copy(update={"smartbox_user_without_address": True}) for join in decided.join]
        decided = decided.model_copy(update={"join": tuple(settled)})
    return joined, decided


@dataclass(frozen=True)
class OfSheet:
    """What is said of a sheet of answers: cells corrected where nothing is read, answers that replace others."""

    retyped: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()


def decided(made: Ready, decisions: Decisions, before: Before, options: Options) -> tuple[Cleaned, OfSheet]:
    """Get the export with all that was decided, and what is said of a sheet of answers."""
    again = partial(decide, made.prepared, today=made.today, before=before)
    cleaned = again(decisions)
    if not options.answers:
        return cleaned, OfSheet()
    sheet = read_answer_sheet(export_file(options.answers))
    by = Made(decider(made.prepared.setup), made.today)
    answered = partial(with_answers, filled_in=sheet, made=by)
    retyped = retyped_cells(sheet, cleaned)
    try:
        return again(answered(cleaned)), OfSheet(retyped)
    except WrongAnswers as wrong:
        # A sheet that was taken before, perhaps with more answers by now: its questions were open where nothing was
        # decided, or nobody was known to have been sent. Another answer than before is the later one.
        for undecided in (partial(again, Decisions()), partial(decide, made.prepared, today=made.today)):
            with suppress(WrongAnswers):
                later, replaced = revised(decisions, answered(undecided()), cleaned.who, cleaned.rows)
                return again(later), OfSheet(retyped, replaced)
        raise wrong from None


def known_people(paths: list[Path]) -> KnownList:
    """Read the lists of who is in Keycafe. SetupError: one holds nobody."""
    listed = read_known(*map(read_known_file, paths))
    for file in listed.not_lists:
        raise SetupError(f"{file} holds neither addresses nor names. Give a list of who is in Keycafe already.")
    return listed
