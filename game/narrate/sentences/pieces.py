"""Pieces in sentences."""

from game.model.events import (
    PieceDeployed,
    PieceExposed,
    PieceHidden,
    PieceMoved,
    PieceRemoved,
    RotationSet,
    WatchChanged,
)
from game.model.ids import NO_ROUTE
from game.narrate.pen import Pen
from game.narrate.sentences.registry import says


@says(PieceDeployed)
def piece_deployed(pen: Pen, event: PieceDeployed) -> str | None:
    """A piece that came onto the map; the set-up is not retold."""
    if pen.moment.phase == "setup":
        return None
    seat = pen.seat(pen.words.tables.piece_seat[event.piece])
    piece = pen.one_piece(event.piece)
    if event.area < 0:
        return pen.say("{seat} puts {piece} to work.", seat=seat, piece=piece)
    area = pen.area(event.area)
    return pen.say("{seat} places {piece} in {area}.", seat=seat, piece=piece, area=area)


@says(PieceMoved)
def piece_moved(pen: Pen, event: PieceMoved) -> str:
    """A piece that went to another area."""
    return pen.of_piece(
        event.piece,
        "{piece} moves from {before} to {after}.",
        "{piece} move from {before} to {after}.",
        piece=pen.piece(event.piece),
        before=pen.area(event.before),
        after=pen.area(event.after),
    )


@says(PieceRemoved)
def piece_removed(pen: Pen, event: PieceRemoved) -> str:
    """A piece that left the map."""
    tables = pen.words.tables
    if event.out:
        return pen.of_piece(
            event.piece,
            "{piece} is out of the game for good.",
            "{piece} are out of the game for good.",
            piece=pen.piece(event.piece),
        )
    piece = pen.piece(event.piece)
    if event.area >= 0:
        piece = pen.say("{piece} in {area}", piece=piece, area=pen.area(event.area))
    if tables.is_nadc(tables.piece_seat[event.piece]):
        return pen.of_piece(
            event.piece,
            "{piece} goes back to its pool.",
            "{piece} go back to their pool.",
            piece=piece,
        )
    return pen.of_piece(event.piece, "{piece} is removed.", "{piece} are removed.", piece=piece)


@says(PieceExposed)
def piece_exposed(pen: Pen, event: PieceExposed) -> str:
    """A hidden piece that was found."""
    return pen.of_piece(
        event.piece,
        "{piece} is exposed in {area}.",
        "{piece} are exposed in {area}.",
        piece=pen.one_piece(event.piece),
        area=pen.area(event.area),
    )


@says(PieceHidden)
def piece_hidden(pen: Pen, event: PieceHidden) -> str:
    """An exposed piece that was lost."""
    return pen.of_piece(
        event.piece,
        "{piece} in {area} is lost from sight.",
        "{piece} in {area} are lost from sight.",
        piece=pen.piece(event.piece),
        area=pen.area(event.area),
    )


@says(WatchChanged)
def watch_changed(pen: Pen, event: WatchChanged) -> str | None:
    """A unit that watches another route; the set-up is not retold."""
    if pen.moment.phase == "setup":
        return None
    routes = tuple(one for one in (event.route, event.second) if one != NO_ROUTE)
    piece = pen.piece_there(event.piece)
    if not routes:
        return pen.say("{piece} watches no route.", piece=piece)
    return pen.say("{piece} watches {routes}.", piece=piece, routes=pen.routes(routes))


@says(RotationSet)
def rotation_set(pen: Pen, event: RotationSet) -> str:
    """A unit that keeps the network guessing."""
    count = len(pen.words.campaign.routes)
    routes = tuple(one for one in range(count) if event.routes >> one & 1)
    return pen.say(
        "{piece} is set to **Rotating** between {routes}.",
        piece=pen.piece_there(event.piece),
        routes=pen.routes(routes),
    )
