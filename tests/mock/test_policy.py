import os
import sys
from pathlib import Path

import pytest

from keycafe_clean.mock.policy import MockPolicy, PolicyError, describe_policy, load_policy

LOOK = "`keycafe-clean mock --policy` prints what each means."


def test_describe_policy_when_loaded_again(tmp_path: Path) -> None:
    """What is printed can be edited and loaded: it gives the same policy."""
    policy = MockPolicy(failure="atomic", header_required=False, max_bytes=2_000_000, state_words=("a", "b", 'c"', "d"))
    file = tmp_path / "policy.toml"
    file.write_text(describe_policy(policy), encoding="utf-8")

    assert load_policy(file) == policy


def test_describe_policy_says_why() -> None:
    """Each setting stands below the sentence that says why it is as it is."""
    assert describe_policy().startswith(
        "# Nobody outside has seen the sample's header. Strict takes the article's eight names in its order and case; "
        'lenient takes any order, case and outer spaces.\nheader = "strict"\n\n'
    )


def test_describe_policy_when_nothing_is_set() -> None:
    """A setting without a value is shown, commented out."""
    assert describe_policy().endswith("\n# keep_imports_days =\n")


@pytest.mark.parametrize("name", MockPolicy.model_fields)
def test_policy_field_has_its_reason(name: str) -> None:
    """Every field says in whole sentences what is known and why its default is what it is."""
    why = MockPolicy.model_fields[name].description or ""

    assert why.endswith(".")
    assert len(why) > 40


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("failure = ", "policy.toml is not TOML. Start from what `keycafe-clean mock --policy` prints."),
        (
            'mood = "good"',
            "policy.toml sets mood, which no policy has. `keycafe-clean mock --policy` prints every setting.",
        ),
        (
            'failure = "maybe"',
            f"policy.toml sets failure to a value that it cannot have. {LOOK}",
        ),
        (
            'state_words = ["a"]',
            f"policy.toml sets state_words to a value that it cannot have. {LOOK}",
        ),
    ],
)
def test_load_policy_when_it_cannot_be_used(tmp_path: Path, text: str, sentence: str) -> None:
    """A policy file that cannot be used says what to change."""
    file = tmp_path / "policy.toml"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(PolicyError) as refused:
        load_policy(file)

    assert str(refused.value) == sentence


def test_load_policy_when_there_is_no_file(tmp_path: Path) -> None:
    """A policy file that is not there says so."""
    with pytest.raises(PolicyError) as refused:
        load_policy(tmp_path / "policy.toml")

    assert str(refused.value) == "policy.toml cannot be opened. Check that it is there and can be read."


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"a = " + b"[" * 50_000, "is not TOML. Start from what `keycafe-clean mock --policy` prints."),
        (b"#" * 100_001, "cannot be opened. Check that it is there and can be read."),
    ],
)
def test_a_file_that_no_policy_needs_is_said(data: bytes, sentence: str, tmp_path: Path) -> None:
    """Too many brackets, or too many bytes."""
    (tmp_path / "policy.toml").write_bytes(data)

    with pytest.raises(PolicyError) as told:
        load_policy(tmp_path / "policy.toml")

    assert str(told.value) == f"policy.toml {sentence}"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files on Windows")
def test_a_pipe_is_no_policy(tmp_path: Path) -> None:
    """Nobody waits for what may never come, or reads a device without an end."""
    os.mkfifo(tmp_path / "pipe")

    for path in (tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(PolicyError):
            load_policy(path)


def test_a_policy_file_may_have_its_most_bytes(tmp_path: Path) -> None:
    """A hundred thousand of them, most of it a remark."""
    (tmp_path / "policy.toml").write_bytes(b'counted = "attempted"\n'.ljust(100_000, b"#"))

    assert load_policy(tmp_path / "policy.toml").counted == "attempted"
