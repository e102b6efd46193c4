"""Tracks and money in sentences."""

from game.content.schema.words import TRACKS
from game.model.events import MoneyChanged, TrackChanged
from game.narrate.language import Plural, mark, mark_many
from game.narrate.pen import Pen
from game.narrate.sentences.registry import says
from game.narrate.things.tracks import consent_word

_GAINS: dict[str, Plural] = {
    "budget": mark_many(
        "{seat} receives **{number} Budget** and has {after}.",
        "{seat} receives **{number} Budget** and has {after}.",
    ),
    "capital": mark_many(
        "{seat} gains **{number} Capital** and has {after}.",
        "{seat} gains **{number} Capital** and has {after}.",
    ),
    "cash": mark_many(
        "{seat} takes in **{number} Cash** and has {after}.",
        "{seat} takes in **{number} Cash** and has {after}.",
    ),
    "bank": mark_many(
        "{seat} banks **{number} Cash** for good, {after} in all.",
        "{seat} banks **{number} Cash** for good, {after} in all.",
    ),
    "stash": mark_many(
        "**{number} unit** of dirty cash goes to the stash, which holds {after}.",
        "**{number} units** of dirty cash go to the stash, which holds {after}.",
    ),
}
_LOSSES: dict[str, Plural] = {
    "budget": mark_many(
        "{seat} pays **{number} Budget**, {after} left.",
        "{seat} pays **{number} Budget**, {after} left.",
    ),
    "capital": mark_many(
        "{seat} gives up **{number} Capital**, {after} left.",
        "{seat} gives up **{number} Capital**, {after} left.",
    ),
    "cash": mark_many(
        "{seat} spends **{number} Cash**, {after} left.",
        "{seat} spends **{number} Cash**, {after} left.",
    ),
    "bank": mark_many(
        "{seat} loses **{number} banked Cash**, {after} left.",
        "{seat} loses **{number} banked Cash**, {after} left.",
    ),
    "stash": mark_many(
        "The stash loses **{number} unit** of dirty cash, {after} left.",
        "The stash loses **{number} units** of dirty cash, {after} left.",
    ),
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
    templates = (_GAINS if change > 0 else _LOSSES).get(event.what)
    if templates is None or change == 0:
        return None
    return pen.many(*templates, abs(change), seat=pen.seat(event.seat), after=event.after)
