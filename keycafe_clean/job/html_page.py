"""Pages of a job to read and to print: one file each, no script, nothing from outside."""

from html import escape

_STYLE = """
:root { color-scheme: light dark; }
body { font: 14px/20px system-ui, sans-serif; margin: 32px auto; max-width: 960px; padding: 0 16px; }
h1 { font-size: 20px; line-height: 28px; } h2 { font-size: 15px; margin-top: 24px; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #8886; padding: 4px 8px; text-align: left; vertical-align: top; }
td { overflow-wrap: anywhere; } .box { width: 16px; } .day { white-space: nowrap; }
@media print { body { margin: 0; max-width: none; } tr { break-inside: avoid; } }
"""


def html_page(title: str, text: str) -> bytes:
    """Get the bytes of a page with this title, which is its heading too, and `text` (HTML) below it."""
    named = escape(title)
    head = f'<meta charset="utf-8"><title>{named}</title><style>{_STYLE}</style>'
    body = f"<body><main>\n<h1>{named}</h1>\n{text}\n</main></body>"
    return f'<!doctype html>\n<html lang="en"><head>{head}</head>\n{body}</html>\n'.encode()
