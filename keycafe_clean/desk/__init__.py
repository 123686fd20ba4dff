"""The import desk: a page on which an HR export becomes this month's Keycafe file, in Voila and in JupyterLab."""

from keycafe_clean.desk.desk import Desk

__all__ = ["Desk"]
