"""Why a number is what it is: which number is meant, and the events that made it."""

from collections.abc import Callable, Iterator, Sequence

from game.model.events import (
    Event,
    ModifierBegan,
    PieceMoved,
    PieceRemoved,
    RotationSet,
    RouteSurged,
    WatchChanged,
)
from game.model.ids import SeatMask, piece_ref
from game.narrate.things.tracks import track_text
from game.narrate.why import (
    Cause,
    why,
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
from game.ui.present.sight import Sight
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
        case "coverage":
            return why(words, journal, _covering(journal, ix, mask), mask)
        case _:
            return why_route(words, journal, ix, mask)


def why_page(
    words: Words, causes: Sequence[Cause], title: str, standing: Sequence[InspectorRow] = ()
) -> Inspection:
    """The page of a why: what it is made of now, then each event with what led to it."""
    rows = [*standing]
    if rows:
        rows.append(InspectorRow("rule"))
    rows += [_row(words, cause) for cause in causes]
    if not causes:
        rows.append(InspectorRow("note", text=words.say("Nothing has changed it since the start.")))
    subtitle = words.say("what made it so, newest first")
    return Inspection(words.say("Why: {title}", title=title), subtitle, tuple(rows))


def standing_rows(sight: Sight, subject: Subject) -> tuple[InspectorRow, ...]:
    """What a number is made of now, where it is a sum or an estimate, or what a track means."""
    if subject.kind == "track":
        said = track_text(sight.words, subject.ix)
        return (InspectorRow("note", text=said.meaning),)
    if subject.kind == "coverage":
        return tuple(_cover_rows(sight, subject.ix))
    if subject.kind == "flow" and subject.what == "":
        return tuple(_estimate_rows(sight, subject.ix))
    return ()


def _cover_rows(sight: Sight, route: int) -> Iterator[InspectorRow]:
    """Who gives a route its D and E, as far as the viewers know it (RULES 7)."""
    words, seen = sight.words, sight.routes.get(route)
    for piece in sight.view.pieces:
        if route not in piece.watch or piece.rotating:
            continue
        kind = sight.campaign.kinds[piece.kind]
        yield InspectorRow(
            "thing",
            words.kind(piece.kind),
            words.say("D{detect} E{endgame}", detect=kind.detect, endgame=kind.endgame),
            symbol=kind.symbol,
            style=sight.campaign.seats[piece.seat].style,
            ref=piece_ref(piece.piece),
        )
    rules = sight.campaign.rules
    if seen is not None and seen.surged:
        more = words.say("{change} D, {change} E this quarter", change=signed(rules.tests.surge))
        yield InspectorRow("value", words.say("Surge"), more)
    end = sight.campaign.area_ix[sight.campaign.routes[route].to]
    if sight.has_gov(end) and sight.view.gov[end] >= rules.flow.gov_cover_from:
        name = words.area(end)
        more = signed(rules.flow.gov_cover)
        text = words.say(
            "Governance in {area} helps: {change} D, {change} E.", area=name, change=more
        )
        yield InspectorRow("note", text=text)
    most = rules.flow.detect_max
    text = words.say("D and E are each {number} at most; E counts where it is lawful.", number=most)
    yield InspectorRow("note", text=text)


def _estimate_rows(sight: Sight, route: int) -> Iterator[InspectorRow]:
    """What is known of a route's flow, and what a better estimate needs (RULES 11)."""
    words, seen = sight.words, sight.routes.get(route)
    if seen is None or seen.high < 0:
        return
    if seen.low == seen.high:
        yield InspectorRow("note", text=words.say("The true flow is known."))
        return
    text = words.say(
        "An estimate at Fusion {fusion}. Surveil shows the true flow; more Fusion narrows it.",
        fusion=sight.track("fusion"),
    )
    yield InspectorRow("note", text=text)


def _covering(journal: Sequence[Event], route: int, mask: SeatMask) -> Callable[[Event], bool]:
    """Whether an event changed who watches a route, or what counts there besides."""
    on_watch: set[int] = set()
    found: set[int] = set()
    for event in journal:
        if event.seen & mask != mask:
            continue
        match event:
            case RouteSurged() if event.route == route:
                found.add(id(event))
            case ModifierBegan() if event.mod.what == "route" and event.mod.route == route:
                found.add(id(event))
            case WatchChanged() if route in (event.route, event.second):
                on_watch.add(event.piece)
                found.add(id(event))
            case WatchChanged() | PieceMoved() | PieceRemoved() | RotationSet():
                if event.piece in on_watch:
                    on_watch.discard(event.piece)
                    found.add(id(event))
    return lambda event: id(event) in found


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
