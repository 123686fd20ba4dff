import json

import nbformat

from keycafe_clean.notebook_format import as_json, cells_from, content_from

TEXTS = (("markdown", "# One\n\nTwo"), ("code", "print(1)"))


def test_notebook_is_one_as_jupyter_has_them() -> None:
    """It keeps to the format, and says which kernel it is for."""
    content = json.loads(as_json(content_from(cells_from(TEXTS))))

    nbformat.validate(content)
    assert content["metadata"]["kernelspec"]["name"] == "python3"


def test_texts_are_kept_a_line_each() -> None:
    """In order, with the ends of their lines; code has room for outputs."""
    prose, code = cells_from(TEXTS)

    assert (prose["source"], "outputs" in prose) == (["# One\n", "\n", "Two"], False)
    assert (code["source"], code["outputs"], code["execution_count"]) == (["print(1)"], [], None)
