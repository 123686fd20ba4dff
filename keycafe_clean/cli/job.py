"""From exports and options to a written folder: what `run` and `clean` have in common."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

import polars as pl

from keycafe_clean.answers import with_answers
from keycafe_clean.article.addresses import email_key
from keycafe_clean.cli.option_values import (
    columns_said,
    day_of,
    export_file,
    month_of,
    plan_named,
    sample_header,
    used_places,
)
from keycafe_clean.decide.decisions import Decisions, Made
from keycafe_clean.decide.setup import Setup
from keycafe_clean.errors import MassChangeError, SetupError, WrongAnswers
from keycafe_clean.export import Export
from keycafe_clean.job import Comparison, JobFolder, compare, mass_changes
from keycafe_clean.job.history import placed
from keycafe_clean.join import join_files
from keycafe_clean.known_files import read_known_file
from keycafe_clean.known_list import KnownFile, KnownList, read_known
from keycafe_clean.pipeline import Cleaned, Prepared, decide, prepare
from keycafe_clean.plan import Plan, months_before, plan_imports
from keycafe_clean.read import read_export
from keycafe_clean.steps.frame_columns import FULL_NAME
from keycafe_clean.write import WrittenFile, analyst, write_imports
from keycafe_clean.write.answer_sheet import read_answer_sheet
from keycafe_clean.write.retyped_cells import retyped_cells


@dataclass(frozen=True, kw_only=True)
class Options:
    """What the analyst asked for; None: not said."""

    out: Path | None = None
    setup: Path | None = None
    decisions: Path | None = None
    answers: Path | None = None
    known: list[Path] | None = None
    template: Path | None = None
    plan: str | None = None
    used: str | None = None
    today: str | None = None
    month: str | None = None
    reading: Mapping[str, str | int] = field(default_factory=dict)
    columns: list[str] | None = None
    #: files that belong to the exports, keys that are said for them, and whether whom they lack is a SmartBox User
    join: list[Path] | None = None
    join_keys: list[str] | None = None
    smartbox_without_address: bool = False
    last_name_first: bool | None = None
    #: the folder of a job, of which everything comes that was said before
    job: Path | None = None
    #: whether the import file is handed over, and counts as sent
    hands_over: bool = False
    #: whether a mass change was looked at, and is right
    goes_on: bool = False


@dataclass(frozen=True)
class Job:
    """A finished run: what became of the export, the plan, the files written, and who was in Keycafe before."""

    cleaned: Cleaned
    plan: Plan
    files: tuple[WrittenFile, ...]
    known: tuple[str, ...] = ()
    #: what was understood of each list of known people
    known_files: tuple[KnownFile, ...] = ()
    #: what became of the people of the month before; None: a run of its own
    comparison: Comparison | None = None
    #: how many months of the job were so old that they were forgotten
    forgot: int = 0
    #: how many places of the month were used before a job, and how many people in Keycafe it knows that it never sent
    used_before: int = 0
    known_before: int = 0
    #: what is said of a run in the job's folder that was stopped before its end; None: there was none
    taken_over: str | None = None
    #: cells that were corrected in the sheet of answers, where they are not read
    retyped: tuple[str, ...] = ()

    def needs_a_fix(self, *, strict: bool) -> bool:
        """Tell whether a cell must be repaired; with `strict` also whether a question is open."""
        severities = ["fix", "question"] if strict else ["fix"]
        return self.cleaned.findings.get_column("severity").is_in(severities).any()

    @property
    def folder(self) -> Path:
        """Get where the files lie."""
        return Path(self.files[0].path).parent

    @property
    def import_files(self) -> tuple[WrittenFile, ...]:
        """Get this month's import files: one, unless the size needs more; none when nobody is ready."""
        return tuple(file for file in self.files if file.month)


def do_job(exports: list[Path], options: Options) -> Job:
    """Read, clean, plan and write. Raises what the parts raise; nothing stays behind then."""
    if options.job is not None:
        return do_month(JobFolder(options.job), exports, options)
    made = _made(exports, options, _setup(options, Setup.read(options.setup) if options.setup else Setup()))
    listed = _known(options.known or [])
    decisions = Decisions.read(options.decisions) if options.decisions else Decisions()
    cleaned, retyped = _decided(made, decisions, _Before(listed.people if listed.files else None), options)
    plan = plan_imports(cleaned, month=made.month, used=used_places(options.used))
    files = write_imports(cleaned, plan, options.out or Path(f"keycafe-{made.month}"))
    return Job(cleaned, plan, files, listed.addresses, listed.files, retyped=retyped)


def do_month(folder: JobFolder, exports: list[Path], options: Options) -> Job:
    """Do the next month of a job, and keep what was said in its folder.

    SetupError: an option does not go with a job. MassChangeError: the export changes more people than the set-up
    allows, and nobody said to go on; nothing is written then. Else raises what the parts raise.
    """
    _refuse_options_of_a_run(folder, options)
    _refuse_month_that_has_passed(options)
    with folder.held() as taken_over:
        setup = folder.setup() if folder.is_begun or not options.setup else Setup.read(options.setup)
        made = _made(exports, options, _setup(options, setup))
        if not options.answers:
            folder.refuse_filled_in(made.month)
        history, listed = folder.history(made.month), _known(options.known or [])
        known = pl.concat([folder.known(), listed.people]).unique(maintain_order=True)
        by_history = history.known_among(made.prepared.state.who)
        of_old = folder.known_of_old(made.prepared.state.who)
        everybody = pl.concat([known, by_history, of_old], how="diagonal")
        asking = (history.refused_among, history.asked_among, history.doubted_among)
        refused, asked, doubted = (told(made.prepared.state.who) for told in asking)
        cleaned, retyped = _decided(made, folder.decisions(), _Before(everybody, refused, asked, doubted), options)
        # Of a name alone that was in a forgotten month nobody knows whose it was.
        for_certain = of_old.filter(pl.col("known_row").is_not_null())
        comparison = compare(history, cleaned, pl.concat([known, for_certain], how="diagonal"))
        if not options.goes_on and (stops := [it.sentence for it in mass_changes(comparison, setup.mass_changes)]):
            raise MassChangeError(stops)
        said = _used_before(made, options)
        used = said.used.get(made.month, 0) + history.used(made.month)
        waiting = placed(history.waiting_list(), cleaned.who).get_column("row_id").drop_nulls()
        plan = plan_imports(cleaned, month=made.month, used=used, waiting_list=waiting)
        # What was decided goes first: whatever stops the run, nothing of it is asked again.
        folder.keep(said, cleaned.decisions, known)
        files = folder.write_month(cleaned, plan, comparison, handed_over=options.hands_over)
        forgot = folder.forget_answered(months_before(made.month, setup.keep_months), made.today)
        addresses = (known.get_column("Email Address"), by_history.get_column("Email Address"))
        members = pl.concat(addresses).drop_nulls().unique(maintain_order=True)
        known_before = known.select("list_file", pl.coalesce("person", "list_row")).n_unique()
        return Job(
            cleaned,
            plan,
            files,
            tuple(_still_members(members, cleaned, plan)),
            listed.files,
            comparison,
            forgot,
            said.used.get(made.month, 0),
            known_before,
            taken_over,
            retyped,
        )


def _still_members(members: pl.Series, cleaned: Cleaned, plan: Plan) -> pl.Series:
    """Get the known addresses less those of whoever goes in: of these somebody has said that the account is removed."""
    key, rows = email_key("Email Address"), cleaned.rows.filter(pl.col("row_id").is_in(plan.this_month.implode()))
    known = members.to_frame("Email Address").with_columns(key=key)
    return known.join(rows.select(key=key), on="key", how="anti", maintain_order="left").get_column("Email Address")


@dataclass(frozen=True)
class _Made:
    """What was read and prepared, for which day and month."""

    prepared: Prepared
    today: date
    month: str


def _made(exports: list[Path], options: Options, setup: Setup) -> _Made:
    today = day_of(options.today)
    month = month_of(options.month) or f"{today:%Y-%m}"
    export = read_export(*map(export_file, exports), **setup.reading.model_dump(), dates=setup.dates)
    return _Made(prepare(*_joined(export, options, setup)), today, month)


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
class _Before:
    """Who is in Keycafe already, whom it refused, and which pairs were asked about; None: nothing is known of that."""

    known: pl.DataFrame | None
    refused: pl.DataFrame | None = None
    asked: pl.DataFrame | None = None
    doubted: pl.DataFrame | None = None


def _decided(made: _Made, decisions: Decisions, before: _Before, options: Options) -> tuple[Cleaned, tuple[str, ...]]:
    """Get the export with all that was decided, and what is said of a sheet of answers."""
    again = partial(
        decide,
        made.prepared,
        today=made.today,
        known=before.known,
        refused=before.refused,
        asked_before=before.asked,
        doubted_before=before.doubted,
    )
    cleaned = again(decisions)
    if not options.answers:
        return cleaned, ()
    sheet = read_answer_sheet(export_file(options.answers))
    by = made.prepared.setup.audit_role or analyst()
    answered = partial(with_answers, filled_in=sheet, made=Made(by, made.today))
    retyped = retyped_cells(sheet, cleaned)
    try:
        return again(answered(cleaned)), retyped
    except WrongAnswers as wrong:
        # A sheet that was taken before, perhaps with more answers by now: its questions were open where nothing was
        # decided, or nobody was known to have been sent.
        for undecided in (partial(again, Decisions()), partial(decide, made.prepared, today=made.today)):
            with suppress(WrongAnswers):
                more = decisions.with_more(answered(undecided()))
                if more is not None:
                    return again(more), retyped
        raise wrong from None


def _refuse_options_of_a_run(folder: JobFolder, options: Options) -> None:
    """Refuse what a job keeps itself. SetupError: `--out`, `--decisions`, or a set-up beside the job's own."""
    for name, said in (("out", options.out), ("decisions", options.decisions)):
        if said:
            raise SetupError(f"--{name} does not go with --job: the job's folder has its own. Leave it out.")
    if options.setup and folder.is_begun:
        raise SetupError("--setup does not go with a job that has its own. Change setup.toml in its folder instead.")


def _refuse_month_that_has_passed(options: Options) -> None:
    """Refuse a month in which nobody can be imported any more. SetupError: it has passed."""
    month, today = month_of(options.month), day_of(options.today)
    if month and month < f"{today:%Y-%m}":
        raise SetupError(
            f"--month {month} has passed, and its places with it. Leave it out: this month is {today:%Y-%m}."
        )


def _used_before(made: _Made, options: Options) -> Setup:
    """Get the set-up with the places of the month that were used before this job, as they were said."""
    used = used_places(options.used)
    setup = made.prepared.setup
    return setup if used is None else setup.with_used(made.month, used)


def _known(paths: list[Path]) -> KnownList:
    listed = read_known(*map(read_known_file, paths))
    for file in listed.not_lists:
        raise SetupError(f"{file} holds neither addresses nor names. Give a list of who is in Keycafe already.")
    return listed


def _setup(options: Options, setup: Setup) -> Setup:
    said: dict[str, object] = {"reading": setup.reading.as_said(options.reading)}
    if options.plan:
        said["plan"] = plan_named(options.plan)
    if options.template:
        said["template"] = sample_header(options.template)
    if options.columns:
        said["columns"] = {**setup.columns, **columns_said(options.columns)}
    if options.last_name_first is not None:
        said["last_name_first"] = {FULL_NAME: options.last_name_first}
    return setup.model_copy(update=said)
