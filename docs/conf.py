"""How Sphinx builds the documentation: `make docs`. Nothing is fetched, and no page asks anything of another host."""

import re
import shutil
import sys
from importlib import import_module
from pathlib import Path

from sphinx.application import Sphinx

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
sys.path.insert(0, f"{ROOT}")  # the generators: `docs.generators`

project = "keycafe-clean"
author = "keycafe-clean contributors"
project_copyright = f"{author}, MIT licence"
extensions = ["sphinx.ext.autodoc", "sphinx.ext.napoleon", "myst_nb"]
exclude_patterns = ["_build", "generators"]

html_theme = "furo"
html_title = "keycafe-clean"
html_theme_options = {"top_of_page_buttons": []}  # by default they lead to where the sources are kept
html_show_sphinx = False
html_copy_source = False
html_static_path = ["static"]
html_css_files = ["tables.css"]

# The outputs that are committed are shown: nbval runs the notebooks in `make test`, and compares.
nb_execution_mode = "off"
# What would draw widgets comes from other hosts; none of the notebooks shown has any.
nb_ipywidgets_js: dict[str, dict[str, str]] = {}
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3

# Docstrings are written as Markdown reads them: one backtick is code.
default_role = "code"
add_module_names = False
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
python_display_short_literal_types = True
nitpicky = True
# Of other packages there is nothing to lead to, since nothing is fetched; nor of types that are said in words.
nitpick_ignore_regex = [("py:.*", r"(?!keycafe_clean\.).*")]

#: A fence that a generator fills: its name behind `{made}`, its lines what it is given.
_MADE = re.compile(r"^```\{made\} (\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


#: Figures stand in their own folder, and are brought in beside the other pages.
_FIGURES = "../bench/", "measured/"


def _fill(app: Sphinx, page: str, source: list[str]) -> None:  # noqa: ARG001 - as Sphinx calls it
    """Put what the code says in place of each such fence of a page, and lead to figures where they are here."""

    def made(fence: re.Match[str]) -> str:
        return str(import_module(f"docs.generators.{fence[1]}").markdown(fence[2].splitlines()))

    source[0] = _MADE.sub(made, source[0]).replace(*_FIGURES)


def _bring_in() -> None:
    """Copy the tutorials and the figures, which stand in folders of their own; git ignores the copies."""
    for pattern, folder in (("notebooks/0*.ipynb", "tutorial"), ("bench/*.md", "measured")):
        for page in ROOT.glob(pattern):
            shutil.copy(page, DOCS / folder)


def setup(app: Sphinx) -> None:
    """Bring in what stands elsewhere, and let pages be filled."""
    _bring_in()
    app.connect("source-read", _fill)
