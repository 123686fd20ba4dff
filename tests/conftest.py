"""What holds for every test: properties are tried on the same examples each time, and commands heed their signals."""

import signal

from hypothesis import HealthCheck, settings

settings.register_profile(
    "same_everywhere", max_examples=20, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("same_everywhere")

# What a shell starts in the background ignores Ctrl+C, and what nohup starts HUP; so would the commands that tests
# start and stop, and the tests would wait for them.
signal.signal(signal.SIGINT, signal.default_int_handler)
if hasattr(signal, "SIGHUP"):
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
