"""campaign.yaml: a campaign's frame: seats, objectives, set-up, rules (RULES 1, 14, 16, B1)."""

from typing import Literal

from pydantic import Field

from game.content.schema.guide import Fork, GuideStep
from game.content.schema.rules import Rules
from game.content.schema.units import Pool
from game.content.schema.words import (
    Country,
    Entry,
    Id,
    Module,
    SeatStyle,
    Side,
    Source,
    Text,
    Title,
    Track,
)


class Margin(Entry):
    """How a seat's success is measured: a sum at the end, of which 1 or more is success and 4 or
    more decisive unless `thresholds.bands` says otherwise (RULES 14)."""

    kind: Literal["us", "mexico", "canada", "cartel", "none"]
    """Which of the rulebook's sums."""
    harm: int = 9
    """us: target for Harm. The sum is target less Harm, plus Border less `border`."""
    gov: int = -4
    """mexico: target for the sum of population times governance. The sum is what it ends above the
    target, divided by `gov_step` and rounded down, plus Sovereignty less `sovereignty`."""
    bank: int = 10
    """cartel: target for banked Cash. Of the bank less this and Reach less its target, the lower
    is the sum."""
    reach: int = 10
    """cartel: target for Reach, people in areas at governance -1 or less."""
    border: int = 5
    """us: Border above which each point counts one."""
    sovereignty: int = 5
    """mexico: Sovereignty above which each point counts one."""
    gov_step: int = Field(default=2, ge=1, le=20)
    """mexico: how much of the governance score counts one."""
    cohesion: int = 6
    """canada: Cohesion above which each point counts one."""
    legitimacy: int = 6
    """canada: Legitimacy above which each point counts one."""
    fronts: int = 2
    """canada: Fronts in Canada, the United States and the Caribbean that it can bear; each one more
    takes one."""


class SeatSpec(Entry):
    """A seat of the campaign."""

    id: Id
    """Its kebab-case word."""
    name: Title
    """Its name."""
    short: str = Field(min_length=1, max_length=3)
    """One to three letters for its shape."""
    side: Side
    """nadc, red or white."""
    style: SeatStyle
    """Its colour and shape."""
    country: Country = "none"
    """The country it governs."""
    wants: Text
    """What it wants, in a few words."""
    briefing: Text
    """Its briefing, read before the first quarter."""
    margin: Margin
    """How its success is measured."""
    income: int = Field(default=0, ge=0, le=12)
    """Budget in each SITUATION."""
    budget: int | None = Field(default=None, ge=0, le=20)
    """Budget at the start, before the first income; 0 when missing."""
    capital: int | None = Field(default=None, ge=0, le=6)
    """Capital at the start; the rules' own when missing."""
    cash: int = Field(default=0, ge=0, le=40)
    """Cash at the start (Red)."""
    sets_consent: bool = False
    """Whether this seat sets Consent in its country."""
    pool: tuple[Pool, ...] = Field(default=(), strict=False)
    """Its force pool."""
    cards: tuple[Id, ...] = Field(default=(), strict=False)
    """Strategic and operational cards in its portfolio."""
    deck: tuple[Id, ...] = Field(default=(), strict=False)
    """Tactical cards of its deck; a card is in it `copies` times."""
    bot: Id | None = None
    """The bot that plays it when nobody does."""
    player: Literal["person", "bot"] = "person"
    """Who is proposed for it."""


class Placement(Entry):
    """A piece on the map at the start."""

    seat: Id
    """Its owner."""
    kind: Id
    """Its kind."""
    area: Id
    """Where it stands."""
    watch: Id | None = None
    """The route that it watches."""
    count: int = Field(default=1, ge=1, le=6)
    """How many."""


class Start(Entry):
    """Tracks at the start."""

    harm: int = Field(default=10, ge=0, le=20)
    """Harm, 0 to 20; less is better."""
    border: int = Field(default=5, ge=0, le=10)
    """Border integrity."""
    cohesion: int = Field(default=6, ge=0, le=10)
    """Cohesion of the coalition."""
    legitimacy: int = Field(default=7, ge=0, le=10)
    """Legitimacy."""
    fusion: int = Field(default=0, ge=0, le=3)
    """Fusion of intelligence."""
    sovereignty: int = Field(default=6, ge=0, le=10)
    """Sovereignty of Mexico."""
    resilience: int = Field(default=5, ge=0, le=10)
    """Resilience against cyber attack."""
    cases: int = Field(default=0, ge=0, le=20)
    """Usable evidence."""
    consent: int = Field(default=1, ge=0, le=3)
    """Consent level."""


class Objective(Entry):
    """A learning objective."""

    id: Id
    """Its kebab-case word."""
    text: Text
    """What a trainee will be able to do."""
    measure: Literal["odds-probe", "growth-probe", "find-fix-prosecute", "none"] = "none"
    """How play gives evidence of it."""
    from_quarter: int = Field(default=1, ge=1, le=20)
    """The first quarter in which it is measured."""
    need: int = Field(default=1, ge=1, le=20)
    """How many right answers or events show it."""


class Discussion(Entry):
    """A question for the hot wash."""

    text: Text
    """The question."""
    when: str | None = Field(default=None, max_length=200)
    """Only when this condition holds at the end."""


class Library(Entry):
    """What a campaign takes from the library beside it."""

    map: bool = False
    """The library's map.yaml, instead of the campaign's own."""
    units: bool = True
    """The library's kinds of piece; the campaign's own come on top."""
    cards: tuple[Id, ...] = Field(default=(), strict=False)
    """Cards by id; a card of the same id in the campaign replaces it."""
    injects: tuple[Id, ...] = Field(default=(), strict=False)
    """Injects by id."""
    bots: tuple[Id, ...] = Field(default=(), strict=False)
    """Bots by id."""


class CampaignFile(Entry):
    """campaign.yaml: the frame of a campaign: seats, objectives, set-up and rules."""

    format: Literal[1]
    """The format that the campaign was written for; now 1."""
    id: Id
    """Its kebab-case word, the same as its folder's name."""
    title: Title
    """Its title."""
    tag: Title
    """A word for its card in the menu, such as `tutorial`."""
    number: int = Field(default=99, ge=1, le=99)
    """Its place in the menu."""
    summary: Text
    """What it is about, in two sentences."""
    minutes: tuple[int, int] = Field(strict=False)
    """Shortest and longest length of a sitting."""
    quarters: int = Field(ge=1, le=20)
    """How many quarters."""
    rounds: int = Field(default=2, ge=1, le=3)
    """Tactical rounds in each quarter (k)."""
    reviews: tuple[int, ...] = Field(default=(), strict=False)
    """Quarters that end with a REVIEW."""
    modules: tuple[Module, ...] = Field(default=("core",), strict=False)
    """Modules in use: `core` always; `cyber` shows the track Resilience to everybody."""
    order: tuple[Id, ...] = Field(strict=False, min_length=2, max_length=8)
    """The seats in order of initiative, sides mixed."""
    seats: tuple[SeatSpec, ...] = Field(strict=False, min_length=2, max_length=8)
    """The seats."""
    objectives: tuple[Objective, ...] = Field(strict=False, min_length=1, max_length=10)
    """Learning objectives."""
    library: Library = Library()
    """What it takes from the library."""
    start: Start = Start()
    """Tracks at the start."""
    placements: tuple[Placement, ...] = Field(default=(), strict=False)
    """Pieces on the map at the start."""
    rules: Rules = Rules()
    """Every number of the rulebook that this campaign changes."""
    scenario: Text
    """The story so far, read aloud in BRIEF."""
    guide: tuple[GuideStep, ...] = Field(default=(), strict=False)
    """Guided steps."""
    fork: Fork | None = None
    """The closing what-if."""
    discussion: tuple[Discussion, ...] = Field(default=(), strict=False)
    """Questions for the hot wash."""
    sources: tuple[Source, ...] = Field(default=(), strict=False)
    """Source documents."""
    focus: tuple[Id, ...] = Field(default=(), strict=False)
    """Areas that the board shows first; the whole board when empty."""


__all__ = ["CampaignFile", "Track"]
