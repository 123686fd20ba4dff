"""The folder of a job: what was decided, whom each month's file held, and what Keycafe said of them."""

from keycafe_clean.job.comparison import Comparison, MassChange, compare, mass_changes
from keycafe_clean.job.folder import JobFolder
from keycafe_clean.job.history import History
from keycafe_clean.job.keycafe_answer import KeycafeAnswer
from keycafe_clean.job.made_again import made_again
from keycafe_clean.job.month import Month
from keycafe_clean.job.outcome_lines import OUTCOME_LINES, outcome_lines

__all__ = [
    "OUTCOME_LINES",
    "Comparison",
    "History",
    "JobFolder",
    "KeycafeAnswer",
    "MassChange",
    "Month",
    "compare",
    "made_again",
    "mass_changes",
    "outcome_lines",
]
