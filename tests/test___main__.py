import subprocess
import sys


def test_the_package_is_a_command() -> None:
    """`python -m keycafe_clean` is `keycafe-clean`, where the script is not on the path."""
    said = subprocess.run(
        [sys.executable, "-m", "keycafe_clean", "template"], capture_output=True, text=True, check=True
    )

    assert said.stdout.startswith("First Name,Last Name,Email Address,")
