"""What the mock assumes of Keycafe where its help page is silent, as `keycafe-clean mock --policy` prints it."""

from keycafe_clean.mock import describe_policy


def markdown(_lines: list[str]) -> str:
    """Get the policy as TOML: each setting with its reason above."""
    return f"```toml\n{describe_policy()}\n```\n"
