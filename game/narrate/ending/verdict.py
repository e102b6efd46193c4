"""The verdict: the coalition's grade, each seat's margin with its sum, and what capped it."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from game.content.schema.campaign import Margin as MarginSpec
from game.model.ids import SeatIx
from game.model.state import State
from game.narrate.language import mark
from game.narrate.words import TRACK_NAMES, Words, plain, signed
from game.rules.scores import gov_score, reach
from game.rules.tables import BORDER, COHESION, HARM, LEGITIMACY, SOVEREIGNTY
from game.rules.victory import NADC_FAILED, RED_FAILED, Outcome, floor_holds, grade, outcomes

BANDS = (
    mark("failure"),
    mark("setback"),
    mark("stalemate"),
    mark("success"),
    mark("decisive"),
)
"""A band in one word, from worst to best."""
BAND_NAMES = (*BANDS[:4], mark("decisive success"))
PARTS: Mapping[str, str] = {
    **{name: TRACK_NAMES[name] for name in ("harm", "border", "sovereignty", "cohesion")},
    "legitimacy": TRACK_NAMES["legitimacy"],
    "governance": mark("Governance"),
    "fronts": mark("Fronts nearby"),
    "bank": mark("Banked Cash"),
    "reach": mark("Reach"),
}
CAPPED: Mapping[str, str] = {
    "floor": mark("The coalition's floor gave way: no partner is graded above a setback."),
    "sudden": mark("The game ended early."),
}


class Verdict(NamedTuple):
    """How the coalition ended: a headline, and why in a sentence or two."""

    title: str
    text: str
    band: int


class MarginText(NamedTuple):
    """How a seat ended: its margin, the sum behind it, its band, and what capped it."""

    seat: SeatIx
    name: str
    wants: str
    value: int
    sum: str
    band: int
    word: str
    capped: str
    succeeded: bool


def band_word(words: Words, band: int) -> str:
    """A band in one word: 0 failure to 4 decisive."""
    return words.say(BANDS[band])


def verdict(words: Words, state: State) -> Verdict:
    """The coalition's verdict as the position stands."""
    band = grade(words.tables, state)
    title = words.say("Coalition: {band}", band=words.say(BAND_NAMES[band]))
    return Verdict(title, f"{_how_graded(words, state)} {_floor(words, state)}".strip(), band)


def _how_graded(words: Words, state: State) -> str:
    if state.sudden & NADC_FAILED and state.sudden & RED_FAILED:
        return words.say("Both sides failed at once.")
    if state.sudden & NADC_FAILED:
        if state.tracks[COHESION] <= 0:
            return words.say("Cohesion reached 0 and the coalition dissolved.")
        return words.say("Harm reached {harm} and the game ended.", harm=state.tracks[HARM])
    if state.sudden & RED_FAILED:
        return words.say("The network has no Cell, Lab or Front left: it is dismantled.")
    count = len(words.tables.nadc)
    if count == 2:
        return words.say("The weaker of the two partners counts.")
    return words.many(
        "The result of {number} partner counts.",
        "The median of {number} partners counts, at most one step above the weakest.",
        count,
    )


def _floor(words: Words, state: State) -> str:
    if state.sudden:
        return ""
    values = {
        "harm": state.tracks[HARM],
        "cohesion": state.tracks[COHESION],
        "legitimacy": state.tracks[LEGITIMACY],
    }
    if floor_holds(words.tables, state):
        return words.say(
            "Harm {harm}, Cohesion {cohesion}, Legitimacy {legitimacy}: the floor held.", **values
        )
    return words.say(
        "Harm {harm}, Cohesion {cohesion}, Legitimacy {legitimacy}: the floor gave way.", **values
    )


def margins(words: Words, state: State) -> tuple[MarginText, ...]:
    """Every seat's margin in words, in listed order."""
    return tuple(_margin(words, state, outcome) for outcome in outcomes(words.tables, state))


def _margin(words: Words, state: State, outcome: Outcome) -> MarginText:
    seat = outcome.margin.seat
    return MarginText(
        seat=seat,
        name=words.seat(seat),
        wants=words.text(words.campaign.seats[seat].wants),
        value=outcome.margin.value,
        sum=margin_sum(words, state, seat),
        band=outcome.band,
        word=band_word(words, outcome.band),
        capped=words.say(CAPPED[outcome.capped]) if outcome.capped else "",
        succeeded=outcome.succeeded,
    )


def margin_sum(words: Words, state: State, seat: SeatIx) -> str:
    """The sum behind a margin: "(10 − Harm 9) + (Border 6 − 5)"."""
    spec = words.campaign.seats[seat].margin
    writer = _SUMS.get(spec.kind)
    return writer(words, state, seat, spec) if writer else ""


def part_name(words: Words, part: str) -> str:
    """What a part of a margin is called: "Border", "Reach"."""
    template = PARTS.get(part)
    return words.say(template) if template else part


def _us(words: Words, state: State, seat: SeatIx, spec: MarginSpec) -> str:
    return words.say(
        "({target} − Harm {harm}) + (Border {border} − 5)",
        target=spec.harm,
        harm=state.tracks[HARM],
        border=state.tracks[BORDER],
    )


def _mexico(words: Words, state: State, seat: SeatIx, spec: MarginSpec) -> str:
    gov = gov_score(words.tables, state)
    is_whole = (gov - spec.gov) % spec.gov_step == 0
    return words.say(
        _MEXICO if is_whole else _MEXICO_ROUNDED,
        gov=plain(gov),
        less_target=_less(spec.gov),
        step=spec.gov_step,
        sovereignty=state.tracks[SOVEREIGNTY],
        middle=spec.sovereignty,
        whole=plain((gov - spec.gov) // spec.gov_step),
    )


_MEXICO = mark("(governance {gov} {less_target})/{step} + (Sovereignty {sovereignty} − {middle})")
_MEXICO_ROUNDED = mark(
    "(governance {gov} {less_target})/{step}, rounded down to {whole}, + (Sovereignty "
    "{sovereignty} − {middle})"
)


def _canada(words: Words, state: State, seat: SeatIx, spec: MarginSpec) -> str:
    parts = dict(
        next(o for o in outcomes(words.tables, state) if o.margin.seat == seat).margin.parts
    )
    return words.say(
        "(Cohesion {cohesion} − 6) + (Legitimacy {legitimacy} − 6) + 2 − Fronts {fronts}",
        cohesion=state.tracks[COHESION],
        legitimacy=state.tracks[LEGITIMACY],
        fronts=2 - parts["fronts"],
    )


def _cartel(words: Words, state: State, seat: SeatIx, spec: MarginSpec) -> str:
    return words.say(
        "lower of bank {bank} − {bank_target} and Reach {reach} − {reach_target}",
        bank=state.bank[seat],
        bank_target=spec.bank,
        reach=reach(words.tables, state),
        reach_target=spec.reach,
    )


def _less(target: int) -> str:
    """A target taken away: "− 4", or "+ 4" for one below zero."""
    return f"+ {-target}" if target < 0 else f"− {target}"


_SUMS: dict[str, Callable[[Words, State, SeatIx, MarginSpec], str]] = {
    "us": _us,
    "mexico": _mexico,
    "canada": _canada,
    "cartel": _cartel,
}


def swing_words(words: Words, seat: int, number: int) -> str:
    """A change of a seat's margin: "−1 United States"."""
    return words.say("{number} {seat}", number=signed(number), seat=words.seat(seat))
