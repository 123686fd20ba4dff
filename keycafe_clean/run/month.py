"""The next month of a job: from exports and options to a folder of it."""

from dataclasses import replace
from pathlib import Path

from keycafe_clean.decide.setup import Setup
from keycafe_clean.errors import KeycafeCleanError, MassChangeError, SetupError, UnknownColumn
from keycafe_clean.job import JobFolder, mass_changes
from keycafe_clean.job.before import MonthBefore
from keycafe_clean.plan import months_before
from keycafe_clean.quoting import quoted
from keycafe_clean.run.decided import Ready, decided, known_people, made_ready
from keycafe_clean.run.finished import Job
from keycafe_clean.run.option_values import day_of, month_of, used_places
from keycafe_clean.run.options import Options, setup_of


def do_month(folder: JobFolder, exports: list[Path], options: Options) -> Job:
    """Do the next month of a job, and keep what was said in its folder.

    SetupError: an option does not go with a job. MassChangeError: the export changes more people than the set-up
    allows, and nobody said to go on; nothing is written then. Else raises what the parts raise.
    """
    _refuse_options_of_a_run(folder, options)
    refuse_month_that_has_passed(options)
    with folder.held() as taken_over:
        return replace(held_month(folder, exports, options), taken_over=taken_over)


def held_month(folder: JobFolder, exports: list[Path], options: Options) -> Job:
    """Do what `do_month()` does in a folder that is held already, with options that go with a job."""
    setup = folder.setup() if folder.is_begun or not options.setup else Setup.read(options.setup)
    made = _made_ready(folder, exports, options, setup_of(options, setup))
    _refuse_month_before_the_newest(folder, made.month)
    if not options.answers:
        folder.refuse_filled_in(made.month)
    listed = known_people(options.known or [])
    of_job = MonthBefore.of(folder, made.month, made.prepared.state.who, listed.added_to(folder.known()))
    cleaned, sheet = decided(made, folder.decisions(), of_job.before, options)
    comparison = of_job.compared(cleaned)
    if not options.goes_on and (stops := [it.sentence for it in mass_changes(comparison, setup.mass_changes)]):
        raise MassChangeError(stops)
    said = _used_before(made, options)
    used = said.used.get(made.month, 0)
    plan = of_job.planned(cleaned, made.month, used)
    # What was decided goes first: whatever stops the run, nothing of it is asked again.
    folder.keep(said, cleaned.decisions, of_job.listed)
    files = folder.write_month(cleaned, plan, comparison, handed_over=options.hands_over)
    forgot = folder.forget_answered(months_before(made.month, setup.keep_months), made.today)
    return Job(
        cleaned,
        plan,
        files,
        tuple(of_job.still_members(cleaned, plan)),
        listed.files,
        comparison,
        forgot,
        used,
        of_job.count_listed,
        retyped=sheet.retyped,
        replaced=sheet.replaced,
    )


def _made_ready(folder: JobFolder, exports: list[Path], options: Options, setup: Setup) -> Ready:
    """Read and prepare what was given. MassChangeError: it lacks a column of the set-up, and may be another file."""
    try:
        return made_ready(exports, options, setup)
    except UnknownColumn as unknown:
        stops = [] if options.goes_on else _may_be_another_file(folder, exports, options, setup)
        if not stops:
            raise
        raise MassChangeError([*stops, f"{unknown}"]) from None


def _may_be_another_file(folder: JobFolder, exports: list[Path], options: Options, setup: Setup) -> list[str]:
    """Get how it changes too many people, read without what the set-up says of columns; nothing: it cannot be read."""
    bare = setup.model_copy(update={"columns": {}, "rule": ()})
    try:
        made = made_ready(exports, options, bare)
        of_job = MonthBefore.of(folder, made.month, made.prepared.state.who, folder.known())
        cleaned, _ = decided(made, folder.decisions(), of_job.before, replace(options, answers=None))
    except KeycafeCleanError:
        return []
    return [it.sentence for it in mass_changes(of_job.compared(cleaned), setup.mass_changes)]


def _refuse_options_of_a_run(folder: JobFolder, options: Options) -> None:
    """Refuse what a job keeps itself. SetupError: `--out`, `--decisions`, or a set-up beside the job's own."""
    for name, said in (("out", options.out), ("decisions", options.decisions)):
        if said:
            raise SetupError(f"--{name} does not go with --job: the job's folder has its own. Leave it out.")
    if options.setup and folder.is_begun:
        raise SetupError("--setup does not go with a job that has its own. Change setup.toml in its folder instead.")


def refuse_month_that_has_passed(options: Options) -> None:
    """Refuse a month in which nobody can be imported any more. SetupError: it has passed."""
    month, today = month_of(options.month), day_of(options.today)
    if month and month < f"{today:%Y-%m}":
        raise SetupError(
            f"--month {month} has passed, and its places with it. Leave it out: this month is {today:%Y-%m}."
        )


def _refuse_month_before_the_newest(folder: JobFolder, month: str) -> None:
    """Refuse a month before one whose file was handed over: whoever has left since would be sent.

    SetupError: there is such a file, and nobody has said that Keycafe has nobody of it.
    """
    newest = folder.handed_over_after(month)
    if newest is None:
        return
    raise SetupError(
        f"{month} lies before {newest.month}, of which a file was handed over. Say the day as it is with --today, or "
        f"--month {newest.month} for a further file of that month. If that file was not uploaded, say so first: "
        f"keycafe-clean answer {quoted(folder.path)} --month {newest.folder.name} --not-uploaded"
    )


def _used_before(made: Ready, options: Options) -> Setup:
    """Get the set-up with the places of the month that were used before this job, as they were said."""
    used = used_places(options.used, made.prepared.setup.plan)
    setup = made.prepared.setup
    return setup if used is None else setup.with_used(made.month, used)
