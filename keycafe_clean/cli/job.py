"""From exports and options to a written folder: what `run` and `clean` have in common."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from keycafe_clean.answers import with_answers
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
from keycafe_clean.errors import SetupError
from keycafe_clean.known_files import read_known_file
from keycafe_clean.known_list import KnownFile, KnownList, read_known
from keycafe_clean.pipeline import Cleaned, decide, prepare
from keycafe_clean.plan import Plan, plan_imports
from keycafe_clean.read import read_export
from keycafe_clean.steps.frame_columns import FULL_NAME
from keycafe_clean.write import WrittenFile, analyst, write_imports
from keycafe_clean.write.answer_sheet import read_answer_sheet


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
    last_name_first: bool | None = None


@dataclass(frozen=True)
class Job:
    """A finished run: what became of the export, the plan, the files written, and who was in Keycafe before."""

    cleaned: Cleaned
    plan: Plan
    files: tuple[WrittenFile, ...]
    known: tuple[str, ...] = ()
    #: what was understood of each list of known people
    known_files: tuple[KnownFile, ...] = ()

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
    today = day_of(options.today)
    month = month_of(options.month) or f"{today:%Y-%m}"
    used = used_places(options.used)
    setup = _setup(options)
    export = read_export(*map(export_file, exports), **setup.reading.model_dump(), dates=setup.dates)
    decisions = Decisions.read(options.decisions) if options.decisions else Decisions()
    listed = _known(options.known or [])
    known = listed.people if listed.files else None
    prepared = prepare(export, setup)
    cleaned = decide(prepared, decisions, today=today, known=known)
    if options.answers:
        filled_in = read_answer_sheet(export_file(options.answers))
        answered = with_answers(cleaned, filled_in, Made(analyst(), today))
        cleaned = decide(prepared, answered, today=today, known=known)
    plan = plan_imports(cleaned, month=month, used=used)
    files = write_imports(cleaned, plan, options.out or Path(f"keycafe-{month}"))
    return Job(cleaned, plan, files, listed.addresses, listed.files)


def _known(paths: list[Path]) -> KnownList:
    listed = read_known(*map(read_known_file, paths))
    for file in listed.not_lists:
        raise SetupError(f"{file} holds neither addresses nor names. Give a list of who is in Keycafe already.")
    return listed


def _setup(options: Options) -> Setup:
    setup = Setup.read(options.setup) if options.setup else Setup()
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
