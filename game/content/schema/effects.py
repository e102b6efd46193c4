"""Effects: the closed list of what a card or an inject can do (RULES 10).

Every effect is a mapping with `do:` naming its verb. Its docstring is the author's manual.
"""

from typing import Annotated, Literal

from pydantic import Field

from game.content.schema.words import (
    AreaKind,
    Condition,
    Country,
    Entry,
    Id,
    Mode,
    Text,
    Track,
)

Lasts = Literal["card", "quarter", "game"]


class AreaPick(Entry):
    """Which areas an effect speaks of."""

    pick: Literal["target", "second", "all", "random", "neighbours"] = "target"
    """The card's target, its second target, all that fit, some at random, or neighbours."""
    area: Id | None = None
    """One fixed area instead of a pick."""
    count: int = Field(default=1, ge=1, le=10)
    """How many, where `pick` is random."""
    kinds: tuple[AreaKind, ...] = Field(default=(), strict=False)
    """Only areas of these kinds."""
    countries: tuple[Country, ...] = Field(default=(), strict=False)
    """Only areas in these countries."""
    governed: bool = False
    """Only areas that have governance."""


class EffectEntry(Entry):
    """What every effect may carry beside its verb."""

    if_: Condition | None = Field(default=None, alias="if")
    """The effect happens only when this holds."""
    chance: int | None = Field(default=None, ge=1, le=5)
    """The effect happens only when a die shows this number or less."""


class TrackEffect(EffectEntry):
    """Moves a public track."""

    do: Literal["track"]
    track: Track
    """The track."""
    by: int = Field(ge=-10, le=10)
    """How far; tracks stop at their ends."""


class BudgetEffect(EffectEntry):
    """Gives Budget to a seat or takes it away."""

    do: Literal["budget"]
    by: int = Field(ge=-9, le=9)
    """How much; Budget never goes below 0."""
    seat: Id | None = None
    """Whose; the acting seat when missing."""


class CapitalEffect(EffectEntry):
    """Gives Capital to a seat or takes it away."""

    do: Literal["capital"]
    by: int = Field(ge=-6, le=6)
    """How much; Capital stays between 0 and its maximum."""
    seat: Id | None = None
    """Whose; the acting seat when missing."""


class CashEffect(EffectEntry):
    """Gives Cash to a Red seat or takes it away."""

    do: Literal["cash"]
    by: int = Field(ge=-9, le=9)
    """How much; Cash never goes below 0."""
    seat: Id | None = None
    """Whose; the acting seat when missing."""


class DeployEffect(EffectEntry):
    """Puts a piece from a force pool on the map, at the card's target."""

    do: Literal["deploy"]
    unit: Id
    """The kind of piece."""
    seat: Id | None = None
    """Whose pool; the acting seat when missing."""
    where: AreaPick = AreaPick()
    """Where; the card's target area when missing."""
    keep: bool = True
    """Whether it costs its owner upkeep."""


class RemoveEffect(EffectEntry):
    """Takes pieces off the map, back to their pool."""

    do: Literal["remove"]
    piece: Id | None = None
    """The kind; the targeted piece when missing."""
    where: AreaPick = AreaPick(pick="all")
    """Where to look."""
    count: int = Field(default=1, ge=1, le=6)
    """How many at most."""
    pick: Literal["target", "exposed-first", "random"] = "exposed-first"
    """Which ones, where there are more."""


class MoveEffect(EffectEntry):
    """Moves the targeted piece to a neighbouring area, chosen at random."""

    do: Literal["move"]


class ExposeEffect(EffectEntry):
    """Turns hidden pieces face up for the coalition; a decoy is found first."""

    do: Literal["expose"]
    piece: Id | None = None
    """The kind; any hidden piece when missing."""
    where: AreaPick = AreaPick()
    """Where to look."""
    count: int = Field(default=1, ge=1, le=6)
    """How many at most."""


class HideEffect(EffectEntry):
    """Turns exposed pieces face down again."""

    do: Literal["hide"]
    piece: Id | None = None
    """The kind; any exposed piece when missing."""
    where: AreaPick = AreaPick()
    """Where to look."""
    count: int = Field(default=1, ge=1, le=6)
    """How many at most."""


class RouteOpenEffect(EffectEntry):
    """Opens a dormant route: the target, or the cheapest one."""

    do: Literal["route_open"]
    route: Id | None = None
    """A fixed route; the card's target, else the cheapest dormant one, when missing."""


class RouteCloseEffect(EffectEntry):
    """Puts a route to sleep; backstops never close."""

    do: Literal["route_close"]
    route: Id | None = None
    """A fixed route; the card's target when missing."""


class RouteModEffect(EffectEntry):
    """Changes a route's D, E, heat or cost for a while."""

    do: Literal["route_mod"]
    route: Id | None = None
    """A fixed route; the card's target when missing."""
    detect: int = Field(default=0, ge=-5, le=5)
    """Added to D."""
    endgame: int = Field(default=0, ge=-5, le=5)
    """Added to E, where somebody may lawfully stop the flow."""
    cost: int = Field(default=0, ge=-5, le=9)
    """Added to the network's cost."""
    heat: int = Field(default=0, ge=-4, le=4)
    """Heat added at once."""
    lasts: Lasts = "quarter"
    """How long."""


class AreaGovEffect(EffectEntry):
    """Moves an area up or down the governance ladder."""

    do: Literal["area_gov"]
    by: int = Field(ge=-4, le=4)
    """How many steps."""
    where: AreaPick = AreaPick()
    """Which areas; only those with governance change."""


class AreaViolenceEffect(EffectEntry):
    """Raises or lowers violence."""

    do: Literal["area_violence"]
    by: int = Field(ge=-3, le=3)
    """How much."""
    where: AreaPick = AreaPick()
    """Which areas; only those with governance change."""


ModifierWhat = Literal[
    "test",
    "supply",
    "source-output",
    "launder",
    "free-govern",
    "gov-floor",
    "handover",
    "fewer-plays",
    "income",
    "upkeep",
    "show-rotating",
    "locate",
]


class ModifierEffect(EffectEntry):
    """A standing rule change while the card lasts, for this quarter, or for the game.

    `what` says which: `test` (with `test`, `seat`, `countries`), `supply` and `source-output`
    (units a quarter), `launder`, `free-govern` (Govern attempts without cost), `gov-floor` (the
    target area cannot fall below `by`), `handover` (one more endgame roll on the target route
    by a partner), `fewer-plays` (Red executes fewer plays next time), `income`, `upkeep`
    (of the network), `show-rotating` (Red sees Rotating choices), `locate` (all Surveil tests).
    """

    do: Literal["modifier"]
    what: ModifierWhat
    """Which rule changes."""
    by: int = Field(default=1, ge=-9, le=9)
    """How much."""
    test: Literal["surveil", "raid", "case", "govern", "bribe", "intimidate", "le", "any"] = "any"
    """Which tests, where `what` is `test`; `le` means Raid and law-enforcement cards."""
    seat: Id | None = None
    """Whose; every seat of the acting side when missing."""
    countries: tuple[Country, ...] = Field(default=(), strict=False)
    """Only in these countries."""
    where: AreaPick | None = None
    """Only in these areas."""
    lasts: Lasts = "card"
    """While the card is active, this quarter only, or to the end. A tactical card and an inject
    are over at once, so that for them `card` means to the end, too."""
    label: Text | None = None
    """Its name in the list of modifiers; the card's title when missing."""


class UnlockEffect(EffectEntry):
    """Makes a card playable for good."""

    do: Literal["unlock"]
    card: Id
    """The card."""


class RepealEffect(EffectEntry):
    """Ends an active strategic card."""

    do: Literal["repeal"]
    card: Id
    """The card."""


class DrawEffect(EffectEntry):
    """A seat draws cards, or receives a named one."""

    do: Literal["draw"]
    seat: Id | None = None
    """Whose hand; the acting seat when missing."""
    card: Id | None = None
    """A named card; the top of the deck when missing."""
    count: int = Field(default=1, ge=1, le=3)
    """How many."""


class InjectEffect(EffectEntry):
    """Brings an inject into play."""

    do: Literal["inject"]
    inject: Id
    """The inject."""


class CaseEffect(EffectEntry):
    """Adds Cases to the coalition's pool or spends them."""

    do: Literal["case"]
    by: int = Field(ge=-3, le=3)
    """How many."""


class MessageEffect(EffectEntry):
    """Says something to the room."""

    do: Literal["message"]
    text: Text
    """The sentence."""


Effect = Annotated[
    TrackEffect
    | BudgetEffect
    | CapitalEffect
    | CashEffect
    | DeployEffect
    | RemoveEffect
    | MoveEffect
    | ExposeEffect
    | HideEffect
    | RouteOpenEffect
    | RouteCloseEffect
    | RouteModEffect
    | AreaGovEffect
    | AreaViolenceEffect
    | ModifierEffect
    | UnlockEffect
    | RepealEffect
    | DrawEffect
    | InjectEffect
    | CaseEffect
    | MessageEffect,
    Field(discriminator="do"),
]
"""One effect; `do:` names its verb."""

Effects = tuple[Effect, ...]

__all__ = ["AreaPick", "Effect", "Effects", "Lasts", "Mode"]
