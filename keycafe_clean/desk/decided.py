"""What was decided at the desk, as one value, and the way back: undo is the value before."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Self

import polars as pl

from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.decide.setup import Setup
from keycafe_clean.known.lines import PEOPLE


@dataclass(frozen=True, eq=False)
class Decided:
    """Everything that a person has said so far: set-up, decisions about people, who is in Keycafe (`PEOPLE`)."""

    setup: Setup = field(default_factory=Setup)
    decisions: Decisions = field(default_factory=Decisions)
    known: pl.DataFrame = field(default_factory=PEOPLE.to_frame)


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
    def states(self) -> tuple[Decided, ...]:
        """Get every value in order, the oldest first, those that were undone last."""
        return (*(decided for _, decided in self.before), self.now, *(decided for _, decided in self.undone))

    @property
    def steps(self) -> tuple[str, ...]:
        """Get what led from each value to the next one, in words."""
        return tuple(what for what, _ in (*self.before, *self.undone))

    @classmethod
    def of(cls, states: Sequence[Decided], steps: Sequence[str], at: int) -> Self:
        """Get the timeline that has these values and steps, and stands at one of them."""
        before = tuple(zip(steps[:at], states[:at], strict=True))
        return cls(states[at], before, tuple(zip(steps[at:], states[at + 1 :], strict=True)))

    @property
    def to_undo(self) -> str:
        """Get what undo takes back, in words; blank: there is nothing."""
        return self.before[-1][0] if self.before else ""

    @property
    def to_redo(self) -> str:
        """Get what redo does again, in words; blank: there is nothing."""
        return self.undone[0][0] if self.undone else ""
