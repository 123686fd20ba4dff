"""Every `Assumption:` of the code: what is taken to be so of Keycafe, of people and of files, and where it stands."""

import ast
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import keycafe_clean
from docs.generators.tables import code, table

_PACKAGE = Path(keycafe_clean.__file__).parent

_WORD = "Assumption:"

#: To the end of its sentence, or of the docstring.
_SENTENCE = re.compile(rf"{_WORD}\s+(.+?)(?:\.(?=\s)|\.?\s*$)", re.DOTALL)


def markdown(_lines: list[str]) -> str:
    """Get a table: what is assumed, and the module that does, in the order of the modules.

    A comment is there as a whole, since it is about the line below it; of a docstring only the sentence.
    """
    rows = [
        (said[:1].upper() + said[1:], code(path.relative_to(_PACKAGE).as_posix()))
        for path in sorted(_PACKAGE.rglob("*.py"))
        for said in _said(path.read_text(encoding="utf-8"))
    ]
    return table(("assumed", "in"), rows)


def _said(source: str) -> Iterator[str]:
    """Yield what a module assumes: in its docstrings, then in its comments."""
    for text in _docstrings(source):
        yield from (f"{found}." for found in _SENTENCE.findall(text))
    yield from (comment.replace(f"{_WORD} ", "", 1) for comment in _comments(source) if f"{_WORD} " in comment)


def _docstrings(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield node.value.value


def _comments(source: str) -> Iterator[str]:
    """Yield comments; lines that follow each other are one."""
    lines: list[str] = []
    for token in tokenize.generate_tokens(iter(source.splitlines(keepends=True)).__next__):
        if token.type == tokenize.COMMENT:
            lines.append(token.string.lstrip("#: "))
        elif token.type != tokenize.NL:
            yield " ".join(lines)
            lines = []
