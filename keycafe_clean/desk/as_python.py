"""What the analyst can do for a colleague who programs: have what was decided written as Python.

As in `actions`, nothing raises.
"""

from keycafe_clean.desk.error_boundary import doing, error_boundary
from keycafe_clean.desk.session import Session
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.texts import text
from keycafe_clean.job.code_of_month import code_of_job, written_code


@error_boundary
def show_as_python(state: DeskState, session: Session) -> None:
    """Write the newest month of the job as a script and a notebook, as `keycafe-clean code` does, beside its folder."""
    if not session.job.months():
        state.as_python = text("hand_over.no_python")
        return
    with doing(state, text("busy.writing_python")):
        told = code_of_job(session.job)
        script, book = written_code(told, session.folder / told.file_name)
    state.as_python = text("hand_over.python_written", script=script, notebook=book.name)
