"""From exports and options to a written folder: what `run` and `clean` have in common."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import polars as pl

from keycafe_clean.answers import with_answers
from keycafe_clean.check import template_header
from keycafe_clean.clean import Cleaned, clean, known_people
from keycafe_clean.columns.suggestion import IN_WORDS
from keycafe_clean.contract import IMPORT_COLUMNS, MONTHLY_LIMIT
from keycafe_clean.decisions import Decisions
from keycafe_clean.errors import SetupError
from keycafe_clean.plan import Plan, plan_imports
from keycafe_clean.read import read_export
from keycafe_clean.setup import Setup
from keycafe_clean.write import WrittenFile, write_imports


@dataclass(frozen=True)
class Options:
    """What the analyst asked for; None: not said."""

    out: Path | None = None
    setup: Path | None = None
    decisions: Path | None = None
    answers: Path | None = None
    known: Path | None = None
    template: Path | None = None
    plan: str | None = None
    used: str | None = None
    today: str | None = None
    month: str | None = None
    reading: Mapping[str, str | int] = field(default_factory=dict)
    columns: list[str] | None = None


@dataclass(frozen=True)
class Job:
    """A finished run: what became of the export, the plan, the files written, and who was in Keycafe before."""

    cleaned: Cleaned
    plan: Plan
    files: tuple[WrittenFile, ...]
    known: tuple[str, ...] = ()

    def needs_a_fix(self, *, strict: bool) -> bool:
        """Tell whether a cell must be repaired; with `strict` also whether a question is open."""
        severities = ["fix", "question"] if strict else ["fix"]
        return self.cleaned.findings.get_column("severity").is_in(severities).any()

    @property
    def import_files(self) -> tuple[WrittenFile, ...]:
        """Get this month's import files: one, unless the size needs more; none when nobody is ready."""
        return tuple(file for file in self.files if file.month)


def do_job(exports: list[Path], options: Options) -> Job:
    """Read, clean, plan and write. Raises what the parts raise; nothing stays behind then."""
    today = _day(options.today)
    month = _month(options.month) or f"{today:%Y-%m}"
    used = _used(options.used)
    setup = _setup(options)
    export = read_export(*exports, **setup.reading.model_dump(), dates=setup.dates)
    decisions = Decisions.read(options.decisions) if options.decisions else Decisions()
    known = _known(options.known) if options.known else None
    cleaned = clean(export, setup, decisions, today=today, known=known)
    if options.answers:
        answered = with_answers(cleaned, read_export(options.answers))
        cleaned = clean(export, setup, answered, today=today, known=known)
    plan = plan_imports(cleaned, month=month, used=used)
    addresses = () if known is None else tuple(known.get_column("Email Address").drop_nulls())
    return Job(cleaned, plan, write_imports(cleaned, plan, options.out or Path(f"keycafe-{month}")), addresses)


def _known(path: Path) -> pl.DataFrame:
    people = known_people(read_export(path))
    if people.is_empty():
        raise SetupError(f"{path.name} holds neither addresses nor names. Give a list of who is in Keycafe already.")
    return people


def _setup(options: Options) -> Setup:
    setup = Setup.read(options.setup) if options.setup else Setup()
    if options.plan:
        setup = setup.model_copy(update={"plan": plan_named(options.plan)})
    if options.template:
        setup = setup.model_copy(update={"template": sample_header(options.template)})
    setup = setup.model_copy(update={"reading": setup.reading.model_copy(update=options.reading)})
    if options.columns:
        said = dict(_column(text) for text in options.columns)
        setup = setup.model_copy(update={"columns": {**setup.columns, **said}})
    return setup


def _column(text: str) -> tuple[str, tuple[str, ...]]:
    ours, _, header = text.partition("=")
    if not ours.strip() or "=" not in text:
        raise SetupError(f"--column is '{text}'. Write ours and yours, for example \"Last Name=Nom\".")
    labels = {IN_WORDS.get(column, column).lower(): column for column in (*IMPORT_COLUMNS, *IN_WORDS)}
    return labels.get(ours.strip().lower(), ours.strip()), (header.strip(),) if header.strip() else ()


def said_of_reading(
    encoding: str | None, delimiter: str | None, sheet: str | None, header: str | None
) -> dict[str, str | int]:
    """Get what was said of how files are read, by the names of the set-up. SetupError: the row is no number."""
    if header is not None and not (header.isascii() and header.isdecimal()):
        raise SetupError(f"--header-row is '{header}'. Write the row of the column names as a number, for example 3.")
    row = None if header is None else int(header)
    said = {"encoding": encoding, "delimiter": delimiter, "sheet": sheet, "header": row}
    return {name: value for name, value in said.items() if value is not None}


def plan_named(plan: str) -> str:
    """Get the plan if there is one of this name. SetupError: there is none."""
    if plan not in MONTHLY_LIMIT:
        raise SetupError(f"--plan is '{plan}'. It must be paid or confirmed.")
    return plan


def sample_header(path: Path) -> tuple[str, ...]:
    """Get the header cells of the sample file at `path`. SetupError: it is missing, or no sample file."""
    return template_header(path.name, file_bytes(path))


def file_bytes(path: Path) -> bytes:
    """Get what is in a file that an option or argument names. SetupError: it cannot be opened."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise SetupError(f"{path} cannot be opened: {error.strerror}. Check the name and the folder.") from None


def _used(text: str | None) -> int | None:
    if text is None or (text.isascii() and text.isdecimal()):
        return int(text) if text else None
    raise SetupError(f"--used is '{text}'. Write how many users were imported this month already, for example 120.")


def _day(text: str | None) -> date:
    try:
        return date.fromisoformat(text) if text else date.today()  # noqa: DTZ011 - the analyst's own day
    except ValueError:
        raise SetupError(f"--today is '{text}'. Write it as YYYY-MM-DD, for example 2026-11-03.") from None


def _month(text: str | None) -> str | None:
    try:
        return f"{date.fromisoformat(f'{text}-01'):%Y-%m}" if text else None
    except ValueError:
        raise SetupError(f"--month is '{text}'. Write it as YYYY-MM, for example 2026-11.") from None
