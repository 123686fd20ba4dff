import re
from dataclasses import fields
from pathlib import Path

from keycafe_clean import desk
from keycafe_clean.desk.callbacks import Callbacks

PANELS = Path(desk.__file__).parent / "panels"


def test_panels_call_each_callback_and_no_other() -> None:
    """A callback that no panel calls is nothing that the analyst can do, and goes."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in PANELS.glob("*.py"))

    assert set(re.findall(r"callbacks\.([a-z]\w*)(?= *[(,)])", code)) == {field.name for field in fields(Callbacks)}
