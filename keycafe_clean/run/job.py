"""From exports and options to a written folder: a run of its own, or a month of a job."""

from pathlib import Path

from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.decide.setup import Setup
from keycafe_clean.job import JobFolder
from keycafe_clean.phases.pipeline_state import Before
from keycafe_clean.plan import plan_imports
from keycafe_clean.run.decided import decided, known_people, made_ready
from keycafe_clean.run.finished import Job
from keycafe_clean.run.month import do_month
from keycafe_clean.run.option_values import used_places
from keycafe_clean.run.options import Options, setup_of
from keycafe_clean.write import write_imports


def do_job(exports: list[Path], options: Options) -> Job:
    """Read, clean, plan and write. Raises what the parts raise; nothing stays behind then."""
    if options.job is not None:
        return do_month(JobFolder(options.job), exports, options)
    made = made_ready(exports, options, setup_of(options, Setup.read(options.setup) if options.setup else Setup()))
    listed = known_people(options.known or [])
    decisions = Decisions.read(options.decisions) if options.decisions else Decisions()
    cleaned, sheet = decided(made, decisions, Before(listed.people if listed.files else None), options)
    plan = plan_imports(cleaned, month=made.month, used=used_places(options.used, made.prepared.setup.plan))
    files = write_imports(cleaned, plan, options.out or Path(f"keycafe-{made.month}"))
    return Job(cleaned, plan, files, listed.addresses, listed.files, retyped=sheet.retyped, replaced=sheet.replaced)
