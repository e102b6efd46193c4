"""Short-lived notes above everything: tooltips, and toasts that say what just happened."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.ui.kit import Kit

TOOLTIP_DELAY = 0.4
TOAST_SECONDS = 4.5
REFUSED_SECONDS = 2.5
"""A refusal lies over what it speaks of, so it goes sooner."""
_WIDEST = 340


@dataclass(slots=True)
class Toast:
    """A note that goes away by itself; `at` puts it beside a point instead of at the bottom."""

    text: str
    glyph: str = "info"
    at: tuple[int, int] | None = None
    left: float = TOAST_SECONDS
    stays: bool = False


def draw_tooltip(
    surface: pygame.Surface,
    kit: Kit,
    text: str,
    target: pygame.Rect,
    bounds: pygame.Rect,
    avoid: Sequence[pygame.Rect] = (),
) -> pygame.Rect:
    """Draw an explanation beside a target, within bounds; returns its place.

    It stands below, above, right or left of the target, wherever it hides least of `avoid`.
    """
    theme, pad = kit.theme, kit.px(10)
    widest = min(kit.px(_WIDEST), bounds.width - 4 * pad)
    words = kit.text.wrap(text, kit.body(14.5, theme.on), widest)
    size = (words.width + 2 * pad, words.height + round(1.4 * pad))
    room = bounds.inflate(-kit.px(8), -kit.px(8))
    places = [rect.clamp(room) for rect in _beside(target, size, kit.px(8))]
    rect = min(places, key=lambda place: _hidden(place, target, avoid))
    kit.paint.panel(surface, rect, theme.slate, 6, theme.slate_edge, 1, level=2)
    kit.text.draw_paragraph(surface, words, (rect.x + pad, rect.y + round(0.7 * pad)))
    return rect


def _beside(target: pygame.Rect, size: tuple[int, int], gap: int) -> list[pygame.Rect]:
    below, above, right, left = (pygame.Rect((0, 0), size) for _ in range(4))
    below.midtop = (target.centerx, target.bottom + gap)
    above.midbottom = (target.centerx, target.top - gap)
    right.midleft = (target.right + gap, target.centery)
    left.midright = (target.left - gap, target.centery)
    return [below, above, right, left]


def _hidden(place: pygame.Rect, target: pygame.Rect, avoid: Sequence[pygame.Rect]) -> float:
    """How many pixels a note would hide; those of its own target count most."""
    own = place.clip(target)
    hidden = 1000.0 * own.width * own.height
    for index in place.collidelistall(list(avoid)):
        shared = place.clip(avoid[index])
        hidden += shared.width * shared.height
    return hidden


def draw_toast(surface: pygame.Surface, kit: Kit, toast: Toast, bounds: pygame.Rect) -> pygame.Rect:
    """Draw a note beside its point, or at the middle of the bottom; returns its place."""
    theme, pad = kit.theme, kit.px(12)
    sign = kit.px(26)
    widest = min(kit.px(460), bounds.width - 4 * pad - sign)
    words = kit.text.wrap(toast.text, kit.title(15.5), widest)
    height = max(words.height, sign) + round(1.3 * pad)
    rect = pygame.Rect(0, 0, words.width + 2 * pad + sign, height)
    if toast.at is None:
        rect.midbottom = (bounds.centerx, bounds.bottom - kit.px(20))
    else:
        rect.midleft = (toast.at[0] + kit.px(18), toast.at[1])
        if rect.right > bounds.right:
            rect.right = toast.at[0] - kit.px(18)
    rect.clamp_ip(bounds.inflate(-kit.px(8), -kit.px(8)))
    kit.paint.panel(surface, rect, theme.paper, 8, theme.ink, 1.4, level=3)
    middle = (rect.x + pad + kit.px(9), rect.centery)
    kit.glyphs.draw(surface, toast.glyph, middle, 17, theme.ink, theme.gold)
    top = rect.centery - words.height // 2
    kit.text.draw_paragraph(surface, words, (rect.x + pad + sign, top))
    return rect
