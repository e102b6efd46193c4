"""Why a number is what it is: which number is meant, and the events that made it."""

from collections.abc import Sequence

from game.model.events import Event
from game.model.ids import SeatMask
from game.narrate.why import (
    Cause,
    why_gov,
    why_heat,
    why_money,
    why_piece,
    why_route,
    why_track,
    why_violence,
)
from game.narrate.words import Words
from game.ui.present.inspection import Inspection, InspectorRow
from game.ui.present.subjects import Subject
from game.ui.text import signed


def causes_of(
    words: Words, journal: Sequence[Event], subject: Subject, mask: SeatMask
) -> list[Cause]:
    """The events that made a number, as far as the viewers may know, newest first."""
    ix = subject.ix
    match subject.kind:
        case "track":
            return why_track(words, journal, ix, mask)
        case "money":
            return why_money(words, journal, ix, subject.what, mask)
        case "gov":
            return why_gov(words, journal, ix, mask)
        case "violence":
            return why_violence(words, journal, ix, mask)
        case "heat":
            return why_heat(words, journal, ix, mask)
        case "piece":
            return why_piece(words, journal, ix, mask)
        case _:
            return why_route(words, journal, ix, mask)


def why_page(words: Words, causes: Sequence[Cause], title: str) -> Inspection:
    """The page of a why: each event with what led to it."""
    rows = [_row(words, cause) for cause in causes]
    if not rows:
        rows = [InspectorRow("note", text=words.say("Nothing has changed it since the start."))]
    subtitle = words.say("what made it so, newest first")
    return Inspection(words.say("Why: {title}", title=title), subtitle, tuple(rows))


def _row(words: Words, cause: Cause) -> InspectorRow:
    heading = words.say("Quarter {quarter}, {phase}", quarter=cause.quarter, phase=cause.heading)
    text = cause.text
    if cause.causes:
        text = words.say("{event} Since: {cause}", event=text, cause=" ".join(cause.causes))
    change = ""
    if cause.before is not None and cause.after is not None:
        change = words.say(
            "{before} to {after} ({change})",
            before=cause.before,
            after=cause.after,
            change=signed(cause.after - cause.before),
        )
    return InspectorRow("told", heading, text, change)
