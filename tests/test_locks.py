"""The locks name every package that is needed, so that nothing is left to look for when they are installed."""

import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from itertools import pairwise
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]

#: Each lock, and the extras and dependency groups of the project that it is for.
LOCKS = {
    "requirements-run.lock": ({"mock"}, {"build"}),
    "requirements-desk.lock": ({"mock", "desk"}, {"build"}),
    "requirements.lock": ({"mock", "desk", "many"}, {"build", "test", "lint"}),
}

#: What is installed beside another lock, each for one dependency group; the tests run without it.
BESIDE = {
    "requirements-mutate.lock": "mutate",
    "requirements-docs.lock": "docs",
    "requirements-bench.lock": "bench",
    "requirements-release.lock": "release",
}


def pinned(lock: str) -> dict[str, Requirement]:
    """Get the pins of a lock that hold on this Python and system, by the package's name."""
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    pins = [Requirement(line.rstrip(" \\")) for line in lines if line and line[0] not in "# "]
    return {canonicalize_name(pin.name): pin for pin in pins if pin.marker is None or pin.marker.evaluate()}


def project_asks(lock: str) -> Iterator[Requirement]:
    """Yield what the project asks for in a lock."""
    extras, groups = LOCKS[lock]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    yield from map(Requirement, project["project"]["dependencies"])
    yield from (Requirement(asked) for extra in extras for asked in project["project"]["optional-dependencies"][extra])
    yield from (Requirement(asked) for group in groups for asked in project["dependency-groups"][group])


def package_asks(pin: Requirement) -> Iterator[Requirement]:
    """Yield what an installed package asks for, with the extras of its pin."""
    for line in distribution(pin.name).requires or ():
        asked = Requirement(line)
        if any(asked.marker is None or asked.marker.evaluate({"extra": extra}) for extra in ("", *pin.extras)):
            yield asked


def is_met(asked: Requirement, pins: dict[str, Requirement]) -> bool:
    """Whether a pin has the extras that are asked for, and a version that fits."""
    pin = pins.get(canonicalize_name(asked.name))
    return (
        pin is not None
        and asked.extras <= pin.extras
        and all(asked.specifier.contains(specifier.version, prereleases=True) for specifier in pin.specifier)
    )


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_is_pinned(lock: str) -> None:
    """What the project and every package of a lock ask for, extras too, is pinned in it at a version that fits."""
    pins = pinned(lock)
    asked = [*project_asks(lock), *(asked for pin in pins.values() for asked in package_asks(pin))]

    assert [str(one) for one in asked if not is_met(one, pins)] == []


def test_what_is_installed_is_what_is_pinned() -> None:
    """Each package of the lock is installed in the version that the lock names."""

    def installed(name: str) -> str | None:
        try:
            return distribution(name).version
        except PackageNotFoundError:
            return None

    pins = pinned("requirements.lock").values()

    assert [str(pin) for pin in pins if not pin.specifier.contains(installed(pin.name) or "0", prereleases=True)] == []


@pytest.mark.parametrize("lock", ["requirements-run.lock", "requirements-desk.lock"])
def test_smaller_locks_agree_with_the_whole_one(lock: str) -> None:
    """A version is pinned once: what a smaller lock names, the whole lock names too."""
    whole = pinned("requirements.lock")

    assert [name for name, pin in pinned(lock).items() if pin.specifier != whole[name].specifier] == []


@pytest.mark.parametrize(("lock", "group"), BESIDE.items())
def test_what_is_installed_beside_is_pinned(lock: str, group: str) -> None:
    """What a group of its own asks for is pinned, at the versions of the whole lock where that names them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    whole, pins = pinned("requirements.lock"), pinned(lock)

    assert all(is_met(Requirement(asked), pins) for asked in project["dependency-groups"][group])
    assert [name for name, pin in pins.items() if name in whole and pin.specifier != whole[name].specifier] == []


@pytest.mark.parametrize("lock", [*LOCKS, *BESIDE])
def test_locks_hold_hashes_and_no_addresses(lock: str) -> None:
    """Every pin has a hash, and nothing in a lock says where packages come from."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    lines = text.splitlines()
    below_a_pin = [below for line, below in pairwise(lines) if line and line[0] not in "# "]

    assert "://" not in text
    assert [line for line in below_a_pin if not line.startswith("    --hash=sha256:")] == []
