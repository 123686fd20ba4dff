"""From exports and options to a written folder: what `run` and `clean` have in common."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from keycafe_clean.check import template_header
from keycafe_clean.clean import Cleaned, clean
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
    template: Path | None = None
    plan: str | None = None
    used: int | None = None
    today: str | None = None
    month: str | None = None
    encoding: str | None = None
    sheet: str | None = None
    no_header: bool = False


@dataclass(frozen=True)
class Job:
    """A finished run: what became of the export, the plan, and the files written."""

    cleaned: Cleaned
    plan: Plan
    files: tuple[WrittenFile, ...]

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
    setup = _setup(options)
    export = read_export(*exports, encoding=options.encoding, sheet=options.sheet, header=not options.no_header or None)
    decisions = Decisions.read(options.decisions) if options.decisions else Decisions()
    cleaned = clean(export, setup, decisions, today=today)
    plan = plan_imports(cleaned, month=month, used=options.used)
    return Job(cleaned, plan, write_imports(cleaned, plan, options.out or Path(f"keycafe-{month}")))


def _setup(options: Options) -> Setup:
    setup = Setup.read(options.setup) if options.setup else Setup()
    if options.plan:
        setup = Setup.model_validate({**setup.model_dump(by_alias=True), "plan": options.plan})
    if options.template:
        header = template_header(options.template.name, options.template.read_bytes())
        setup = setup.model_copy(update={"template": header})
    return setup


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
