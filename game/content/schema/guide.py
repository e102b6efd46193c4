"""Guided steps of a tutorial and its closing fork (RULES B1)."""

from typing import Literal

from pydantic import Field

from game.content.schema.words import Entry, Id, Phase, Text, Title, Track

StepVerb = Literal[
    "consent",
    "play",
    "repeal",
    "agree",
    "refuse",
    "join",
    "decline",
    "deploy",
    "reinforce",
    "place",
    "watch",
    "rotate",
    "routes",
    "move",
    "return",
    "plan",
    "spread",
    "pin",
    "prefer",
    "keep-shut",
    "bank",
    "surveil",
    "surge",
    "raid",
    "case",
    "prosecute",
    "bribe",
    "intimidate",
    "relocate",
    "hold",
    "order",
    "swap",
    "govern",
    "split",
    "answer",
    "done",
    "pass",
]
"""Actions that a step can wait for."""


class StepDone(Entry):
    """What completes a step; one of these."""

    verb: StepVerb | None = None
    """An action of this kind by the seat, such as `surveil`."""
    card: Id | None = None
    """Only with this card; goes with `verb`."""
    ok: bool = False
    """The reader presses OK."""
    look: Literal["track", "area", "route", "unit", "flow-token"] | None = None
    """The reader clicks such a thing."""
    question: Literal["odds-probe", "growth-probe"] | None = None
    """A seat answers this question of the tutorial."""


Question = Literal["place", "watch", "rotate", "agree", "join", "fund", "prosecute"]
"""Questions that an action may bring before it is done."""


class Light(Entry):
    """What a step lights on the screen."""

    tracks: tuple[Track, ...] = Field(default=(), strict=False)
    """Tracks."""
    areas: tuple[Id, ...] = Field(default=(), strict=False)
    """Areas."""
    routes: tuple[Id, ...] = Field(default=(), strict=False)
    """Routes."""
    cards: tuple[Id, ...] = Field(default=(), strict=False)
    """Cards."""


class Otherwise(Entry):
    """What a step asks instead, while what it wants cannot be done."""

    title: Title
    """Its heading."""
    text: Text
    """One or two sentences."""
    done: StepDone
    """What completes the step then."""
    light: Light = Light()
    """What it lights then."""


class GuideStep(Entry):
    """One prompt of a guided campaign. It never affects play.

    A step that was neither done nor passed over waits for the same phase of a later quarter.
    """

    id: Id
    """Its kebab-case word."""
    quarter: int = Field(ge=1, le=20)
    """The quarter in which it is shown."""
    phase: Phase
    """The phase in which it is shown."""
    seats: tuple[Id, ...] = Field(default=(), strict=False)
    """Only while one of these seats is to move; empty means anybody."""
    title: Title
    """Its heading."""
    text: Text
    """One or two sentences."""
    done: StepDone
    """What completes it."""
    light: Light = Light()
    """What it lights."""
    then: dict[Question, Text] = Field(default_factory=dict)
    """What is told first while its action asks a question of its own, such as `place`: the step
    stays until the last of them is answered."""
    otherwise: Otherwise | None = None
    """What it asks instead, while what it wants cannot be done; either completes it."""
    missed: Text | None = None
    """What is told when its phase has passed without it."""


class Fork(Entry):
    """A closing what-if: the same plays from a quarter, with one change (RULES B1)."""

    from_quarter: int = Field(ge=1, le=20)
    """Played again from the start of this quarter."""
    change: Literal["rotate-units"] = "rotate-units"
    """What is different: some units are set Rotating."""
    count: int = Field(default=2, ge=1, le=6)
    """How many units."""
    title: Title
    """Its heading at the ending."""
    text: Text
    """What it shows."""
