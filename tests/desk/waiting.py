"""A desk at which something of several kinds waits."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from keycafe_clean.desk import actions
from keycafe_clean.desk.decided import Timeline
from keycafe_clean.desk.session import Run, Session
from keycafe_clean.desk.state import DeskState
from keycafe_clean.export import Export
from tests.desk.desks import TODAY, fresh

#: Two may be one person, one address is incomplete, three have one slip in their address; six go in all the same.
WAITING = (
    "First Name;Last Name;E-mail;Employee ID;Start Date;Location\n"
    "Anna;Schmidt;anna.schmidt@acme.com;004822;2020-02-01;Brno\n"
    "Anna;Berg;anna.berg@acme.com;004822;2020-02-01;Brno\n"
    "Jana;Novak;jana.novak@acme;004711;2019-05-01;Brno\n"
    "Piotr;Lis;p.lis@acme.con;004712;2019-06-01;Brno\n"
    "Eva;Brandt;e.brandt@acme.con;004713;2018-06-01;Oslo\n"
    "Tom;Hill;t.hill@acme.con;004714;2017-06-01;Oslo\n"
    "Ida;Post;i.post@acme.com;004715;2016-06-01;Oslo\n"
    "Max;Orr;m.orr@acme.com;004716;2016-07-01;Oslo\n"
    "Lea;Voss;l.voss@acme.com;004717;2016-08-01;Oslo\n"
    "Kim;Oz;k.oz@acme.com;004718;2016-09-01;Oslo\n"
    "Sam;Kerr;s.kerr@acme.com;004719;2016-10-01;Oslo\n"
)


def waiting_desk(folder: Path, text: str = WAITING) -> tuple[DeskState, Session]:
    """Get the state and session of a desk that has read the export."""
    traits, export, timeline, run = _read(text)
    state, session = fresh(folder)
    session.export, session.timeline, session.run, session.read_on = export, timeline, run, TODAY
    state.update(**traits)
    return state, session


@cache
def _read(text: str) -> tuple[dict[str, Any], Export, Timeline, Run]:
    """Get what reading the export tells the state, and what is behind it: read once for all tests."""
    with TemporaryDirectory() as folder:
        state, session = fresh(Path(folder))
        actions.read_files(state, session, [("workers.csv", text.encode())])
        session.release()
    assert session.export
    assert session.run, state.message
    return state.trait_values(), session.export, session.timeline, session.run
