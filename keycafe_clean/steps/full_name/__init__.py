"""Whole names become first and last names: how they are cut, in which order, and what is asked."""

from keycafe_clean.steps.full_name.split import FULL_NAME_RULES, split_full_name
from keycafe_clean.steps.full_name.turned import TURNED_NAME_RULES, mark_turned_names, with_other_part
from keycafe_clean.steps.full_name.unknown_order import name_order_questions

__all__ = [
    "FULL_NAME_RULES",
    "TURNED_NAME_RULES",
    "mark_turned_names",
    "name_order_questions",
    "split_full_name",
    "with_other_part",
]
