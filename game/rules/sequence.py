"""The quarter as a `transitions` table (RULES 5)."""

from typing import Any

from transitions import Machine

from game.model.state import State
from game.rules.tables import Tables

PHASES = (
    "setup",
    "brief",
    "situation",
    "red-plan",
    "strategic",
    "operational",
    "red-reveal",
    "tactical",
    "flow",
    "assess",
    "review",
    "end",
    "hot-wash",
)
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
    """A throw-away model of the machine: the phase copied in, triggered, copied out."""

    __slots__ = ("campaign_reviews", "quarter", "round", "rounds", "state", "was_over")

    def __init__(self, tables: Tables, state: State) -> None:
        self.state = state.phase
        self.quarter = state.quarter
        self.round = state.round
        self.was_over = bool(state.over)
        self.rounds = tables.campaign.frame.rounds
        self.campaign_reviews = tables.campaign.frame.reviews

    def has_round(self) -> bool:
        """Whether another tactical round follows."""
        return self.round < self.rounds

    def is_over(self) -> bool:
        """Whether the game has ended."""
        return self.was_over

    def has_review(self) -> bool:
        """Whether this quarter ends with a REVIEW."""
        return self.quarter in self.campaign_reviews


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


def next_phase(tables: Tables, state: State) -> tuple[str, int, int]:
    """The phase that follows, with its quarter and tactical round."""
    cursor = Cursor(tables, state)
    MACHINE.events["advance"].trigger(cursor)
    phase = cursor.state
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
