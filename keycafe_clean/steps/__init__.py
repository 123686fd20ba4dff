"""Steps that tidy the cells of people, rules about cells, and who works here.

A step takes the working frame and keeps every row, in order; its name is the rule that a change is listed under.
"""

from keycafe_clean.article.rules import RowRule
from keycafe_clean.events import Step
from keycafe_clean.steps.account_type import ACCOUNT_TYPE_RULES
from keycafe_clean.steps.address_marks import ADDRESS_MARK_RULES
from keycafe_clean.steps.badges import BADGE_RULES, BADGE_STEPS
from keycafe_clean.steps.companies import COMPANY_RULES, company_questions
from keycafe_clean.steps.dependents import dependent_rules
from keycafe_clean.steps.emails import ADDRESS_STEPS
from keycafe_clean.steps.employment import EmploymentAnswers, employment, read_employment
from keycafe_clean.steps.employment_questions import employment_questions
from keycafe_clean.steps.flags import FLAG_RULES, FLAG_STEPS
from keycafe_clean.steps.full_name import (
    FULL_NAME_RULES,
    TURNED_NAME_RULES,
    mark_turned_names,
    name_order_questions,
    split_full_name,
    with_other_part,
)
from keycafe_clean.steps.marks import MARK_RULES, read_name_marks
from keycafe_clean.steps.mojibake import MOJIBAKE_RULES
from keycafe_clean.steps.names import NAME_STEPS
from keycafe_clean.steps.not_a_person import (
    PEOPLE_RULES,
    address_kind_rules,
    column_rules,
    external_rules,
    headers_asked,
    sign_rules,
)
from keycafe_clean.steps.numbers import forget_shortened_numbers, forget_words_for_numbers, write_ascii_digits
from keycafe_clean.steps.outsiders import outsider_rules
from keycafe_clean.steps.relatives import relative_rules
from keycafe_clean.steps.roles import ROLE_RULES
from keycafe_clean.steps.text import TEXT_STEPS
from keycafe_clean.steps.typos import TYPO_RULES, suggest_addresses
from keycafe_clean.steps.unknown_kinds import unknown_kind_rules
from keycafe_clean.steps.warnings import WARNING_RULES

#: How a cell is tidied: what is invisible first, then whole names are split, then each kind of cell.
STEPS: tuple[Step, ...] = (
    *TEXT_STEPS,
    write_ascii_digits,
    read_name_marks,
    split_full_name,
    *NAME_STEPS,
    *ADDRESS_STEPS,
    suggest_addresses,
    mark_turned_names,
    *FLAG_STEPS,
    *BADGE_STEPS,
    forget_shortened_numbers,
    forget_words_for_numbers,
)

#: What is said of cells that no step may settle.
RULES: tuple[RowRule, ...] = (
    *MARK_RULES,
    *ADDRESS_MARK_RULES,
    *FULL_NAME_RULES,
    *TURNED_NAME_RULES,
    *PEOPLE_RULES,
    *ROLE_RULES,
    *COMPANY_RULES,
    *ACCOUNT_TYPE_RULES,
    *MOJIBAKE_RULES,
    *TYPO_RULES,
    *FLAG_RULES,
    *BADGE_RULES,
    *WARNING_RULES,
)

__all__ = [
    "RULES",
    "STEPS",
    "EmploymentAnswers",
    "address_kind_rules",
    "column_rules",
    "company_questions",
    "dependent_rules",
    "employment",
    "employment_questions",
    "external_rules",
    "headers_asked",
    "name_order_questions",
    "outsider_rules",
    "read_employment",
    "relative_rules",
    "sign_rules",
    "unknown_kind_rules",
    "with_other_part",
]
