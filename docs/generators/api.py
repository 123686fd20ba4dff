"""Reference of Python names, from their docstrings."""

import inspect
from importlib import import_module


def markdown(lines: list[str]) -> str:
    """Get a heading and a directive for each name: of `module: name, name`, or all public ones of `module`."""
    return "\n".join(_of_line(*line.partition(":")[::2]) for line in lines)


def _of_line(module: str, names: str) -> str:
    home = import_module(module.strip())
    listed = [name.strip() for name in names.split(",") if name.strip()] or sorted(home.__all__, key=str.casefold)
    return "\n".join(_of_name(name, getattr(home, name)) for name in listed)


def _of_name(name: str, it: object) -> str:
    if inspect.isclass(it):
        return _fenced(name, _of_class(it))
    if inspect.isfunction(it):
        return _fenced(name, f".. autofunction:: {it.__module__}.{it.__qualname__}\n")
    return ""


def _of_class(it: type) -> str:
    """Get the directive of a class; the fields of a model stand in its schema, with what each may be."""
    fields = getattr(it, "model_fields", None)
    path = f"{it.__module__}.{it.__qualname__}"
    if fields is None:
        return f".. autoclass:: {path}\n   :members:\n"
    hidden = ", ".join((*fields, "model_config"))
    return f".. autoclass:: {path}(**settings)\n   :members:\n   :exclude-members: {hidden}\n"


def _fenced(name: str, directive: str) -> str:
    return f"### `{name}`\n\n```{{eval-rst}}\n{directive}```\n"
