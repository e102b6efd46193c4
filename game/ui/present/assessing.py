"""ASSESS as people read it: what the quarter came to, and why, before the next one begins.

Everything is taken from what the viewers know; what they do not know is not in any sum here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.content.schema.words import TRACKS
from game.model.events import (
    ActionTaken,
    ConsentAnswered,
    Event,
    FlowBegan,
    FlowSettled,
    PhaseBegan,
    RouteOpened,
    TrackChanged,
    UnitDrawn,
    UnitFlowed,
    UnitSighted,
)
from game.model.ids import NO_CARD, CardIx, SeatIx
from game.narrate.line import Line
from game.narrate.log import Log
from game.narrate.things.tracks import consent_word, is_better
from game.narrate.why import Cause, why_track
from game.narrate.words import signed
from game.ui.present.flowing import FlowStory, flow_story
from game.ui.present.sight import Sight
from game.ui.present.tracks import Tone, tracks_shown

_MOST_MOVES = 3
_PHASES = ("flow", "assess")
_TOLD_ELSEWHERE = (FlowBegan, FlowSettled, TrackChanged, UnitDrawn, UnitFlowed, UnitSighted)


@dataclass(frozen=True, slots=True)
class TrackSum:
    """A track that moved this quarter: from where to where, how that reads, and each reason."""

    id: str
    name: str
    before: int
    after: int
    tone: Tone
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of what else came of the quarter, with the look of its seat; "" for none."""

    text: str
    style: str
    depth: int


@dataclass(frozen=True, slots=True)
class QuarterSum:
    """A quarter when it has been assessed. `still` are the tracks that ended as they began."""

    quarter: int
    story: FlowStory | None
    moves: tuple[str, ...]
    tracks: tuple[TrackSum, ...]
    still: tuple[str, ...]
    told: tuple[Told, ...]


def quarter_sum(sight: Sight, journal: Sequence[Event]) -> QuarterSum:
    """The sum of the quarter that a journal ends with; `journal` is as long as the sight."""
    quarter = sight.view.quarter
    story = flow_story(sight)
    log = Log(sight.words, sight.mask)
    log.update(journal)
    lines = [line for line in log.lines if line.quarter == quarter]
    tracks = tuple(_tracks(sight, journal, lines))
    moved = {row.id for row in tracks}
    names = (name for name in tracks_shown(sight) if name not in moved)
    return QuarterSum(
        quarter,
        story,
        tuple(_moves(sight, story)) if story is not None else (),
        tracks,
        tuple(sight.words.track(TRACKS.index(name)) for name in names),
        tuple(_told(sight, journal, lines)),
    )


def headline(sight: Sight, found: QuarterSum) -> str:
    """The quarter in one sentence or two."""
    words, parts = sight.words, []
    if found.story is not None:
        count = found.story.settled
        parts.append(
            words.many(
                "{delivered} of {number} load came through, {seized} stopped.",
                "{delivered} of {number} loads came through, {seized} stopped.",
                count.routed,
                delivered=count.delivered,
                seized=count.seized,
            )
        )
    harm = next((row for row in found.tracks if row.id == "harm"), None)
    if harm is None:
        parts.append(words.say("Harm stands where it stood."))
    elif harm.after > harm.before:
        parts.append(words.say("Harm rose to {value}.", value=harm.after))
    else:
        parts.append(words.say("Harm fell to {value}.", value=harm.after))
    return " ".join(parts)


def _tracks(sight: Sight, journal: Sequence[Event], lines: Sequence[Line]) -> Iterator[TrackSum]:
    leads = dict(_leads(lines))
    for name in tracks_shown(sight):
        ix = TRACKS.index(name)
        causes = [
            cause
            for cause in why_track(sight.words, journal, ix, sight.mask)
            if cause.quarter == sight.view.quarter
        ][::-1]
        if not causes:
            continue
        before, after = causes[0].before or 0, causes[-1].after or 0
        verdict = is_better(ix, before, after)
        tone: Tone = "neutral" if verdict is None else "better" if verdict else "worse"
        reasons = tuple(
            _reason(sight, journal, name, cause, leads.get(cause.event, "")) for cause in causes
        )
        yield TrackSum(name, sight.words.track(ix), before, after, tone, reasons)


def _leads(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """For the place of each event that followed from another: what the log tells it came of."""
    for line in lines:
        lead = ""
        for part in line.parts:
            if part.depth:
                yield part.event, lead
            else:
                lead = part.text


def _reason(sight: Sight, journal: Sequence[Event], track: str, cause: Cause, lead: str) -> str:
    """One step of a track with what led to it: "+1 9 loads came through."; `lead` is what the log
    tells it came of."""
    event = journal[cause.event]
    root = journal[event.cause] if event.cause >= 0 else None
    step = signed((cause.after or 0) - (cause.before or 0))
    why = lead or (cause.causes[0] if cause.causes else "")
    if isinstance(root, FlowSettled):
        why = _by_flow(sight, track, root) or why
    elif track == "sovereignty" and not why:
        why = _by_consent(sight)
    card = NO_CARD if why else _card_of(journal, cause.event)
    if card != NO_CARD:
        return sight.words.say("**{step}** by {card}.", step=step, card=sight.words.card(card))
    if not why:
        return sight.words.say("**{step}** in {phase}.", step=step, phase=cause.heading)
    return sight.words.say("**{step}** {why}", step=step, why=why)


def _card_of(journal: Sequence[Event], place: int) -> CardIx:
    """The card by which a choice moved a track: the one it names, or the one it answers."""
    start = journal[place].cause
    root = journal[start] if start >= 0 else None
    if not isinstance(root, ActionTaken):
        return NO_CARD
    if root.action.card != NO_CARD:
        return root.action.card
    answers = (one for one in journal[start:place] if isinstance(one, ConsentAnswered))
    return next((one.card for one in answers if one.card != NO_CARD), NO_CARD)


def _by_flow(sight: Sight, track: str, event: FlowSettled) -> str:
    _, _, _, delivered, undetected = event.counts
    if track == "harm":
        return sight.words.many(
            "{number} load came through.", "{number} loads came through.", delivered
        )
    if track == "border":
        return sight.words.many(
            "{number} load came through that nobody detected.",
            "{number} loads came through that nobody detected.",
            undetected,
        )
    return ""


def _by_consent(sight: Sight) -> str:
    """Why Sovereignty moves in ASSESS: by what the host lets its partners do (RULES 4)."""
    level = sight.track("consent")
    word = consent_word(sight.words, level)
    return sight.words.say("Consent stands at {level}: {word}.", level=level, word=word)


def _moves(sight: Sight, story: FlowStory) -> Iterator[str]:
    """Where flow went, and where it had gone before, as far as the viewers know."""
    now = story.shown_after(len(story.runs)).flow
    is_whole = not story.unseen and all(run.outcome != "unknown" for run in story.runs)
    words = sight.words
    if not is_whole:
        if now:
            found = _routes(sight, sorted(now, key=lambda ix: (-now[ix], ix)), now)
            yield words.say("Only what was seen is known: {routes}.", routes=found)
    elif story.before is None:
        busiest = sorted(now, key=lambda ix: (-now[ix], ix))[:_MOST_MOVES]
        yield words.say("Most went by {routes}.", routes=_routes(sight, busiest, now))
    else:
        yield from _changes(sight, story.before_flow, now)
    for event in story.opened:
        yield _opened(sight, event)


def _changes(sight: Sight, before: dict[int, int], now: dict[int, int]) -> Iterator[str]:
    change = {ix: now.get(ix, 0) - before.get(ix, 0) for ix in sorted({*now, *before})}
    more = sorted((ix for ix in change if change[ix] > 0), key=lambda ix: -change[ix])
    less = sorted((ix for ix in change if change[ix] < 0), key=lambda ix: change[ix])
    steps = {ix: signed(change[ix]) for ix in change}
    words = sight.words
    if more:
        found = _routes(sight, more[:_MOST_MOVES], steps)
        yield words.say("More than last quarter: {routes}.", routes=found)
    if less:
        found = _routes(sight, less[:_MOST_MOVES], steps)
        yield words.say("Less than last quarter: {routes}.", routes=found)
    if not more and not less:
        yield words.say("Every route carried what it carried last quarter.")


def _routes(sight: Sight, routes: Sequence[int], number: dict[int, int] | dict[int, str]) -> str:
    words = sight.words
    return words.all_of([f"**{words.route(ix)}** {number[ix]}" for ix in routes])


def _opened(sight: Sight, event: RouteOpened) -> str:
    name = f"**{sight.words.route(event.route)}**"
    return sight.words.say("{route} comes into use.", route=name)


def _told(sight: Sight, journal: Sequence[Event], lines: Sequence[Line]) -> Iterator[Told]:
    """What FLOW and ASSESS brought beside loads and tracks, as the log tells it; what is only said
    comes last."""
    for line in sorted(lines, key=lambda line: line.kind == "message"):
        if line.phase not in _PHASES:
            continue
        depth = 0
        for part in line.parts:
            if not isinstance(journal[part.event], _TOLD_ELSEWHERE):
                yield Told(part.text, _style(sight, line.seat), min(part.depth, depth))
                depth = 1


def _style(sight: Sight, seat: SeatIx) -> str:
    return sight.campaign.seats[seat].style if seat >= 0 else ""


def follows(journal: Sequence[Event], place: int) -> str:
    """The phase that begins at a place in the journal; "" where none does."""
    event = journal[place] if place < len(journal) else None
    return event.phase if isinstance(event, PhaseBegan) else ""
