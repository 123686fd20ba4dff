"""Chromium as the browser of the tests."""

import shutil

#: Where Chromium is; None: nowhere.
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

#: Chromium of its own accord asks its maker for this and that.
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

#: What a slow machine needs to start a kernel, in milliseconds.
PATIENCE = 90_000
