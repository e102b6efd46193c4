"""Tracks and money in sentences, each with what it was for where nothing before tells it."""

from collections.abc import Mapping

from game.content.schema.words import TRACKS
from game.model.events import MoneyChanged, TrackChanged
from game.narrate.language import mark
from game.narrate.pen import Pen
from game.narrate.sentences.registry import says
from game.narrate.things.tracks import consent_word

_GAINS = {
    "budget": mark("{seat} receives **{number} Budget** and now has {after}."),
    "capital": mark("{seat} gains **{number} Capital** and now has {after}."),
    "cash": mark("{seat} takes in **{number} Cash** and now has {after}."),
    "bank": mark("{seat} banks **{number} Cash** for good, {after} in all."),
    "stash": mark("**{number} dirty cash** goes to the stash, which now holds {after}."),
}
_LOSSES = {
    "budget": mark("{seat} loses **{number} Budget**, {after} left."),
    "capital": mark("{seat} loses **{number} Capital**, {after} left."),
    "cash": mark("{seat} loses **{number} Cash**, {after} left."),
    "bank": mark("{seat} loses **{number} banked Cash**, {after} left."),
    "stash": mark("The stash gives up **{number} dirty cash**, {after} left."),
}
_PRICES = {
    "budget": mark("{seat} pays **{number} Budget**, {after} left."),
    "capital": mark("{seat} pays **{number} Capital**, {after} left."),
    "cash": mark("{seat} pays **{number} Cash**, {after} left."),
}
_PURPOSES: Mapping[tuple[str, str], str] = {
    ("budget", "upkeep"): mark("{seat} pays **{number} Budget** for units it keeps, {after} left."),
    ("cash", "upkeep"): mark("{seat} pays **{number} Cash** for its upkeep, {after} left."),
    ("budget", "govern"): mark("{seat} pays **{number} Budget** for Govern, {after} left."),
    ("budget", "move"): mark("{seat} pays **{number} Budget** for one more move, {after} left."),
    ("budget", "reinforce"): mark("{seat} pays **{number} Budget** to reinforce, {after} left."),
    ("cash", "adapt"): mark("{seat} pays **{number} Cash** for another route, {after} left."),
    ("cash", "bribe"): mark("{seat} pays **{number} Cash** for the bribe, {after} left."),
    ("cash", "spread"): mark("{seat} pays **{number} Cash** to spread, {after} left."),
}
_VERB_PURPOSES = {
    "govern": "govern",
    "split": "govern",
    "return": "upkeep",
    "move": "move",
    "reinforce": "reinforce",
    "bribe": "bribe",
    "spread": "spread",
}
_FIRST_INCOME = mark("{seat} begins the quarter with **{after} Budget**.")
_INCOME = mark("{seat} begins the quarter with **{after} Budget**: {income} new, {kept} kept.")
_INCOME_LAPSED = mark(
    "{seat} begins the quarter with **{after} Budget**: {income} new, {kept} kept, {lapsed} lapsed."
)
_RISES = mark("{track} goes up from {before} to **{after}**.")
_FALLS = mark("{track} goes down from {before} to **{after}**.")
_RISES_BY_CONSENT = mark(
    "{track} goes up from {before} to **{after}**, since Consent is {level}: {word}."
)
_FALLS_BY_CONSENT = mark(
    "{track} goes down from {before} to **{after}**, since Consent is {level}: {word}."
)


@says(TrackChanged)
def track_changed(pen: Pen, event: TrackChanged) -> str:
    """A track that moved."""
    name, rises = TRACKS[event.track], event.after > event.before
    if name == "consent":
        return _consent(pen, event)
    if name == "cases":
        return _cases(pen, event)
    values = {"track": pen.track(event.track), "before": event.before, "after": event.after}
    if name == "sovereignty" and pen.moment.phase == "assess" and event.cause < 0:
        level = pen.moment.consent
        template = _RISES_BY_CONSENT if rises else _FALLS_BY_CONSENT
        return pen.say(template, level=level, word=consent_word(pen.words, level), **values)
    return pen.say(_RISES if rises else _FALLS, **values)


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
            "The coalition gains **{number} Case** and now has {after}.",
            "The coalition gains **{number} Cases** and now has {after}.",
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
    if change > 0 and event.what == "budget" and _is_income(pen, event):
        return _income(pen, event)
    template = _GAINS.get(event.what) if change > 0 else _loss(pen, event)
    if template is None or change == 0:
        return None
    return pen.say(template, seat=pen.seat(event.seat), number=abs(change), after=event.after)


def _is_income(pen: Pen, event: MoneyChanged) -> bool:
    return pen.moment.phase == "situation" and event.cause < 0


def _income(pen: Pen, event: MoneyChanged) -> str:
    """The Budget of a new quarter: what is new, and what was kept of the last one."""
    kept = min(event.before, pen.words.campaign.rules.money.budget_kept)
    lapsed = event.before - kept
    template = _INCOME_LAPSED if lapsed else _INCOME if kept else _FIRST_INCOME
    return pen.say(
        template,
        seat=pen.seat(event.seat),
        after=event.after,
        income=event.after - kept,
        kept=kept,
        lapsed=lapsed,
    )


def _loss(pen: Pen, event: MoneyChanged) -> str | None:
    """What an amount that fell was spent on, or that it was lost."""
    moment, what = pen.moment, event.what
    if moment.phase == "assess" and what == "cash":
        return None  # It is banked, and the bank's own sentence tells so.
    purpose = _VERB_PURPOSES.get(moment.verb, "") if event.cause >= 0 else ""
    if moment.phase == "assess":
        # Whoever pays for Govern did not always choose last: a partner agrees to its share.
        purpose = purpose or ("govern" if event.cause >= 0 else "upkeep")
    elif moment.phase == "flow" and what == "cash":
        purpose = "upkeep" if event.cause >= 0 else "adapt"
    template = _PURPOSES.get((what, purpose))
    if template is not None:
        return template
    pays = event.cause >= 0 and (moment.actor == event.seat or moment.verb == "agree")
    return (_PRICES if pays else _LOSSES).get(what, _LOSSES.get(what))
