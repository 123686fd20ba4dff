"""The small changes that bench/mutation.py makes: some of Cosmic Ray's, and three for code that is made of expressions.

Left out of Cosmic Ray's: what nearly always crashes at once (`+` to `<<`), which would only swell the score.
"""

from cosmic_ray.operators.operator import Operator
from cosmic_ray.plugins import get_operator
from parso.python.tree import PythonNode
from parso.tree import NodeOrLeaf

Position = tuple[tuple[int, int], tuple[int, int]]

_OF_COSMIC_RAY = (
    *(f"ReplaceComparisonOperator_{pair}" for pair in ("Lt_LtE", "LtE_Lt", "Gt_GtE", "GtE_Gt", "Eq_NotEq", "NotEq_Eq")),
    *(f"ReplaceComparisonOperator_{pair}" for pair in ("Lt_GtE", "GtE_Lt", "Gt_LtE", "LtE_Gt", "Is_IsNot", "IsNot_Is")),
    *(f"ReplaceBinaryOperator_{pair}" for pair in ("Add_Sub", "Sub_Add", "Mul_Div", "Div_Mul", "FloorDiv_Mul")),
    *(f"ReplaceBinaryOperator_{pair}" for pair in ("Mod_Mul", "BitAnd_BitOr", "BitOr_BitAnd")),
    *(f"ReplaceUnaryOperator_{pair}" for pair in ("Delete_Not", "Delete_Invert", "USub_UAdd")),
    *("ReplaceTrueWithFalse", "ReplaceFalseWithTrue", "ReplaceAndWithOr", "ReplaceOrWithAnd", "AddNot"),
    *("NumberReplacer", "ExceptionReplacer", "ReplaceBreakWithContinue", "ReplaceContinueWithBreak"),
    "ZeroIterationForLoop",
)

#: Calls in a chain that give the same kind of thing as they got.
_CALLS = {
    *("drop_nulls", "fill_null", "filter", "head", "over", "reverse", "sort", "unique"),
    *("casefold", "lower", "lstrip", "normalize", "replace", "replace_all", "rstrip", "strip", "strip_chars"),
    *("strip_prefix", "strip_suffix", "to_lowercase", "to_uppercase", "upper"),
}

_NAMESPACES = {"dt", "list", "str"}


class DropOperand(Operator):  # type: ignore[misc] # Cosmic Ray has no types
    """Leaves one condition out: `a & b` becomes `a`, and `b`."""

    def mutation_positions(self, node: NodeOrLeaf) -> list[Position]:
        """List the place of every operand; whole, since Cosmic Ray goes on asking while it alters the node."""
        is_logical = node.type in {"and_expr", "expr", "and_test", "or_test"}
        return [(part.start_pos, part.end_pos) for part in node.children[::2]] if is_logical else []

    def mutate(self, node: NodeOrLeaf, index: int) -> NodeOrLeaf:
        """Get the node without an operand and the operator beside it."""
        first = max(2 * index - 1, 0)
        del node.children[first : first + 2]
        return node

    @classmethod
    def examples(cls) -> tuple[()]:
        """Get none: Cosmic Ray asks for them in its own tests."""
        return ()


class DropElement(DropOperand):
    """Leaves one element out of a tuple, list, set or dict of several."""

    def mutation_positions(self, node: NodeOrLeaf) -> list[Position]:
        """List the place of every element."""
        return [(node.children[start].start_pos, node.children[end - 1].end_pos) for start, end in _elements(node)]

    def mutate(self, node: NodeOrLeaf, index: int) -> NodeOrLeaf:
        """Get the node without an element and the comma beside it."""
        start, end = _elements(node)[index]
        comma_after = end < len(node.children)
        del node.children[start if comma_after else start - 1 : end + comma_after]
        return node


class DropCall(DropOperand):
    """Leaves one call out of a chain: `rows.filter(...).sort(...)` becomes `rows.sort(...)`."""

    def mutation_positions(self, node: NodeOrLeaf) -> list[Position]:
        """List the place of every call that can be left out."""
        return [(node.children[start].start_pos, node.children[end - 1].end_pos) for start, end in _calls(node)]

    def mutate(self, node: NodeOrLeaf, index: int) -> NodeOrLeaf:
        """Get the node without the call, and without the namespace before it."""
        start, end = _calls(node)[index]
        del node.children[start:end]
        return node


def _elements(node: NodeOrLeaf) -> list[tuple[int, int]]:
    """List from where to where each element lies among the children; one alone stays."""
    if node.type not in {"testlist_comp", "dictorsetmaker"} or any(
        part.type == "sync_comp_for" for part in node.children
    ):
        return []
    commas = [place for place, part in enumerate(node.children) if part.type == "operator" and part.value == ","]
    bounds = zip([0, *(place + 1 for place in commas)], [*commas, len(node.children)], strict=True)
    found = [(start, end) for start, end in bounds if start < end]
    return found if len(found) > 1 else []


def _calls(node: NodeOrLeaf) -> list[tuple[int, int]]:
    """List from where to where each call of `_CALLS` lies among the children."""
    if not isinstance(node, PythonNode) or node.type not in {"atom_expr", "power"}:
        return []
    names = [part.children[1].value if _is_attribute(part) else None for part in node.children]
    return [
        (place - (names[place - 1] in _NAMESPACES), place + 2)
        for place, name in enumerate(names[:-1])
        if name in _CALLS and node.children[place + 1].type == "trailer" and names[place + 1] is None
    ]


def _is_attribute(part: NodeOrLeaf) -> bool:
    return part.type == "trailer" and part.children[0].value == "."


#: Every operator, by the name that the figures use.
OPERATORS: dict[str, Operator] = {
    **{name: get_operator(f"core/{name}")() for name in _OF_COSMIC_RAY},
    **{operator.__name__: operator() for operator in (DropOperand, DropElement, DropCall)},
}


def is_equivalent_by_nature(node: NodeOrLeaf) -> bool:
    """Whether a change here can alter no result: in annotations, `__all__`, promises, and what only Windows runs."""
    if node.parent is not None and node.parent.type in {"parameters", "param"} and node.type == "operator":
        return True
    while (above := node.parent) is not None:
        if _is_annotation(node, above) or _is_promise(above) or _is_for_windows(node, above):
            return True
        node = above
    return False


def _is_annotation(node: NodeOrLeaf, above: NodeOrLeaf) -> bool:
    if above.type == "trailer":
        before = above.get_previous_leaf()
        return before is not None and before.value == "Callable"
    if above.type == "funcdef":
        return node is above.annotation
    return above.type in {"annassign", "tfpdef"} and node is above.children[1 if above.type == "annassign" else 2]


def _is_promise(above: NodeOrLeaf) -> bool:
    """Whether this is `frozen`, which mypy holds, `strict`, about lengths of our own, or what `*` would import."""
    named = above.get_first_leaf().value
    return (above.type == "argument" and named in {"frozen", "strict"}) or (
        above.type == "expr_stmt" and named == "__all__"
    )


def _is_for_windows(node: NodeOrLeaf, above: NodeOrLeaf) -> bool:
    is_for = above.type == "if_stmt" and above.children[1].get_code().strip() == 'sys.platform == "win32"'
    return is_for and node is above.children[3]
