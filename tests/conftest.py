"""What holds for every test: properties are tried on the same examples, commands heed their signals, one Chromium."""

import signal
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.chromium import CHROMIUM, QUIET

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

settings.register_profile(
    "same_everywhere", max_examples=20, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("same_everywhere")

# What a shell starts in the background ignores Ctrl+C, and what nohup starts HUP; so would the commands that tests
# start and stop, and the tests would wait for them.
signal.signal(signal.SIGINT, signal.default_int_handler)
if hasattr(signal, "SIGHUP"):
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """Get a Chromium without a window; where there is none the test is skipped."""
    if CHROMIUM is None:
        pytest.skip("needs Chromium (on Debian and Ubuntu: apt-get install chromium)")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - most tests need no browser, and do not wait for it

    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
