"""Steps that tidy the cells of people, rules about cells, and who works here.

A step takes the working frame and keeps every row, in order; its name is the rule that a change is listed under. Whole
names are split between `TEXT_STEPS` and `CELL_STEPS`.
"""

from keycafe_clean.article.rules import RowRule
from keycafe_clean.events import Step
from keycafe_clean.steps.badges import BADGE_RULES, BADGE_STEPS
from keycafe_clean.steps.emails import ADDRESS_STEPS
from keycafe_clean.steps.employment import EmploymentAnswers, employment, read_employment
from keycafe_clean.steps.employment_questions import employment_questions
from keycafe_clean.steps.flags import FLAG_RULES, FLAG_STEPS
from keycafe_clean.steps.mojibake import MOJIBAKE_RULES
from keycafe_clean.steps.names import NAME_STEPS
from keycafe_clean.steps.not_a_person import PEOPLE_RULES
from keycafe_clean.steps.numbers import forget_shortened_numbers
from keycafe_clean.steps.text import TEXT_STEPS
from keycafe_clean.steps.typos import SLIP_RULES, suggest_addresses
from keycafe_clean.steps.warnings import LINT_RULES

#: What is done to cells once every name stands in its own column.
CELL_STEPS: tuple[Step, ...] = (
    *NAME_STEPS,
    *ADDRESS_STEPS,
    suggest_addresses,
    *FLAG_STEPS,
    *BADGE_STEPS,
    forget_shortened_numbers,
)

#: What is said of cells that no step may settle.
CELL_RULES: tuple[RowRule, ...] = (
    *PEOPLE_RULES,
    *MOJIBAKE_RULES,
    *SLIP_RULES,
    *FLAG_RULES,
    *BADGE_RULES,
    *LINT_RULES,
)

__all__ = [
    "CELL_RULES",
    "CELL_STEPS",
    "TEXT_STEPS",
    "EmploymentAnswers",
    "employment",
    "employment_questions",
    "read_employment",
]
