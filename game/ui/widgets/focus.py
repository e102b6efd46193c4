"""Which control comes next: by Tab in reading order, by arrow in the arrow's direction."""

from collections.abc import Sequence

import pygame

LEFT, RIGHT, UP, DOWN = (-1, 0), (1, 0), (0, -1), (0, 1)
_SIDEWAYS_COST = 2.5


def following(index: int | None, count: int, step: int) -> int | None:
    """The place after (step 1) or before (step -1) a place in a ring of `count`; None if empty."""
    if count == 0:
        return None
    if index is None:
        return 0 if step > 0 else count - 1
    return (index + step) % count


def in_direction(
    start: pygame.Rect, places: Sequence[pygame.Rect], direction: tuple[int, int]
) -> int | None:
    """The index of the nearest place that lies in a direction from the start, or None.

    A place counts when its middle lies beyond the start's middle that way; straight ahead is
    preferred over aside.
    """
    best: tuple[float, int] | None = None
    for index, place in enumerate(places):
        dx = place.centerx - start.centerx
        dy = place.centery - start.centery
        ahead = dx * direction[0] + dy * direction[1]
        aside = abs(dx * direction[1]) + abs(dy * direction[0])
        if ahead <= 0 or ahead * 3 < aside:
            continue
        cost = ahead + aside * _SIDEWAYS_COST
        if best is None or cost < best[0]:
            best = (cost, index)
    return None if best is None else best[1]
