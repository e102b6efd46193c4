"""Cards of all three levels: one schema (RULES 6, 10)."""

from typing import Literal

from pydantic import Field

from game.content.schema.effects import Effect
from game.content.schema.words import (
    AreaKind,
    Authority,
    Condition,
    Country,
    Entry,
    Id,
    Level,
    Mode,
    Source,
    Text,
    Title,
)


class Cost(Entry):
    """What a card costs. On a consent card each listed seat pays it."""

    budget: int = Field(default=0, ge=0, le=9)
    """NADC Budget."""
    capital: int = Field(default=0, ge=0, le=6)
    """Political Capital."""
    cash: int = Field(default=0, ge=0, le=9)
    """Red Cash."""
    cases: int = Field(default=0, ge=0, le=6)
    """Cases from the coalition's pool."""


class AreaTarget(Entry):
    """Which areas may be chosen."""

    kinds: tuple[AreaKind, ...] = Field(default=(), strict=False)
    """Kinds of area; empty means any."""
    countries: tuple[Country, ...] = Field(default=(), strict=False)
    """Countries; empty means any."""
    governed: bool = False
    """Only areas that have governance."""
    gov_max: int | None = Field(default=None, ge=-2, le=2)
    """Only at this governance or less."""
    gov_min: int | None = Field(default=None, ge=-2, le=2)
    """Only at this governance or more."""
    own_unit: bool = False
    """Only where the acting seat has a unit or piece."""
    coastal: bool = False
    """Only sea or coastal areas."""


class RouteTarget(Entry):
    """Which routes may be chosen."""

    modes: tuple[Mode, ...] = Field(default=(), strict=False)
    """Modes; empty means any."""
    port_of_entry: bool = False
    """Only routes that use a port of entry."""
    crosses_border: bool = False
    """Only routes between two countries."""
    dormant: bool = False
    """Only routes not in use, as the acting seat knows them."""
    own_unit: bool = False
    """Only routes watched by a unit of the acting seat."""
    watchable: bool = True
    """Only routes that units can watch."""


class PieceTarget(Entry):
    """Which pieces may be chosen."""

    kinds: tuple[Id, ...] = Field(default=(), strict=False)
    """Kinds of piece; empty means any of the other side."""
    exposed: bool = True
    """Only exposed ones."""
    countries: tuple[Country, ...] = Field(default=(), strict=False)
    """Only in these countries; empty means anywhere."""


class Target(Entry):
    """What a card is aimed at: one of the three."""

    area: AreaTarget | None = None
    """An area."""
    route: RouteTarget | None = None
    """A route."""
    piece: PieceTarget | None = None
    """A piece on the map."""


TestPart = Literal[
    "detect",
    "endgame",
    "gov",
    "gov-minus",
    "lab-or-cell",
    "advisor",
    "forensic",
    "mole",
    "gunmen",
    "violence",
    "legitimacy",
]
"""Modifiers that the rules know: best D or E there, governance, an advisor, and so on."""


class TestBonus(Entry):
    """A modifier of a test that depends on a condition."""

    if_: Condition = Field(alias="if")
    """When it counts."""
    by: int = Field(ge=-3, le=3)
    """How much."""
    label: Title
    """Its name in the list of modifiers."""


class Test(Entry):
    """The Test of a card: a die shows N or less (RULES 7)."""

    base: int = Field(ge=0, le=5)
    """N before modifiers."""
    add: tuple[TestPart, ...] = Field(default=(), strict=False)
    """Modifiers that the rules know."""
    bonus: tuple[TestBonus, ...] = Field(default=(), strict=False)
    """Modifiers with a condition."""
    law_enforcement: bool = False
    """Whether it counts as a law-enforcement test."""
    per_joined: bool = False
    """One test for each seat that joined the card."""


class Join(Entry):
    """Other seats may join when the card is played, each paying this."""

    seats: tuple[Id, ...] = Field(strict=False, min_length=1)
    """Who may join."""
    budget: int = Field(default=0, ge=0, le=9)
    """Budget that each joining seat pays."""
    capital: int = Field(default=0, ge=0, le=6)
    """Capital that each joining seat pays."""


class Reaction(Entry):
    """The window in which a card may be played as a reaction (RULES 12)."""

    window: Literal[
        "on_card_played", "before_test", "on_seizure", "on_plot_advance", "on_track_threshold"
    ]
    """Which of the five windows."""
    by: int = Field(default=0, ge=-2, le=2)
    """Change of N, where the window is before_test."""


class Advice(Entry):
    """What bots and hints know of a card."""

    instrument: Literal[
        "diplomacy", "information", "military", "economic", "law-enforcement", "capacity"
    ] = "law-enforcement"
    """The instrument of power that it uses."""
    urgency: int = Field(default=1, ge=0, le=5)
    """How soon a bot should want it."""


class Card(Entry):
    """A card: strategic policy, operational deployment or tactical action."""

    id: Id
    """Its kebab-case word."""
    title: Title
    """Its title."""
    level: Level
    """strategic, operational or tactical."""
    seats: tuple[Id, ...] = Field(strict=False, min_length=1)
    """Who may play it."""
    summary: Text
    """What it does, in one or two plain sentences; `**bold**` for numbers."""
    price: Text | None = None
    """Its built-in price, shown on its face."""
    flavour: Text | None = None
    """A line of colour."""
    cost: Cost = Cost()
    """What it costs."""
    consent: tuple[Id, ...] = Field(default=(), strict=False)
    """Seats that must all agree, and each pay; those not in play are passed over."""
    join: Join | None = None
    """Other seats may join it."""
    authority: Authority = "none"
    """The legal title it needs or gives."""
    requires: tuple[Condition, ...] = Field(default=(), strict=False)
    """Conditions, all of which must hold before it can be played."""
    requires_text: Text | None = None
    """What to tell a player when a condition does not hold; made from it when missing."""
    target: Target | None = None
    """What it is aimed at."""
    second: Target | None = None
    """A second target, chosen after the first."""
    test: Test | None = None
    """Its Test; without one it always works."""
    on_play: tuple[Effect, ...] = Field(default=(), strict=False)
    """Effects when it is played, whatever the Test says."""
    effects: tuple[Effect, ...] = Field(default=(), strict=False)
    """Effects when it takes effect, or when its Test succeeds."""
    clean: tuple[Effect, ...] = Field(default=(), strict=False)
    """Further effects of a natural 1."""
    on_fail: tuple[Effect, ...] = Field(default=(), strict=False)
    """Effects of a failed Test."""
    complication: tuple[Effect, ...] = Field(default=(), strict=False)
    """Effects of a natural 6; the rules' own complication when missing."""
    each_quarter: tuple[Effect, ...] = Field(default=(), strict=False)
    """Effects in each SITUATION while it is active."""
    delay: int | None = Field(default=None, ge=0, le=6)
    """Quarters before it takes effect; 1 for strategic cards, else 0."""
    duration: int | None = Field(default=None, ge=0, le=12)
    """Quarters that it lasts; 0 means once; missing means until repealed."""
    upkeep: int | None = Field(default=None, ge=0, le=6)
    """Budget a quarter for each piece it puts down; the rules' own when missing."""
    copies: int = Field(default=1, ge=1, le=6)
    """Operational: how often it can be out. Tactical: copies in the deck."""
    dual: dict[Literal["nadc", "red"], Text] | None = None
    """Two readings of contested evidence; the seat with initiative chooses."""
    prosecutes: bool = False
    """Whether a Case may take the removed piece out of the game."""
    reaction: Reaction | None = None
    """Its window, where it is a reaction."""
    objectives: tuple[Id, ...] = Field(default=(), strict=False)
    """Learning objectives that it serves."""
    source: Source | None = None
    """Where it comes from in the source documents."""
    discuss: Text | None = None
    """A question for the review."""
    fact_note: Text | None = None
    """Where the public record differs from the document."""
    ai: Advice = Advice()
    """What bots know of it."""


class CardsFile(Entry):
    """cards/*.yaml: a list of cards."""

    cards: tuple[Card, ...] = Field(strict=False, min_length=1, max_length=2500)
    """The cards."""
