"""Tracks and money in sentences."""

from game.content.schema.words import TRACKS
from game.model.events import MoneyChanged, TrackChanged
from game.narrate.language import mark
from game.narrate.pen import Pen
from game.narrate.sentences.registry import says
from game.narrate.things.tracks import consent_word

_GAINS = {
    "budget": mark("{seat} receives **{number} Budget** and has {after}."),
    "capital": mark("{seat} gains **{number} Capital** and has {after}."),
    "cash": mark("{seat} takes in **{number} Cash** and has {after}."),
    "bank": mark("{seat} banks **{number} Cash** for good, {after} in all."),
    "stash": mark("**{number} dirty cash** goes to the stash, which holds {after}."),
}
_LOSSES = {
    "budget": mark("{seat} pays **{number} Budget**, {after} left."),
    "capital": mark("{seat} gives up **{number} Capital**, {after} left."),
    "cash": mark("{seat} spends **{number} Cash**, {after} left."),
    "bank": mark("{seat} loses **{number} banked Cash**, {after} left."),
    "stash": mark("The stash loses **{number} dirty cash**, {after} left."),
}
_RISES = mark("{track} goes up from {before} to **{after}**.")
_FALLS = mark("{track} goes down from {before} to **{after}**.")


@says(TrackChanged)
def track_changed(pen: Pen, event: TrackChanged) -> str:
    """A track that moved."""
    name = TRACKS[event.track]
    if name == "consent":
        return _consent(pen, event)
    if name == "cases":
        return _cases(pen, event)
    template = _RISES if event.after > event.before else _FALLS
    return pen.say(template, track=pen.track(event.track), before=event.before, after=event.after)


def _consent(pen: Pen, event: TrackChanged) -> str:
    return pen.say(
        "{track} is now **{level}**: {word}.",
        track=pen.track(event.track),
        level=event.after,
        word=consent_word(pen.words, event.after),
    )


def _cases(pen: Pen, event: TrackChanged) -> str:
    pen.link("track", event.track)
    change = event.after - event.before
    if change > 0:
        return pen.many(
            "The coalition gains **{number} Case** and has {after}.",
            "The coalition gains **{number} Cases** and has {after}.",
            change,
            after=event.after,
        )
    return pen.many(
        "The coalition spends **{number} Case**, {after} left.",
        "The coalition spends **{number} Cases**, {after} left.",
        -change,
        after=event.after,
    )


@says(MoneyChanged)
def money_changed(pen: Pen, event: MoneyChanged) -> str | None:
    """An amount that changed; dirty cash is counted in FLOW's own line."""
    change = event.after - event.before
    template = (_GAINS if change > 0 else _LOSSES).get(event.what)
    if template is None or change == 0:
        return None
    return pen.say(template, seat=pen.seat(event.seat), number=abs(change), after=event.after)
