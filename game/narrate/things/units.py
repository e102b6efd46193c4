"""Units and pieces in words: D and E, legal title, what they do (RULES 3)."""

from collections.abc import Mapping
from typing import NamedTuple

from game.narrate.language import mark
from game.narrate.things.areas import mode_word
from game.narrate.words import Words, signed

AUTHORITIES: Mapping[str, str] = {
    "LE": mark("law enforcement"),
    "T10": mark("Title 10, military support"),
    "T32": mark("Title 32, National Guard"),
    "T14": mark("Title 14, Coast Guard"),
    "TREAS": mark("Treasury"),
    "HOST": mark("with the host's consent"),
    "none": mark("no special title"),
}
AUTHORITY_MEANS: Mapping[str, str] = {
    "LE": mark("May stop, search and arrest where it has jurisdiction."),
    "T10": mark("Supports with eyes and transport; no search, seizure or arrest at home."),
    "T32": mark("Works for a state's governor; sees, but does not stop."),
    "T14": mark("Counts as law enforcement at sea."),
    "TREAS": mark("Works on money, not on the road."),
    "HOST": mark("Only where the host country consents; never stops anything itself."),
    "none": mark("No special legal title."),
}
TESTS: Mapping[str, str] = {
    "surveil": mark("Surveil {number} in its area"),
    "raid": mark("Raid {number} in its area"),
    "case": mark("Build case {number} in its area"),
    "govern": mark("Govern {number} in its area"),
    "intimidate": mark("Intimidate {number} in its area"),
}


class UnitText(NamedTuple):
    """A kind of piece in words; `values` is "D1 E2" or empty, `points` are further facts."""

    name: str
    values: str
    title: str
    summary: str
    points: tuple[str, ...]


def unit_values(words: Words, kind: int) -> str:
    """D and E of a kind as on its counter: "D1 E2"; empty when it has neither."""
    spec = words.campaign.kinds[kind]
    parts = [f"D{spec.detect}"] if spec.detect else []
    if spec.endgame:
        parts.append(f"E{spec.endgame}")
    return " ".join(parts)


def authority_word(words: Words, authority: str) -> str:
    """A legal title in plain words."""
    return words.say(AUTHORITIES[authority])


def authority_means(words: Words, authority: str) -> str:
    """What a legal title lets a unit do."""
    return words.say(AUTHORITY_MEANS[authority])


def unit_line(words: Words, kind: int) -> str:
    """A kind in half a line: "D1 E2, law enforcement"."""
    spec = words.campaign.kinds[kind]
    values = unit_values(words, kind)
    if spec.authority == "none":
        return values
    title = authority_word(words, spec.authority)
    return words.say("{values}, {title}", values=values, title=title) if values else title


def unit_text(words: Words, kind: int) -> UnitText:
    """A kind of piece in words."""
    spec = words.campaign.kinds[kind]
    return UnitText(
        words.kind(kind),
        unit_values(words, kind),
        "" if spec.authority == "none" else authority_word(words, spec.authority),
        words.text(spec.summary),
        tuple(_points(words, kind)),
    )


def _points(words: Words, kind: int) -> list[str]:
    spec = words.campaign.kinds[kind]
    points = []
    if spec.modes:
        modes = words.any_of([mode_word(words, mode) for mode in spec.modes])
        points.append(words.say("Watches routes {modes}.", modes=modes))
    if spec.support_endgame:
        points.append(
            words.say("Adds E{number} beside a law-enforcement unit.", number=spec.support_endgame)
        )
    if spec.supply:
        points.append(
            words.many(
                "Adds {number} load of supply a quarter.",
                "Adds {number} loads of supply a quarter.",
                spec.supply,
            )
        )
    if spec.launder:
        points.append(words.say("Launders {number} a quarter.", number=spec.launder))
    for test, template in TESTS.items():
        number = getattr(spec.bonus, test)
        if number:
            points.append(words.say(template, number=signed(number)))
    return points
