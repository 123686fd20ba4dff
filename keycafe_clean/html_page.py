"""Pages of a job to read and to print: one file each, no script, nothing from outside."""

import html
from collections.abc import Iterable, Sequence

from keycafe_clean.legible import legible

_STYLE = """
:root { color-scheme: light dark; }
body { font: 14px/20px system-ui, sans-serif; margin: 32px auto; max-width: 960px; padding: 0 16px; }
h1 { font-size: 20px; line-height: 28px; } h2 { font-size: 15px; margin-top: 24px; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #8886; padding: 4px 8px; text-align: left; vertical-align: top; }
td { overflow-wrap: anywhere; } td:first-child { white-space: nowrap; }
section td { overflow-wrap: break-word; } section td:first-child { white-space: normal; min-width: 144px; }
.box { width: 16px; } .bar svg { display: block; max-width: 100%; }
@media screen and (max-width: 640px) {
table { display: block; overflow-x: auto; }
section tbody { display: block; }
section thead { clip-path: inset(50%); position: absolute; width: 1px; }
section tr { border-bottom: 1px solid #8886; display: flex; flex-wrap: wrap; gap: 0 12px; padding: 8px 0; }
section td { border: 0; flex: 1 1 60%; min-width: 0; padding: 0; }
section td:first-child, section td.bar { flex: 1 1 100%; } section td:first-child { font-weight: 600; }
section td.number { flex: 0 0 auto; } section td.number::before { content: attr(data-head) " "; opacity: 0.7; }
section td:empty { display: none; } .bar svg { width: 100%; }
}
@page { margin: 16mm; }
@media print {
:root { color-scheme: light; }
body { margin: 0; max-width: none; padding: 0; }
h1, h2, thead { break-after: avoid; } tr, li { break-inside: avoid; }
.bar { width: 140px !important; } .bar svg { width: 140px; }
}
"""


def escape(text: str) -> str:
    """Get a text as HTML shows it: no letter of it is markup, and none turns the direction of what follows."""
    return html.escape(legible(text))


def html_page(title: str, text: str) -> bytes:
    """Get the bytes of a page with this title, which is its heading too, and `text` (HTML) below it."""
    named = escape(title)
    head = f'<meta charset="utf-8"><title>{named}</title><style>{_STYLE}</style>'
    body = f"<body><main>\n<h1>{named}</h1>\n{text}\n</main></body>"
    return f'<!doctype html>\n<html lang="en"><head>{head}</head>\n{body}</html>\n'.encode()


def html_table(head: Sequence[str], rows: Iterable[Sequence[str]], *, to_tick: bool = False) -> str:
    """Get a table of texts as HTML, with a box before each row where it is `to_tick` off."""
    names = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    box, above = ('<td class="box" aria-hidden="true">☐</td>', "<td></td>") if to_tick else ("", "")
    body = "\n".join(f"<tr>{box}{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{above}{names}</tr></thead>\n<tbody>\n{body}\n</tbody></table>"
