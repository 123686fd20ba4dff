import inspect
from pathlib import Path

from keycafe_clean import errors

PACKAGE = Path(errors.__file__).parent
CLASSES = [cls for _, cls in inspect.getmembers(errors, inspect.isclass)]


def depth(cls: type) -> int:
    """Count the classes of the package above a class."""
    return sum(parent.__module__ == errors.__name__ for parent in cls.__mro__) - 1


def drawn() -> dict[str, int]:
    """Get what the module's docstring draws: each class with its depth in the tree."""
    lines = (errors.__doc__ or "").splitlines()
    branches = [line for line in lines if "── " in line]
    return {"KeycafeCleanError": 0} | {
        line.partition("── ")[2].split()[0]: line.index("── ") // 4 + 1 for line in branches
    }


def test_tree_is_drawn_as_it_is() -> None:
    """The tree on top of the module has every exception, in its place."""
    assert drawn() == {cls.__name__: depth(cls) for cls in CLASSES}


def test_parents_are_drawn_above() -> None:
    """In the tree each exception stands under its own parent."""
    parents: dict[str, str] = {}
    above: list[str] = []
    for name, level in drawn().items():
        above[level:] = [name]
        parents[name] = above[level - 1] if level else "Exception"

    assert parents == {cls.__name__: cls.__mro__[1].__name__ for cls in CLASSES}


def test_every_exception_is_ours() -> None:
    """One parent catches everything that stops a run."""
    assert all(issubclass(cls, errors.KeycafeCleanError) for cls in CLASSES)


def test_every_exception_is_used() -> None:
    """No exception is there that nothing outside its module names, itself or by its children."""
    modules = [path for path in PACKAGE.rglob("*.py") if path.name != "errors.py"]
    text = "".join(path.read_text(encoding="utf-8") for path in modules)

    unused = [cls.__name__ for cls in CLASSES if not cls.__subclasses__() and cls.__name__ not in text]

    assert unused == []
