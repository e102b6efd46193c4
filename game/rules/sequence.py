"""The quarter as a `transitions` table (RULES 5)."""

from functools import cache
from typing import Any

from transitions import Machine

from game.content.schema.words import PHASES
from game.model.state import State
from game.rules.tables import Tables

TRANSITIONS: tuple[dict[str, str], ...] = (
    {"trigger": "advance", "source": "setup", "dest": "brief"},
    {"trigger": "advance", "source": "brief", "dest": "situation"},
    {"trigger": "advance", "source": "situation", "dest": "red-plan"},
    {"trigger": "advance", "source": "red-plan", "dest": "strategic"},
    {"trigger": "advance", "source": "strategic", "dest": "operational"},
    {"trigger": "advance", "source": "operational", "dest": "red-reveal"},
    {"trigger": "advance", "source": "red-reveal", "dest": "tactical"},
    {"trigger": "advance", "source": "tactical", "dest": "tactical", "conditions": "has_round"},
    {"trigger": "advance", "source": "tactical", "dest": "flow"},
    {"trigger": "advance", "source": "flow", "dest": "assess"},
    {"trigger": "advance", "source": "assess", "dest": "end", "conditions": "is_over"},
    {"trigger": "advance", "source": "assess", "dest": "review", "conditions": "has_review"},
    {"trigger": "advance", "source": "assess", "dest": "situation"},
    {"trigger": "advance", "source": "review", "dest": "situation"},
    {"trigger": "advance", "source": "end", "dest": "hot-wash"},
)
"""Rows are tried in this order; a row without a condition always holds."""


class Cursor:
    """A throw-away model of the machine: a phase and what its conditions ask, triggered once."""

    __slots__ = ("_is_over", "_reviews", "_rounds", "state")

    def __init__(self, phase: str, *, rounds: bool, over: bool, reviews: bool) -> None:
        self.state = phase
        self._rounds = rounds
        self._is_over = over
        self._reviews = reviews

    def has_round(self) -> bool:
        """Whether another tactical round follows."""
        return self._rounds

    def is_over(self) -> bool:
        """Whether the game has ended."""
        return self._is_over

    def has_review(self) -> bool:
        """Whether this quarter ends with a REVIEW."""
        return self._reviews


def _machine() -> Machine:
    return Machine(
        model=None,
        states=list(PHASES),
        transitions=[dict(row) for row in TRANSITIONS],
        initial="setup",
        auto_transitions=False,
        send_event=False,
    )


MACHINE = _machine()
"""The one machine of the process."""


@cache
def phase_after(phase: str, *, rounds: bool, over: bool, reviews: bool) -> str:
    """The phase that the machine goes to from another, asked once for each case."""
    cursor = Cursor(phase, rounds=rounds, over=over, reviews=reviews)
    MACHINE.events["advance"].trigger(cursor)
    return cursor.state


def next_phase(tables: Tables, state: State) -> tuple[str, int, int]:
    """The phase that follows, with its quarter and tactical round."""
    frame = tables.campaign.frame
    phase = phase_after(
        state.phase,
        rounds=state.round < frame.rounds,
        over=bool(state.over),
        reviews=state.quarter in frame.reviews,
    )
    quarter = state.quarter + (phase == "situation")
    turn = state.round + 1 if phase == "tactical" else 0
    return phase, quarter, turn


def diagram() -> str:
    """The machine as a Mermaid state diagram."""
    lines = ["stateDiagram-v2", "    [*] --> setup"]
    for name in PHASES:
        events: Any = MACHINE.get_transitions(source=name)
        for one in events:
            conditions = [str(condition.func) for condition in one.conditions]
            label = f": {' and '.join(conditions).replace('_', ' ')}" if conditions else ""
            lines.append(f"    {_word(one.source)} --> {_word(one.dest)}{label}")
    return "\n".join([*lines, "    hot_wash --> [*]"])


def _word(name: str) -> str:
    return name.replace("-", "_")
