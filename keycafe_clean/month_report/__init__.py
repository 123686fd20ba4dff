"""The report of a month: what became of every row, in pictures and in words, for whoever asks later."""

from keycafe_clean.month_report.month_report import MonthReport, month_report

__all__ = ["MonthReport", "month_report"]
