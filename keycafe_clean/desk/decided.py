"""What was decided at the desk, as one value, and the way back: undo is the value before."""

from dataclasses import dataclass, field
from typing import Self

from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.decide.setup import Setup


@dataclass(frozen=True)
class Decided:
    """Everything that a person has said so far: the set-up, and the decisions about people."""

    setup: Setup = field(default_factory=Setup)
    decisions: Decisions = field(default_factory=Decisions)


@dataclass(frozen=True)
class Timeline:
    """What is decided now, what was before, and what was undone; each with what was done there, in words.

    `before` has the oldest first, `undone` what was undone last; nothing of it is ever altered.
    """

    now: Decided = field(default_factory=Decided)
    before: tuple[tuple[str, Decided], ...] = ()
    undone: tuple[tuple[str, Decided], ...] = ()

    def then(self, decided: Decided, what: str) -> Self:
        """Get the timeline after `what` was decided; whatever was undone before is gone."""
        return type(self)(decided, (*self.before, (what, self.now)))

    def undo(self) -> Self:
        """Get the timeline before the last decision; itself where there is none."""
        if not self.before:
            return self
        *before, (what, decided) = self.before
        return type(self)(decided, tuple(before), ((what, self.now), *self.undone))

    def redo(self) -> Self:
        """Get the timeline with what was undone last decided again; itself where nothing was."""
        if not self.undone:
            return self
        (what, decided), *undone = self.undone
        return type(self)(decided, (*self.before, (what, self.now)), tuple(undone))

    @property
    def to_undo(self) -> str:
        """Get what undo takes back, in words; blank: there is nothing."""
        return self.before[-1][0] if self.before else ""

    @property
    def to_redo(self) -> str:
        """Get what redo does again, in words; blank: there is nothing."""
        return self.undone[0][0] if self.undone else ""
