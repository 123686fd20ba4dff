"""Who imports whom: the arrows of the package, held by reading its imports.

A part of the package is a module or folder directly in it. Layers import downwards; what stands beside them (`wire`,
`client`, `mock`) is reached by three parts only. The mock has one front: `cli` uses the public names of the package
`keycafe_clean.mock` and none of its modules, `practice` embeds a mock and no more, `desk` does not know it. Every part
has a place here, and every place is a part that exists.
"""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

import keycafe_clean
from keycafe_clean import mock

PACKAGE = Path(keycafe_clean.__file__).parent
TESTS = Path(__file__).parent

#: From the ground up: a module imports its own layer and those below it.
LAYERS = (
    (
        "words",
        "errors",
        "ascii",
        "digits",
        "exit_codes",
        "article",
        "findings",
        "export",
        "folding",
        "formula_escaping",
        "legible",
        "notebook_format",
        "opening",
        "packed",
        "plain_table",
        "quoting",
        "sampling",
        "outcome_reasons",
        "events",
        "html_page",
        "job_words",
        "kinds",
        "masked_addresses",
        "masking",
        "step_words",
        "wording",
    ),
    ("decide",),
    ("read", "columns", "steps", "match", "changes", "outcomes", "frame_schema"),
    (
        "pipeline",
        "phases",
        "join",
        "known",
    ),
    ("plan",),
    ("report", "masked_reasons", "month_report"),
    ("write",),
    ("check", "answers", "practice"),
    ("importing", "import_result"),
    ("job",),
    ("job_notebook", "privacy", "run"),
    ("many",),
    ("cli", "desk"),
)

#: What stands beside the layers, and all that each may import of ours.
BESIDE = {
    "wire": {"wire"},
    "client": {"client", "wire", "errors"},
    "mock": {"mock", "wire"},
    "__main__": {"cli"},
}

#: What of the layers reaches a Keycafe, real or practised, and by which parts beside them. Of the mock it is the front
#: alone, and only as far as FRONT says.
OUTWARD = {
    "practice": {"wire", "client", "mock"},
    "import_result": {"wire"},
    "importing": {"wire", "client"},
    "cli": {"wire", "mock", "desk"},
    "desk": {"wire", "client"},
}

#: The names that `practice` and `cli` take from the package `keycafe_clean.mock`; its modules are nobody else's.
FRONT = {
    "practice": {"embedded", "MockPolicy", "NotStarted"},
    "cli": {"serve", "MockPolicy", "NotStarted", "PolicyError", "describe_policy", "load_policy"},
}

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
    "dask": "many",
    "distributed": "many",
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


def packages() -> set[str]:
    """Get the folders of the package by their dotted names."""
    return {".".join(path.parent.relative_to(PACKAGE).parts) for path in PACKAGE.rglob("__init__.py")}


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
    """A module imports its own layer and lower ones; the desk does not know the command line, which serves it."""
    assert {part(other) for other in ours(module)} <= allowed(part(module))


@pytest.mark.parametrize(("user", "names"), FRONT.items())
def test_the_mock_is_reached_by_its_front(user: str, names: set[str]) -> None:
    """What practice and the command line use of the mock are public names of its package, no module behind it."""
    of_part = {name for module in modules() if part(module) == user for name in imported(module)}
    taken = {name for name in of_part if name.startswith("keycafe_clean.mock")}

    assert taken == {f"keycafe_clean.mock.{name}" for name in names}
    assert names <= set(mock.__all__)


def test_every_place_is_a_part_that_exists() -> None:
    """Each part of the package stands in one layer or beside them; no layer names a part that is not there."""
    placed = [name for layer in LAYERS for name in layer] + list(BESIDE)

    assert sorted(placed) == sorted({part(module) for module in modules()} - {""})
    assert {*OUTWARD, *FRONT} <= set(placed)


def test_package_itself_imports_nothing() -> None:
    """`import keycafe_clean` resolves its names only when they are used."""
    assert ours("") == set()


@pytest.mark.parametrize("module", [module for module in modules() if module and module not in packages()])
def test_every_module_has_its_tests(module: str) -> None:
    """The tests of a module stand at its place: those of `steps/dates.py` in `steps/test_dates.py`."""
    *folder, name = module.split(".")

    assert TESTS.joinpath(*folder, f"test_{name}.py").is_file()


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
