"""Every fact on the desk's screen, and nothing else: no widget, no disk, no network."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from traitlets import Bool, Dict, Enum, HasTraits, Instance, Int, Tuple, Unicode, observe

from keycafe_clean.desk.blockers import blockers
from keycafe_clean.desk.review_rows import ReviewRows
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.view_models import MonthLine, QuestionCard

#: The steps of a job, in the order in which they are taken.
STEPS = ("file", "columns", "people", "check", "plan", "hand_over")


class DeskState(HasTraits):
    """What the analyst sees. Panels follow it, actions set it, `summary()` says it.

    `busy` is what is going on, `message` what stopped it; each is one or more sentences, empty when there is nothing
    to say. Sentences from an export are plain text here: whoever shows them as HTML escapes them.
    """

    today = Instance(date)
    step = Enum(STEPS, "file")
    seen = Tuple()  # steps that the analyst has agreed with
    busy = Unicode()
    message = Unicode()
    requested_action = Unicode()  # what the analyst asked for and could not have; `blocked` says why

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
    notes = Tuple()

    counts = Dict()
    equation = Unicode()
    ready_users = Unicode()
    reasons = Tuple()
    people = Tuple()
    kinds = Tuple()  # what waits: each kind with how many questions
    kind = Unicode()  # the kind that is shown; blank: all
    asked = Int()  # questions of that kind
    place = Int()  # which of them is shown, from 0
    card = Instance(QuestionCard, allow_none=True)
    review = Instance(ReviewRows, allow_none=True)  # the rows of the run, another object after each count
    to_undo = Unicode()  # what undo takes back, in words; blank: nothing
    to_redo = Unicode()

    plan = Enum(("paid", "confirmed"), "paid")
    used = Int()
    limit_line = Unicode()
    forecast_line = Unicode()
    months = Tuple()
    finish = Unicode()
    invitations = Int()

    downloads = Tuple()
    saved = Unicode()

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
    status = Unicode()

    @observe("read", "file_questions", "columns", "counts", "seen")
    def _tick(self, _: object = None) -> None:
        """Tick what has been agreed with, and every step that has nothing to ask."""
        self.ticked = tuple(step for step in STEPS if step in self.seen or step in self._nothing_to_ask())

    @observe("requested_action", "busy", "columns", "counts", "months")
    def _explain(self, _: object = None) -> None:
        """Say why the requested action cannot be had; that is forgotten once it can."""
        self.blocked = tuple(self.blockers(self.requested_action)) if self.requested_action else ()

    @observe("busy", "message", "blocked")
    def _say(self, _: object = None) -> None:
        """Say the one thing that matters now: why not, what stopped, or what goes on."""
        self.status = " ".join(self.blocked) or self.message or self.busy

    def blockers(self, requested_action: str) -> Iterator[str]:
        """Yield why `requested_action` cannot be had now."""
        return blockers(requested_action, busy=self.busy, columns=self.columns, counts=self.counts, months=self.months)

    def update(self, **traits: Any) -> None:  # noqa: ANN401 - the traits' own types, as the traits check them
        """Set several traits at once, so that whoever observes them sees all or none."""
        with self.hold_trait_notifications():
            for name, trait in traits.items():
                self.set_trait(name, trait)

    def summary(self) -> str:
        """Get the screen as text, a line a fact; what is not known yet has no line."""
        lines = (*self.read, self.equation, self._ready, *self.reasons, self.limit_line, self.forecast_line)
        after = (self.practice, *self.practice_errors, self.limit_after_line, self.status)
        return "\n".join(line for line in (*lines, *after) if line) or text("file.lead")

    @property
    def _ready(self) -> str:
        return f"{self.ready_users}." if self.ready_users else ""

    def _nothing_to_ask(self) -> Iterator[str]:
        if self.read and not self.file_questions:
            yield "file"
        if self.counts and all(line.is_sure for line in self.columns):
            yield "columns"
        if self.counts and not self.counts["waiting"]:
            yield "check"
