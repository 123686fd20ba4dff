"""A job as a notebook: the same month cleaned again, told in counts, codes and masked rows, and compared as a test."""

from keycafe_clean.job_notebook.month_again import MonthAgain, month_again

__all__ = ["MonthAgain", "month_again"]
