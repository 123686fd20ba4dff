"""One job, its regression notebook, and copies of both in which a rule was changed."""

import shutil
from pathlib import Path

from keycafe_clean.job import JobFolder
from keycafe_clean.job_notebook.making import make_notebook
from tests.job.runs import ANN, BOB, CY, DAN, EVA, month

FAY = "6,Fay,Ebb,fay.ebb@exmpl,Blau,2022-05-01,York"
GUS = "7,Gus,Ivy,gus.ivy@example.com,Active,2022-05-01,York"

#: Every name and address of the export: none of them may be told.
NAMES = ("Ann", "Lee", "Bob", "Ray", "Cy", "Orr", "Dan", "Fox", "Eva", "Poe", "Fay", "Ebb", "Gus", "Ivy", "ann.lee")

#: Changes of rules: what is put at the end of setup.toml, and what it means for the notebook.
CHANGES = {
    "nothing": ("# The same rules, with a remark.", ""),
    "leave_out": (
        '[[rule]]\ncolumn = "Location"\nis = "York"\nthen = "leave_out"',
        (
            "3 people fewer are ready; 2 people fewer wait for you; 5 people more are left out; 2 Full Users fewer; "
            "1 SmartBox User fewer; Send Invitation 4 -> 2; Send Welcome Email 4 -> 2; Generate Access Code 5 -> 2; "
            "code_by_hand 1 -> 0; email_syntax 2 -> 0; status_word_open 1 -> 0; "
            "left out: Location is York 0 -> 5; cell 6 shows 5 lines differently"
        ),
    ),
    "no_access_code": (
        '[[rule]]\ncolumn = "Location"\nis = "York"\nthen = "no_access_code"',
        "Generate Access Code 5 -> 2; code_by_hand 1 -> 0; no_way_in 0 -> 1",
    ),
    "no_welcome_email": (
        '[[rule]]\ncolumn = "Location"\nis = "Leeds"\nthen = "no_welcome_email"',
        "Send Welcome Email 4 -> 2",
    ),
    "smartbox_user": (
        '[[rule]]\ncolumn = "Location"\nis = "Leeds"\nthen = "smartbox_user"',
        "2 Full Users fewer; 2 SmartBox Users more; Send Invitation 4 -> 2; cell 6 shows 2 lines differently",
    ),
    "replace": (
        '[[replace]]\ncolumn = "Email Address"\nending = "@example"\nby = "@example.com"',
        (
            "1 person more is ready; 1 person fewer waits for you; 1 Full User more; Send Invitation 4 -> 5; "
            "Send Welcome Email 4 -> 5; Generate Access Code 5 -> 6; email_syntax 2 -> 1; "
            "replaced by your set-up 0 -> 1; cell 6 shows 1 line differently"
        ),
    ),
    "status_words": (
        '[status_words]\n"Blau" = "inactive"',
        (
            "1 person fewer waits for you; 1 person more is left out; email_syntax 2 -> 1; status_word_open 1 -> 0; "
            "status_word_waits 1 -> 0; left out: no longer employed 0 -> 1; cell 6 shows 1 line differently"
        ),
    ),
}


def job_and_notebook(folder: Path) -> Path:
    """Make a job of November in a folder, and its notebook; get the notebook."""
    month(folder, "2026-11-03", ANN, BOB, CY, DAN, EVA, FAY, GUS)
    return make_notebook(JobFolder(folder / "job"), [folder / "hr-2026-11-03.csv"], folder / "job_2026-11.ipynb").path


def changed(notebook: Path, folder: Path, change: str) -> Path:
    """Copy the job and its notebook into a folder, change a rule there, and get the copy of the notebook."""
    shutil.copytree(notebook.parent, folder)
    setup = folder / "job" / "setup.toml"
    setup.write_text(f"{setup.read_text(encoding='utf-8')}\n{CHANGES[change][0]}\n", encoding="utf-8")
    return folder / notebook.name
