"""Tracks: what each means, which way is better, and where it begins to matter (RULES 4)."""

from collections.abc import Callable
from typing import NamedTuple

from game.content.schema.words import TRACKS
from game.narrate.language import mark
from game.narrate.words import Words, signed

LOWER_IS_BETTER = ("harm",)
_MIDDLE = 5
"""Border and Sovereignty count for margins by their distance from here."""

MEANINGS = {
    "harm": mark("Harm done by what is delivered. Deliveries raise it, slow quarters lower it."),
    "border": mark("How sound the border is. Loads that nobody detected wear it down."),
    "cohesion": mark("How well the partners hold together. Agreed cards raise it, quarrels cost."),
    "legitimacy": mark("How rightful the public finds what is done. Shortcuts cost it."),
    "fusion": mark("How far the partners share what they know."),
    "sovereignty": mark("How far the host country decides about itself."),
    "resilience": mark("How well hospitals, ports and banks withstand a cyber attack."),
    "cases": mark("Evidence that stands up in court. The whole coalition shares it."),
    "consent": mark("What the host country lets its partners do on its land."),
}

CONSENT_WORDS = (mark("none"), mark("overflight"), mark("advisors"), mark("combined action"))
CONSENT_DETAILS = (
    mark("No foreign unit, overflight, Surveil or payment in the host country."),
    mark("Foreign aircraft and satellites, Surveil, and payments for Govern are welcome."),
    mark("Also foreign advisors, a few in each area."),
    mark("Also foreign law-enforcement units beside a unit of the host country."),
)
FUSION_WORDS = (mark("own sightings"), mark("shared"), mark("one signal"), mark("two signals"))
FUSION_DETAILS = (
    mark("Each seat knows only what it found itself."),
    mark("What one partner finds, all see."),
    mark("Exposed pieces stay exposed."),
    mark("From here the coalition sees one of Red's plays, and one more with each step."),
    mark("What the coalition reads of flow becomes surer."),
)


class Threshold(NamedTuple):
    """A value at which a track begins to matter, and what happens there."""

    value: int
    text: str


class TrackText(NamedTuple):
    """A track in words. `level` names the value now where values have names, else is empty."""

    name: str
    meaning: str
    direction: str
    thresholds: tuple[Threshold, ...]
    level: str = ""


def track_text(words: Words, track: int, value: int | None = None) -> TrackText:
    """A track in words; with `value` also what its present value is called."""
    name = TRACKS[track]
    return TrackText(
        words.track(track),
        words.say(MEANINGS[name]),
        track_direction(words, track),
        _THRESHOLDS[name](words) if name in _THRESHOLDS else (),
        "" if value is None else track_level(words, track, value),
    )


def is_better(track: int, before: int, after: int) -> bool | None:
    """Whether a change is for the better; None for tracks that are a choice, such as Consent, and
    for Cases that are spent, since that is what they are for."""
    name = TRACKS[track]
    is_spent = name == "cases" and after < before
    if name == "consent" or is_spent or before == after:
        return None
    return (after < before) == (name in LOWER_IS_BETTER)


def track_direction(words: Words, track: int) -> str:
    """Which way is better: "lower is better"; empty for Consent, which is a choice."""
    name = TRACKS[track]
    if name == "consent":
        return ""
    if name in LOWER_IS_BETTER:
        return words.say("lower is better")
    return words.say("higher is better")


def change_word(words: Words, track: int, before: int, after: int) -> str:
    """A change in one word: better, worse, or no change."""
    verdict = is_better(track, before, after)
    if before == after:
        return words.say("no change")
    if verdict is None:
        return ""
    return words.say("better") if verdict else words.say("worse")


def track_level(words: Words, track: int, value: int) -> str:
    """The name of a track's value where values have names (Consent, Fusion), else empty."""
    name = TRACKS[track]
    if name == "consent":
        return consent_word(words, value)
    return words.say(FUSION_WORDS[value]) if name == "fusion" else ""


def consent_word(words: Words, level: int) -> str:
    """A Consent level in a word or two."""
    return words.say(CONSENT_WORDS[level])


def consent_detail(words: Words, level: int) -> str:
    """What a Consent level allows."""
    return words.say(CONSENT_DETAILS[level])


def consent_price(words: Words, level: int) -> str:
    """What a Consent level does to Sovereignty each quarter."""
    change = words.campaign.rules.consent.sovereignty[level]
    if change > 0:
        return words.say("Sovereignty +{number} each quarter, not above its start.", number=change)
    if change < 0:
        return words.say("Sovereignty −{number} each quarter.", number=-change)
    return words.say("Sovereignty does not change.")


def _harm(words: Words) -> tuple[Threshold, ...]:
    at = words.campaign.rules.thresholds
    return (
        Threshold(at.floor_harm, words.say("Above this no partner can do better than a setback.")),
        Threshold(at.harm_end, words.say("The game ends: the coalition has failed.")),
    )


def _border(words: Words) -> tuple[Threshold, ...]:
    return _counted_by(words, "us")


def _counted_by(words: Words, kind: str) -> tuple[Threshold, ...]:
    """The seats whose margin counts this track from its middle."""
    seats = [ix for ix, one in enumerate(words.campaign.seats) if one.margin.kind == kind]
    names = words.all_of([words.seat(ix) for ix in seats])
    if not names:
        return ()
    return (Threshold(_MIDDLE, words.say("From here points count for {seats}.", seats=names)),)


def _cohesion(words: Words) -> tuple[Threshold, ...]:
    rules = words.campaign.rules
    dearer = words.say(
        "At this or less, cards that need consent cost {number} Capital more.",
        number=rules.money.surcharge,
    )
    floor = words.say("Below this no partner can do better than a setback.")
    return (
        Threshold(0, words.say("The coalition dissolves.")),
        Threshold(rules.thresholds.cohesion_low, dearer),
        Threshold(rules.thresholds.floor_cohesion, floor),
    )


def _legitimacy(words: Words) -> tuple[Threshold, ...]:
    rules = words.campaign.rules
    at, by = rules.thresholds, rules.tests.modifiers
    return (
        Threshold(
            at.legitimacy_low,
            words.say(
                "At this or less, law-enforcement Tests {change}.", change=signed(by.legitimacy_low)
            ),
        ),
        Threshold(
            at.floor_legitimacy, words.say("Below this no partner can do better than a setback.")
        ),
        Threshold(
            rules.money.capital_legitimacy,
            words.say(
                "From here each partner gains {gain} Capital a quarter.",
                gain=rules.money.capital_gain,
            ),
        ),
        Threshold(
            at.legitimacy_high,
            words.say("From here, Build case {change}.", change=signed(by.legitimacy)),
        ),
    )


def _fusion(words: Words) -> tuple[Threshold, ...]:
    at = words.campaign.rules.thresholds
    levels = (0, at.share_fusion, at.keep_fusion, at.signal_fusion, at.sure_fusion)
    found = zip(levels, FUSION_DETAILS, strict=True)
    return tuple(Threshold(level, words.say(text)) for level, text in found)


def _sovereignty(words: Words) -> tuple[Threshold, ...]:
    return _counted_by(words, "mexico")


def _consent(words: Words) -> tuple[Threshold, ...]:
    return tuple(
        Threshold(level, consent_detail(words, level)) for level in range(len(CONSENT_WORDS))
    )


_THRESHOLDS: dict[str, Callable[[Words], tuple[Threshold, ...]]] = {
    "harm": _harm,
    "border": _border,
    "cohesion": _cohesion,
    "legitimacy": _legitimacy,
    "fusion": _fusion,
    "sovereignty": _sovereignty,
    "consent": _consent,
}
