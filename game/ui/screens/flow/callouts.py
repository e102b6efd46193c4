"""Callouts beside the map: a unit that was stopped or only seen, a route that opens."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.ui.board.board import BoardWidget
from game.ui.kit import Kit
from game.ui.present.flowing import Roll, UnitRun
from game.ui.present.sight import Sight
from game.ui.theme import Colour
from game.ui.widgets.column import Column

WIDTH = 296


@dataclass(frozen=True, slots=True)
class Callout:
    """What is said of one place on the map: `route` and the `share` of its length."""

    glyph: str
    title: str
    text: str
    route: int
    share: float
    is_gold: bool = False


def run_callout(sight: Sight, run: UnitRun) -> Callout | None:
    """What met a unit; None for one that nothing met."""
    words = sight.words
    if run.outcome == "seized":
        text = _rolls(sight, run, run.seized_at, stopped=True)
        return Callout("seized", words.say("Seized"), text, run.seized_at, 0.5)
    if run.seen_at:
        route = run.seen_at[-1]
        text = _rolls(sight, run, route, stopped=False)
        return Callout("seen", words.say("Seen, not stopped"), text, route, 0.42)
    return None


def opening_callout(sight: Sight, route: int, loss: int, tolerance: int) -> Callout:
    """A route that has come into use."""
    words = sight.words
    text = words.say(
        "**{route}** is in use from next quarter. Losses of **{loss} %** against a tolerance of "
        "**{tolerance} %**: flow moves to the cheapest quiet way.",
        route=words.route(route),
        loss=loss,
        tolerance=tolerance,
    )
    return Callout("reroute", words.say("A dormant route opens"), text, route, 0.5, is_gold=True)


def _rolls(sight: Sight, run: UnitRun, route: int, *, stopped: bool) -> str:
    words, roll = sight.words, run.roll_at(route)
    name = words.route(route)
    if roll is None:
        return name
    parts = [f"**{name}**.", _detect(sight, roll)]
    if roll.endgame:
        parts.append(words.say("Stop: rolled **{roll}**.", roll=roll.endgame))
    else:
        parts.append(words.say("Nobody there could stop it."))
    if roll.handover:
        parts.append(words.say("Hand-over: rolled **{roll}**.", roll=roll.handover))
    if not stopped:
        parts.append(words.say("It goes on."))
    return " ".join(parts)


def _detect(sight: Sight, roll: Roll) -> str:
    seen = sight.routes.get(roll.route)
    if seen is not None and not seen.unknown and seen.detect >= roll.detect:
        return sight.words.say(
            "Detect {detect}: rolled **{roll}**.", detect=seen.detect, roll=roll.detect
        )
    return sight.words.say("Detect: rolled **{roll}**.", roll=roll.detect)


def draw_callouts(
    surface: pygame.Surface,
    kit: Kit,
    board: BoardWidget,
    sight: Sight,
    callouts: Sequence[Callout],
    room: pygame.Rect,
) -> None:
    """Callouts along the left edge of what is free, each beside what it speaks of as far as there
    is room."""
    width = min(kit.px(WIDTH), room.width // 3)
    gap = kit.px(14)
    rows = []
    for callout in callouts:
        to = board.route_pos(sight.campaign.routes[callout.route].id, callout.share)
        high = _callout_height(kit, callout, width)
        rows.append((room.centery if to is None else to[1], high, callout, to))
    top, below = room.top, sum(row[1] + gap for row in rows)
    for middle, high, callout, to in sorted(rows, key=lambda row: row[0]):
        y = max(top, min(middle - high // 2, room.bottom + gap - below))
        rect = pygame.Rect(room.x, y, width, high)
        _draw_callout(surface, kit, callout, rect, to)
        top = rect.bottom + gap
        below -= high + gap


def _callout_height(kit: Kit, callout: Callout, width: int) -> int:
    """The height of a callout."""
    column = Column(kit, None, 0, 0, width - 2 * kit.px(14))
    _write(column, callout, kit.theme.ink)
    return column.y + 2 * kit.px(12)


def _draw_callout(
    surface: pygame.Surface,
    kit: Kit,
    callout: Callout,
    rect: pygame.Rect,
    to: tuple[int, int] | None,
) -> None:
    """Draw a callout and the line to what it speaks of."""
    theme = kit.theme
    if to is not None and not rect.collidepoint(to):
        _draw_leader(surface, kit, rect, to)
    fill = theme.wash if callout.is_gold else theme.paper
    kit.paint.panel(surface, rect, fill, 8, theme.ink, 1.8, level=2)
    left, top = rect.x + kit.px(14), rect.y + kit.px(12)
    _write(Column(kit, surface, left, top, rect.width - 2 * kit.px(14)), callout, theme.ink)


def _draw_leader(surface: pygame.Surface, kit: Kit, rect: pygame.Rect, to: tuple[int, int]) -> None:
    """A level line from the callout, then straight to what it speaks of."""
    x = rect.right if to[0] > rect.centerx else rect.left
    y = max(rect.top + kit.px(16), min(to[1], rect.bottom - kit.px(16)))
    thick = kit.px(2.2)
    level = pygame.Rect(min(x, to[0]), y - thick // 2, abs(to[0] - x), thick)
    upright = pygame.Rect(to[0] - thick // 2, min(y, to[1]), thick, abs(to[1] - y))
    for part in (level, upright):
        surface.fill(kit.theme.white, part.inflate(2, 2))
    for part in (level, upright):
        surface.fill(kit.theme.ink, part)


def _write(column: Column, callout: Callout, ink: Colour) -> None:
    kit, theme = column.kit, column.kit.theme
    colours = {"seized": ink, "seen": theme.seat("veo").colour, "reroute": ink}
    top = column.y
    column.text(callout.title, kit.title(19), indent=kit.px(34))
    if column.surface is not None:
        middle = (column.left + kit.px(11), top + kit.text.line_height(kit.title(19)) // 2)
        back = theme.wash if callout.is_gold else theme.paper
        kit.glyphs.draw(column.surface, callout.glyph, middle, 22, colours[callout.glyph], back)
    column.gap(3)
    column.text(callout.text, kit.body(16, theme.ink2))
