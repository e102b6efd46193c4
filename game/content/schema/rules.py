"""Every number of the rulebook, with its default (RULES 4 to 16)."""

from typing import Literal

from pydantic import Field

from game.content.schema.cards import TestPart
from game.content.schema.words import Entry


class BasicTest(Entry):
    """Base and modifiers of a basic action's Test (RULES 7)."""

    base: int = Field(ge=0, le=5)
    """N before modifiers."""
    add: tuple[TestPart, ...] = Field(default=(), strict=False)
    """Modifiers that count."""


class Modifiers(Entry):
    """What each part of a Test adds to N (RULES 7)."""

    advisor: int = Field(default=1, ge=-3, le=3)
    """A partner's advisor in the area."""
    forensic: int = Field(default=1, ge=-3, le=3)
    """A forensic advisor or prosecutor where the evidence is."""
    mole: int = Field(default=-1, ge=-3, le=3)
    """A mole in the area, or at an end of the route."""
    gunmen: int = Field(default=1, ge=-3, le=3)
    """Gunmen in the area: for Red's Tests; against the coalition's it counts the other way."""
    lab_or_cell: int = Field(default=-1, ge=-3, le=3)
    """A Lab or Cell in the area."""
    violence: int = Field(default=1, ge=-3, le=3)
    """Violence in the area: for Red's Tests; against the coalition's it counts the other way."""
    legitimacy: int = Field(default=1, ge=-3, le=3)
    """High Legitimacy."""
    legitimacy_low: int = Field(default=-1, ge=-3, le=3)
    """Low Legitimacy, on law-enforcement Tests."""
    ew: int = Field(default=-1, ge=-3, le=3)
    """An EW package, on Red's Tests in its area."""


class Tests(Entry):
    """The basic actions' Tests (RULES 7)."""

    surveil: BasicTest = BasicTest(base=2, add=("detect", "gov", "mole"))
    """Surveil: finding pieces in an area, or what a route carries."""
    raid: BasicTest = BasicTest(base=2, add=("endgame", "advisor", "gunmen", "mole"))
    """Raid: removing an exposed piece."""
    case: BasicTest = BasicTest(base=3, add=("forensic", "legitimacy"))
    """Build case: evidence from a seizure or a found piece."""
    govern: BasicTest = BasicTest(base=3, add=("advisor", "lab-or-cell", "violence"))
    """Govern: one step of governance."""
    bribe: BasicTest = BasicTest(base=3, add=("gov-minus",))
    """Bribe: a step of governance lost, or a mole."""
    intimidate: BasicTest = BasicTest(base=3, add=("gunmen", "violence"))
    """Intimidate: more violence, and a unit that goes home."""
    lowest: int = Field(default=1, ge=0, le=5)
    """N is never less than this."""
    highest: int = Field(default=5, ge=1, le=6)
    """N is never more than this."""
    modifiers: Modifiers = Modifiers()
    """What each modifier adds."""
    hold_bonus: int = Field(default=1, ge=0, le=2)
    """What a Ready marker adds to one Test."""
    hold_quarters: int = Field(default=2, ge=1, le=9)
    """Quarters that a Ready marker lasts, that of the Hold counted."""
    respond: int = Field(default=1, ge=0, le=2)
    """What Respond adds or takes."""
    bribe_cash: int = Field(default=2, ge=0, le=9)
    """Cash for a Bribe."""
    surveil_finds: int = Field(default=1, ge=1, le=6)
    """Pieces that a Surveil exposes."""
    surveil_clean: int = Field(default=2, ge=1, le=6)
    """Pieces that a clean Surveil of an area exposes."""
    surge: int = Field(default=1, ge=0, le=3)
    """D and E that a Surge adds."""
    case_gain: int = Field(default=1, ge=1, le=6)
    """Cases from Build case."""
    case_clean: int = Field(default=2, ge=1, le=6)
    """Cases from a clean Build case."""
    raid_clean: int = Field(default=1, ge=0, le=6)
    """Cases from a clean Raid."""
    complication_violence: int = Field(default=1, ge=0, le=3)
    """Violence from a coalition Test's complication in an area with governance."""
    complication_legitimacy: int = Field(default=-1, ge=-5, le=0)
    """Legitimacy lost by a coalition Test's complication elsewhere."""
    raid_stash: int = Field(default=3, ge=0, le=10)
    """Stash lost with a raided Front."""
    prosecute_cases: int = Field(default=1, ge=0, le=6)
    """Cases that take a removed piece out of the game."""


class Flow(Entry):
    """FLOW (RULES 8)."""

    neutral_delivery: int = Field(default=7, ge=0, le=40)
    """Deliveries that leave Harm as it is."""
    harm_divisor: int = Field(default=2, ge=1, le=9)
    """Deliveries above or below it for one point of Harm, half to even."""
    harm_least: int = Field(default=-2, ge=-9, le=0)
    """The best change of Harm in a quarter."""
    harm_most: int = Field(default=3, ge=0, le=9)
    """The worst change of Harm in a quarter."""
    over_cap_cost: int = Field(default=2, ge=0, le=9)
    """Cost for each unit over a route's cap."""
    over_demand_cost: int = Field(default=2, ge=0, le=9)
    """Cost for each unit over a market's demand."""
    heat_max: int = Field(default=4, ge=0, le=9)
    """The highest heat."""
    heat_decay_halves: int = Field(default=2, ge=0, le=8)
    """Heat lost in a quarter without a seizure, in halves: 2 is one step."""
    loss_tolerance: int = Field(default=25, ge=0, le=100)
    """Loss rate in percent from which the network opens routes."""
    open_step: int = Field(default=15, ge=1, le=100)
    """Percent of loss above tolerance for one more route."""
    open_cost: int = Field(default=1, ge=0, le=9)
    """Cash for each route opened by adaptation."""
    idle_flow: int = Field(default=1, ge=0, le=9)
    """A route opened in play with no more than this goes dormant again below tolerance."""
    spillover: int = Field(default=2, ge=0, le=6)
    """Spillover happens on this less governance, or less, on a die."""
    undetected_bad: int = Field(default=9, ge=0, le=99)
    """Border falls when this many or more are delivered undetected."""
    undetected_good: int = Field(default=6, ge=0, le=99)
    """Border rises when this many or fewer are delivered undetected."""
    detect_max: int = Field(default=5, ge=1, le=6)
    """The highest D and E."""
    border_step: int = Field(default=1, ge=0, le=5)
    """By how much Border falls or rises."""
    heat_step: int = Field(default=1, ge=0, le=4)
    """Heat that a seizure adds to its route."""
    gov_cover_from: int = Field(default=1, ge=-2, le=2)
    """Governance where a route ends from which it helps to watch."""
    gov_cover: int = Field(default=1, ge=0, le=3)
    """D and E that good governance adds."""
    mole_cover: int = Field(default=-1, ge=-3, le=0)
    """D that a mole at either end takes."""
    pins: int = Field(default=3, ge=0, le=9)
    """Units that a Red person may pin to routes."""
    dormant_routes: int | None = Field(default=None, ge=0, le=99)
    """How many dormant routes exist, the first listed; all when missing."""


class Money(Entry):
    """Cash, upkeep and laundering (RULES 4, 8)."""

    upkeep_base: int = Field(default=3, ge=0, le=20)
    """Red upkeep each quarter."""
    upkeep_routes: int = Field(default=5, ge=1, le=40)
    """One more upkeep for each so many routes used."""
    stash_max: int = Field(default=10, ge=0, le=40)
    """The largest stash."""
    bank_max: int = Field(default=3, ge=0, le=20)
    """Cash banked in one ASSESS at most."""
    keep_start: int = Field(default=2, ge=0, le=20)
    """Cash that a Red seat keeps when it banks, until it says otherwise."""
    keep_most: int = Field(default=6, ge=0, le=20)
    """The most Cash that a Red seat may say it keeps."""
    spread_cash: int = Field(default=2, ge=0, le=9)
    """Cash for Spread."""
    budget_kept: int = Field(default=2, ge=0, le=20)
    """Unspent Budget that carries over."""
    budget_mod: int = Field(default=0, ge=-3, le=3)
    """Added to every NADC income."""
    capital_start: int = Field(default=2, ge=0, le=6)
    """Capital at the start."""
    capital_max: int = Field(default=6, ge=0, le=12)
    """The most Capital."""
    capital_legitimacy: int = Field(default=4, ge=0, le=10)
    """Legitimacy from which every NADC seat gains 1 Capital in ASSESS."""
    capital_gain: int = Field(default=1, ge=0, le=6)
    """Capital that each NADC seat gains then."""
    reinforce_budget: int = Field(default=2, ge=0, le=9)
    """Budget for Reinforce."""
    extra_move: int = Field(default=1, ge=0, le=9)
    """Budget for each move after the free one."""
    unit_upkeep: int = Field(default=1, ge=0, le=6)
    """Budget each quarter for a unit put down by a card or by Reinforce."""
    govern_budget: int = Field(default=3, ge=0, le=9)
    """Budget for a Govern."""
    surcharge: int = Field(default=1, ge=0, le=3)
    """Further Capital for consent cards at low Cohesion."""
    repealed_budget: int = Field(default=1, ge=0, le=9)
    """Further Budget for a card that was repealed, the next time."""


class Limits(Entry):
    """How many of a thing (RULES 2, 5, 6)."""

    watch: int = Field(default=3, ge=1, le=9)
    """Units that may watch one route."""
    area_pieces: int = Field(default=6, ge=1, le=12)
    """Pieces of a side in one area."""
    plays_chosen: int = Field(default=3, ge=1, le=6)
    """Plays that a Red seat chooses in RED_PLAN."""
    plays_executed: int = Field(default=2, ge=1, le=6)
    """Plays that a Red seat executes in RED_REVEAL."""
    deployments: int = Field(default=2, ge=0, le=6)
    """Deployments of a seat in a quarter."""
    free_moves: int = Field(default=1, ge=0, le=9)
    """Moves without cost in a quarter."""
    hand: int = Field(default=3, ge=0, le=7)
    """Tactical hand."""
    reactions: int = Field(default=1, ge=0, le=5)
    """Reactions of a seat in a quarter; a Ready marker gives one more."""
    takebacks: int = Field(default=2, ge=0, le=3)
    """Proposals that a seat may take back in a quarter."""
    rotating_least: int = Field(default=2, ge=2, le=6)
    """Fewest routes of a Rotating unit."""
    rotating_most: int = Field(default=3, ge=2, le=6)
    """Most routes of a Rotating unit."""
    consent_advisors: int = Field(default=1, ge=0, le=6)
    """Foreign advisors in an area at Consent 2 where the area names no limit."""
    consent_units: int = Field(default=2, ge=0, le=6)
    """Foreign pieces in an area at Consent 3."""
    combined_endgame: int = Field(default=1, ge=0, le=3)
    """E that foreign units add beside a host unit at Consent 3."""
    support_endgame: int = Field(default=1, ge=0, le=3)
    """E that supporting military units add in all."""


class Thresholds(Entry):
    """Where tracks begin to matter (RULES 4, 5, 14)."""

    cohesion_low: int = Field(default=3, ge=0, le=10)
    """Consent cards cost more Capital at this Cohesion or less."""
    legitimacy_high: int = Field(default=7, ge=0, le=10)
    """Cases are easier at this Legitimacy or more."""
    legitimacy_low: int = Field(default=3, ge=0, le=10)
    """Law-enforcement tests are harder at this Legitimacy or less."""
    violence_check: int = Field(default=2, ge=0, le=6)
    """At violence 3 governance falls on this or less."""
    violence_govern: int = Field(default=2, ge=0, le=4)
    """Govern is harder at this violence or more."""
    violence_threat: int = Field(default=1, ge=0, le=4)
    """Red's Tests are easier at this violence or more."""
    calm_gov: int = Field(default=1, ge=-2, le=2)
    """Violence falls by a step in ASSESS at this governance or more."""
    harm_end: int = Field(default=20, ge=1, le=20)
    """Harm that ends the game."""
    cohesion_end: int = Field(default=0, ge=0, le=10)
    """Cohesion at which the coalition dissolves."""
    bands: tuple[int, int, int, int] = Field(default=(-5, -2, 1, 4), strict=False)
    """The lowest margins of setback, stalemate, success and decisive."""
    floor_cohesion: int = Field(default=3, ge=0, le=10)
    """Coalition floor: Cohesion at least this."""
    floor_legitimacy: int = Field(default=3, ge=0, le=10)
    """Coalition floor: Legitimacy at least this."""
    floor_harm: int = Field(default=16, ge=0, le=20)
    """Coalition floor: Harm at most this."""
    share_fusion: int = Field(default=1, ge=0, le=4)
    """Fusion from which partners share what they find."""
    signal_fusion: int = Field(default=2, ge=0, le=4)
    """Fusion from which the coalition sees one of Red's plays; each further step shows one more."""
    keep_fusion: int = Field(default=2, ge=0, le=4)
    """Fusion from which exposed pieces stay exposed after a Review."""
    sure_fusion: int = Field(default=3, ge=0, le=4)
    """Fusion from which flow estimates are narrower by 1."""
    flow_fusion: int = Field(default=2, ge=0, le=3)
    """Fusion from which routes opened in play are known."""
    reach_gov: int = Field(default=-1, ge=-2, le=2)
    """Areas at this governance or less count for Reach."""


class ConsentRules(Entry):
    """Consent and Sovereignty (RULES 4)."""

    sovereignty: tuple[int, int, int, int] = Field(default=(1, 0, -1, -1), strict=False)
    """Change of Sovereignty in ASSESS at Consent 0, 1, 2 and 3."""
    free_with: str | None = Field(default="nadc-charter", max_length=60)
    """The card under which Consent 2 costs no Sovereignty."""
    raise_most: int = Field(default=1, ge=0, le=3)
    """By how much Consent may be raised in a quarter."""
    agreed_cohesion: int = Field(default=1, ge=0, le=5)
    """Cohesion from the first consent card agreed in a quarter."""
    repealed_cohesion: int = Field(default=-1, ge=-5, le=0)
    """Cohesion lost when a consent card is repealed."""
    unilateral_sovereignty: int = Field(default=-2, ge=-5, le=0)
    """Sovereignty lost when anyone acts unilaterally."""
    penalty_legitimacy: int = Field(default=-2, ge=-5, le=0)
    """Legitimacy lost by an illegal play where `legal` is penalty."""


class Timers(Entry):
    """Seconds of each phase's soft timer, 0 for none (RULES 5); those of a two-hour sitting."""

    situation: int = Field(default=60, ge=0, le=3600)
    """SITUATION."""
    red_plan: int = Field(default=120, ge=0, le=3600)
    """RED_PLAN."""
    strategic: int = Field(default=150, ge=0, le=3600)
    """NADC_STRATEGIC."""
    operational: int = Field(default=180, ge=0, le=3600)
    """NADC_OPERATIONAL."""
    red_reveal: int = Field(default=45, ge=0, le=3600)
    """RED_REVEAL."""
    tactical: int = Field(default=120, ge=0, le=3600)
    """TACTICAL, for each round."""
    flow: int = Field(default=30, ge=0, le=3600)
    """FLOW."""
    assess: int = Field(default=75, ge=0, le=3600)
    """ASSESS."""
    review: int = Field(default=360, ge=0, le=3600)
    """REVIEW."""

    def of(self, phase: str) -> int:
        """The seconds of a phase; 0 for one that has no timer."""
        return int(getattr(self, phase.replace("-", "_"), 0))


class Rules(Entry):
    """The rulebook's numbers and switches."""

    tests: Tests = Tests()
    """The Test and the basic actions."""
    flow: Flow = Flow()
    """FLOW."""
    money: Money = Money()
    """Money."""
    limits: Limits = Limits()
    """Limits."""
    thresholds: Thresholds = Thresholds()
    """Thresholds."""
    consent: ConsentRules = ConsentRules()
    """Consent."""
    timers: Timers = Timers()
    """Soft timers."""
    legal: Literal["strict", "penalty"] = "strict"
    """Whether illegal plays are refused or cost Legitimacy."""
    reactions: bool = True
    """Whether reactions are played."""
    ghost: bool = False
    """Whether last quarter's true flow is shown to everybody."""
    swap: bool = True
    """Whether a seat may change one tactical card in SITUATION that it cannot play."""
    undo: bool = True
    """Whether a choice can be taken back until something is rolled or shown."""
    estimate_band: int = Field(default=2, ge=0, le=9)
    """Half width of flow estimates, in units."""
