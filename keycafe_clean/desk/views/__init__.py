"""Widgets of our own, where ipywidgets cannot speak to a screen reader or take the focus."""
