"""Where a popover goes beside what it speaks of."""

from collections.abc import Sequence

import pygame


def place_popover(
    target: pygame.Rect,
    size: tuple[int, int],
    gap: int,
    view: pygame.Rect,
    taken: Sequence[pygame.Rect],
) -> pygame.Rect:
    """The place beside a target that hides least of what is taken, and not the target itself."""
    places = _popover_places(target, size, gap, view)
    return min(places, key=lambda rect: _covered(rect, target, taken))


def _popover_places(
    target: pygame.Rect, size: tuple[int, int], gap: int, view: pygame.Rect
) -> list[pygame.Rect]:
    width, height = size
    middle_x, middle_y = target.centerx - width // 2, target.centery - height // 2
    corners = (
        (target.left - gap - width, middle_y),
        (target.right + gap, middle_y),
        (middle_x, target.bottom + gap),
        (middle_x, target.top - gap - height),
    )
    room = view.inflate(-gap, -gap)
    return [pygame.Rect(corner, size).clamp(room) for corner in corners]


def _covered(rect: pygame.Rect, target: pygame.Rect, taken: Sequence[pygame.Rect]) -> float:
    """How much a popover would hide; hiding its own target counts most."""
    cost = 1e9 * rect.colliderect(target)
    for other in taken:
        shared = rect.clip(other)
        cost += shared.width * shared.height
    return cost
