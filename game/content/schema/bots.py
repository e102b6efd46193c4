"""Bots: players without hands, as lists of lines (RULES 15)."""

from typing import Literal

from pydantic import Field

from game.content.schema.words import Condition, Entry, Id, Text, Title

Rank = Literal[
    "gov-low",
    "gov-high",
    "gov-zero-first",
    "pop-high",
    "pop-low",
    "violence-high",
    "violence-low",
    "flow-high",
    "flow-low",
    "heat-low",
    "heat-high",
    "cost-low",
    "exposed",
    "own-unit",
    "unguarded",
    "red-many",
    "red-few",
    "odds-high",
    "border-first",
    "home-first",
]
"""How a bot ranks targets, by what its seat can see."""


class Line(Entry):
    """One line of a stance: the first legal line is carried out."""

    do: Literal[
        "play",
        "deploy",
        "reinforce",
        "repeal",
        "plan",
        "spread",
        "surveil",
        "surge",
        "raid",
        "case",
        "bribe",
        "intimidate",
        "relocate",
        "govern",
        "watch",
        "rotate",
        "move",
        "hold",
        "pass",
        "prosecute",
        "consent",
    ]
    """What to do."""
    card: Id | None = None
    """The card, where `do` is play, deploy or plan; any card that is legal when missing."""
    level: int | None = Field(default=None, ge=0, le=3)
    """The level, where `do` is consent."""
    kind: Id | None = None
    """Only with or against this kind of piece."""
    when: Condition | None = None
    """Only when this holds."""
    odds: int = Field(default=1, ge=1, le=5)
    """Only when N, as the seat can know it, is at least this."""
    target: tuple[Rank, ...] = Field(default=(), strict=False)
    """How targets are ranked; what still ties is drawn."""
    why: Text
    """The reason, shown in the log and the review."""


class Stance(Entry):
    """A way of playing one quarter."""

    id: Id
    """Its kebab-case word."""
    title: Title
    """Its name."""
    weight: int = Field(default=1, ge=1, le=100)
    """How often it is drawn."""
    when: Condition | None = None
    """Only drawn when this holds."""
    plan: tuple[Line, ...] = Field(default=(), strict=False)
    """RED_PLAN, in order; as many as the rules allow."""
    strategic: tuple[Line, ...] = Field(default=(), strict=False)
    """NADC_STRATEGIC."""
    operational: tuple[Line, ...] = Field(default=(), strict=False)
    """NADC_OPERATIONAL, repeated until no line is legal."""
    tactical: tuple[Line, ...] = Field(default=(), strict=False)
    """TACTICAL."""
    govern: tuple[Line, ...] = Field(default=(), strict=False)
    """Govern in ASSESS."""


class Bot(Entry):
    """A bot: who it can play, its stances, and its manners."""

    id: Id
    """Its kebab-case word, used in `nadc play --seat cartel=ID`."""
    title: Title
    """Its name."""
    seats: tuple[Id, ...] = Field(strict=False, min_length=1)
    """The seats that it can play."""
    summary: Text
    """How it plays, in one sentence."""
    stances: tuple[Stance, ...] = Field(strict=False, min_length=1, max_length=12)
    """One is drawn each quarter."""
    refuse: Condition | None = None
    """When it refuses consent cards and shares."""
    lower_consent: Condition | None = None
    """When a seat that sets Consent lowers it by one."""
    share: int = Field(default=1, ge=0, le=9)
    """Budget that it will add to a partner's Govern."""
    keep_cash: int = Field(default=2, ge=0, le=20)
    """Cash that a Red bot does not bank, except in the last quarter."""


class BotsFile(Entry):
    """bots.yaml: a list of bots."""

    bots: tuple[Bot, ...] = Field(strict=False, min_length=1, max_length=60)
    """The bots."""
