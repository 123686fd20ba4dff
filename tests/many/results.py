"""Results of jobs, as workers give them."""

from keycafe_clean.many.task import Result

COUNTS = {"rows_read": 5, "ready": 3, "waiting": 0, "combined": 1, "left_out": 1, "not_people": 0}
FACTS = {
    "month": "2026-11",
    **COUNTS,
    "in_file": 2,
    "used": 12,
    "limit": 1000,
    "later": 1,
    "who": None,
    "to_decide": None,
    "since_last_month": "1 new",
    "unanswered": "2026-10",
    "files": {"2026-11_2.csv": "a1", "manifest.json": "b2"},
}

DONE = Result(0, 0, (), FACTS)
ASKS = Result(
    1,
    1,
    (),
    {
        **FACTS,
        "ready": 2,
        "waiting": 1,
        "later": 0,
        "who": "HR",
        "to_decide": "Name: 1",
        "since_last_month": None,
        "unanswered": None,
    },
)
CHANGED = Result(2, 1, ("30 people have left.", "Say --continue."))
UNREADABLE = Result(3, 2, ("staff.csv is empty.",))

#: A result of each kind, by number, as they have ended.
ENDED = {it.number: it for it in (UNREADABLE, DONE, CHANGED, ASKS)}
NAMES = ("acme", "bolt", "=cmd()", "dune")
