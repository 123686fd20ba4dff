"""Who imports whom: the arrows of the package, held by reading its imports."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

import keycafe_clean

PACKAGE = Path(keycafe_clean.__file__).parent

#: From the ground up: a module imports its own layer and those below it.
LAYERS = (
    (
        "words",
        "errors",
        "digits",
        "article",
        "findings",
        "export",
        "folding",
        "formula_escaping",
        "legible",
        "opening",
        "sampling",
        "outcome_reasons",
        "events",
    ),
    ("decide",),
    ("read", "columns", "steps", "match", "changes", "outcomes", "frame_schema"),
    ("pipeline", "phases", "known_list", "known_lines"),
    ("plan",),
    ("write",),
    ("report", "check", "answers", "practice"),
    ("cli", "desk"),
)

#: What stands beside the layers, and all that each may import of ours.
BESIDE = {
    "wire": {"wire"},
    "client": {"client", "wire", "errors"},
    "mock": {"mock", "wire"},
    "__main__": {"cli"},
}

#: What of the layers reaches a Keycafe, real or practised, and by which parts beside them.
OUTWARD = {
    "practice": {"wire", "client", "mock"},
    "cli": {"wire", "mock"},
    "desk": {"wire", "client"},
}

#: All that practice takes of the mock.
EMBEDDED = {f"keycafe_clean.mock.{name}" for name in ("embedded", "MockPolicy", "NotStarted")}

#: Libraries that one part of the package has to itself.
KEPT = {
    "ipywidgets": "desk",
    "anywidget": "desk",
    "traitlets": "desk",
    "voila": "desk",
    "fastapi": "mock",
    "starlette": "mock",
    "uvicorn": "mock",
    "sqlite3": "mock",
    "httpx2": "client",
    "httpcore2": "client",
    "httpx": "client",
    "requests": "client",
    "urllib.request": "client",
    "http.client": "client",
    "typer": "cli",
    "rich": "cli",
}

#: Calls that go through a table row by row.
ROW_WISE = {"map_elements", "map_rows", "iter_rows", "apply", "iterrows"}


@cache
def modules() -> dict[str, ast.Module]:
    """Get every module of the package, parsed, by its dotted name without `keycafe_clean`."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        found[".".join(part for part in parts if part != "__init__")] = ast.parse(path.read_text(encoding="utf-8"))
    return found


@cache
def imported(module: str) -> frozenset[str]:
    """Get every dotted name that a module imports, inside functions too; imports for type checkers alone are none."""
    names = set()
    for node in run_nodes(modules()[module]):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports from a relative place"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return frozenset(names)


def run_nodes(node: ast.AST) -> Iterator[ast.AST]:
    """Yield every node below that runs: what stands under `if TYPE_CHECKING` does not."""
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"):
            yield child
            yield from run_nodes(child)


def ours(module: str) -> set[str]:
    """Get the modules of the package that a module imports, without `keycafe_clean`."""
    names = {name.removeprefix("keycafe_clean.") for name in imported(module) if name.startswith("keycafe_clean.")}
    return {name if name in modules() else name.rpartition(".")[0] for name in names}


def part(module: str) -> str:
    """Get the part of the package that a module belongs to."""
    return module.partition(".")[0]


def allowed(name: str) -> set[str]:
    """Get the parts that a part may import."""
    if name in BESIDE:
        return BESIDE[name]
    place = next(place for place, layer in enumerate(LAYERS) if name in layer)
    below = {other for layer in LAYERS[: place + 1] for other in layer}
    return below - {"cli", "desk"} | {name} | OUTWARD.get(name, set())


@pytest.mark.parametrize("module", sorted(filter(None, modules())))
def test_module_imports_only_what_is_below(module: str) -> None:
    """A module imports its own layer and lower ones; command line and desk do not know each other."""
    assert {part(other) for other in ours(module)} <= allowed(part(module))


def test_practice_reaches_the_mock_by_embedding_it() -> None:
    """Nothing behind the mock's own front is known where an import is practised."""
    assert {name for name in imported("practice") if name.startswith("keycafe_clean.mock")} == EMBEDDED


def test_package_itself_imports_nothing() -> None:
    """`import keycafe_clean` resolves its names only when they are used."""
    assert ours("") == set()


def test_no_cycles() -> None:
    """No module imports itself by way of others."""
    names = sorted(modules())
    arrows = [(names.index(module), names.index(other)) for module in names for other in ours(module)]
    graph = coo_array(([1] * len(arrows), tuple(zip(*arrows, strict=True))), shape=(len(names), len(names)))

    count, _ = connected_components(graph, directed=True, connection="strong")

    assert count == len(names)


@pytest.mark.parametrize(("library", "owner"), KEPT.items())
def test_library_is_kept_to_its_part(library: str, owner: str) -> None:
    """A library of one part is imported nowhere else."""
    users = {
        part(module)
        for module in modules()
        if any(name == library or name.startswith(f"{library}.") for name in imported(module))
    }

    assert users <= {owner}


def test_no_row_wise_python() -> None:
    """The pipeline goes through no table row by row."""
    pipeline = [module for module in modules() if part(module) not in {"cli", "desk", "mock", "client", "wire"}]
    used = {
        (module, node.attr)
        for module in pipeline
        for node in ast.walk(modules()[module])
        if isinstance(node, ast.Attribute) and node.attr in ROW_WISE
    }

    assert used == set()


def test_state_of_the_desk_knows_no_widgets() -> None:
    """What is on screen is traits alone."""
    assert not {name for name in imported("desk.state") if name.startswith(("ipywidgets", "anywidget"))}
