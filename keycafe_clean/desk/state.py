"""Every fact on the desk's screen, and nothing else: no widget, no disk, no network."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from traitlets import Bool, Dict, Enum, HasTraits, Instance, Int, Tuple, Unicode, observe

from keycafe_clean.desk.blockers import blockers
from keycafe_clean.desk.column_about import ColumnAbout
from keycafe_clean.desk.decision_lines import DecisionLines
from keycafe_clean.desk.found_view import Found
from keycafe_clean.desk.review_rows import DECISIONS, WAITING, ReviewRows, are_asked_about
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.view_models import ChangeCard, Download, MonthLine, QuestionCard, RowCard

#: The steps of a month, in the order in which they are taken.
STEPS = ("file", "columns", "people", "check", "plan", "hand_over")

#: The page of a job that has a history: what became of its months, and of this one against the last.
THIS_MONTH = "this_month"


class DeskState(HasTraits):
    """What the analyst sees. Panels follow it, actions set it, `summary()` says it.

    `busy` is what is going on, `message` what stopped it; each is one or more sentences, empty when there is nothing
    to say. Sentences from an export are plain text here: whoever shows them as HTML escapes them.
    """

    today = Instance(date)
    step = Enum((THIS_MONTH, *STEPS), "file")
    seen = Tuple()  # steps that the analyst has agreed with
    busy = Unicode()
    has_next = Bool(default_value=False)  # whether something was pressed meanwhile, which comes next
    message = Unicode()
    requested_action = Unicode()  # what the analyst asked for and could not have; `blocked` says why

    job = Unicode()  # the name of its folder
    closed = Unicode()  # that the desk was closed, and how it is opened again; blank: it is open
    read_only = Unicode()  # why nothing can be decided here: another desk has the job; blank: it can
    history = Tuple()  # what was said of each month, a line each
    to_do = Tuple()  # what is left to do by hand, and who is in no file yet
    open_month = Unicode()  # the folder of the oldest month that nobody has answered; blank: none
    open_question = Unicode()
    open_people = Tuple()  # who is in that month's file: the row of it, and who that is, as text
    tiles = Tuple()  # what became of the people of the month before
    this_file = Unicode()  # who is in this month's file, against the month before
    mass_changes = Tuple()  # why this may be another file; nothing is planned until somebody says to go on
    done_steps = Tuple()  # the steps of the upload that are ticked, by their places
    is_sample = Bool(default_value=False)  # whether the people are those of the sample
    as_python = Unicode()  # where a month was written as Python, in words; blank: nowhere yet
    handed_over = Unicode()  # what was handed over at this desk, in words; blank: nothing yet

    found = Instance(Found, allow_none=True)  # who was asked for by name, instead of the step; None: nobody
    printed = Instance(Download, allow_none=True)  # the page about one of them
    prints = Int()  # how often one was asked for

    was_chosen = Bool(default_value=False)  # files, whether or not they could be read
    reading = Dict()  # what the analyst said of how they are read; blank: found out
    shows_reading = Bool(default_value=False)

    files = Tuple()
    read = Tuple()
    file_questions = Tuple()  # questions about how whole files were read
    headers = Dict()
    columns = Tuple()
    unused = Tuple()
    private = Tuple()
    column_questions = Tuple()  # questions about whole columns: each with what to do
    notes = Tuple()

    counts = Dict()
    equation = Unicode()
    ready_users = Unicode()
    reasons = Tuple()
    in_file = Unicode()
    people = Tuple()
    change = Instance(ChangeCard, allow_none=True)  # what is being changed about a line of people
    is_known = Bool(default_value=False)  # whether somebody is said to be in Keycafe
    known = Tuple()  # what was understood of the lists of who is
    shows_known = Bool(default_value=False)
    kinds = Tuple()  # what waits: each kind with how many questions
    kind = Unicode()  # the kind that is shown; blank: all
    twice = Unicode()  # that nobody seems to be there twice; blank: somebody may be
    asked = Int()  # questions of that kind
    place = Int()  # which of them is shown, from 0
    card = Instance(QuestionCard, allow_none=True)
    rows_kind = Unicode(WAITING)  # which rows are looked through: one of the keys of `ReviewRows`, or `DECISIONS`
    lists_pairs = Bool(default_value=False)  # pairs are looked at as rows of the list, not compared
    about = Instance(ColumnAbout, allow_none=True)  # a column that is looked at
    row = Instance(RowCard, allow_none=True)  # a row that is looked at, and about which nothing is open
    review = Instance(ReviewRows, allow_none=True)  # the rows of the run, another object after each count
    decided = Instance(DecisionLines, allow_none=True)  # what was decided about people, a line each
    to_undo = Unicode()  # what undo takes back, in words; blank: nothing
    to_redo = Unicode()

    plan = Enum(("paid", "confirmed"), "paid")
    used = Int()
    limit_line = Unicode()
    forecast_line = Unicode()
    months = Tuple()
    finish = Unicode()
    invitations = Int()

    file_name = Unicode()  # what this month's file will be called; blank: nobody is in it
    download = Instance(Download, allow_none=True)  # this month's file, once it was handed over
    downloads = Int()  # how often it was asked for

    practice = Unicode()
    practice_done = Int()
    practice_rows = Int()
    practice_errors = Tuple()
    limit_after = Instance(MonthLine, allow_none=True)
    limit_after_line = Unicode()
    shows_keycafe = Bool(default_value=False)
    imports = Tuple()
    invited = Tuple()
    everybody = Tuple()

    # Derived from the facts above.
    ticked = Tuple()
    blocked = Tuple()
    side = Enum(("", "column", "question", "row"), "")
    check_shows = Enum(("rows", "decisions", "pair"), "rows")
    status = Unicode()

    @observe("read", "file_questions", "columns", "column_questions", "counts", "seen")
    def _tick(self, _: object = None) -> None:
        """Tick what has been agreed with, and every step that has nothing to ask."""
        self.ticked = tuple(step for step in STEPS if step in self.seen or step in self._nothing_to_ask())

    @observe("kind")
    def _turn(self, _: object) -> None:
        """Look through the rows of the kind that is asked about, unless rows of another sort are looked at."""
        if are_asked_about(self.rows_kind):
            self.rows_kind = self.kind or WAITING

    @observe("rows_kind", "card", "row", "about", "lists_pairs")
    def _arrange(self, _: object) -> None:
        """Say what the step Check shows, and what beside it."""
        is_pair = self.card is not None and self.card.is_pair and not self.row and not self.about
        if is_pair and not self.lists_pairs and are_asked_about(self.rows_kind):
            self.update(check_shows="pair", side="")
            return
        self.side = "column" if self.about else "row" if self.row else "question" if self.card else ""
        self.check_shows = "decisions" if self.rows_kind == DECISIONS else "rows"

    @observe("requested_action", "busy", "columns", "counts", "months", "mass_changes", "handed_over", "is_sample")
    def _explain(self, _: object = None) -> None:
        """Say why the requested action cannot be had; that is forgotten once it can."""
        self.blocked = tuple(self.blockers(self.requested_action)) if self.requested_action else ()

    @observe("busy", "has_next", "message", "blocked")
    def _say(self, _: object = None) -> None:
        """Say the one thing that matters now: why not, what stopped, or what goes on."""
        goes_on = text("busy.next", busy=self.busy) if self.busy and self.has_next else self.busy
        self.status = " ".join(self.blocked) or self.message or goes_on

    def blockers(self, requested_action: str) -> Iterator[str]:
        """Yield why `requested_action` cannot be had now."""
        return blockers(requested_action, self)

    def update(self, **traits: Any) -> None:  # noqa: ANN401 - the traits' own types, as the traits check them
        """Set several traits at once, so that whoever observes them sees all or none."""
        with self.hold_trait_notifications():
            for name, trait in traits.items():
                self.set_trait(name, trait)

    def summary(self) -> str:
        """Get the screen as text, a line a fact; what is not known yet has no line."""
        lines = (
            self.found.said if self.found else "",
            *self.history,
            *self.to_do,
            self.open_question,
            *self.read,
            self.equation,
            self._ready,
            *self.reasons,
            self.limit_line,
            self.forecast_line,
        )
        after = (self.practice, *self.practice_errors, self.limit_after_line, self.status)
        return "\n".join(line for line in (*lines, *after) if line) or text("file.lead")

    @property
    def _ready(self) -> str:
        return f"{self.ready_users}." if self.ready_users else ""

    def _nothing_to_ask(self) -> Iterator[str]:
        if self.read and not self.file_questions:
            yield "file"
        if self.counts and not self.column_questions and all(line.is_sure for line in self.columns):
            yield "columns"
        if self.counts and not self.counts["waiting"]:
            yield "check"
