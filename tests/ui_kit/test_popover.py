"""Where a popover stands: beside its anchor, off what else matters, its tip at the anchor."""

import pygame
import pytest

from game.ui.kit import Kit
from game.ui.widgets.boxes import Passage, TextBlock
from game.ui.widgets.button import Button
from game.ui.widgets.popover import Popover

BOUNDS = pygame.Rect(0, 100, 1600, 700)
MIDDLE = pygame.Rect(760, 420, 80, 40)


def _popover() -> Popover:
    words = TextBlock([Passage("Surveil the desert sector", "heading")])
    return Popover(words, [Button("Do it", lambda: None)])


def _off(anchor: pygame.Rect, side: str) -> pygame.Rect:
    """All that lies on one side of an anchor."""
    return {
        "left": pygame.Rect(0, 0, anchor.left, 2000),
        "right": pygame.Rect(anchor.right, 0, 2000, 2000),
        "above": pygame.Rect(0, 0, 2000, anchor.top),
        "below": pygame.Rect(0, anchor.bottom, 2000, 2000),
    }[side]


@pytest.mark.parametrize("free", ["left", "right", "above", "below"])
def test_it_hides_none_of_what_matters_where_a_side_is_free(kit: Kit, free: str) -> None:
    dots = [
        pygame.Rect(spot[0] - 4, spot[1] - 4, 8, 8)
        for spot in (
            *((x, y) for x in range(300, 1300, 40) for y in range(140, 780, 40)),
            *((x, MIDDLE.centery) for x in range(300, 1300, 40)),
        )
    ]
    taken = [dot for dot in dots if not _off(MIDDLE, free).contains(dot)]
    popover = _popover()
    popover.place(kit, MIDDLE, BOUNDS, taken)
    assert BOUNDS.contains(popover.rect)
    assert popover.rect.collidelist([MIDDLE, *taken]) < 0
    assert _off(MIDDLE, free).contains(popover.rect)


@pytest.mark.parametrize("corner", ["topleft", "topright", "bottomleft", "bottomright"])
def test_it_stays_within_bounds_and_off_its_anchor(kit: Kit, corner: str) -> None:
    anchor = pygame.Rect(0, 0, 60, 30)
    setattr(anchor, corner, getattr(BOUNDS, corner))
    popover = _popover()
    popover.place(kit, anchor, BOUNDS)
    assert BOUNDS.contains(popover.rect)
    assert not popover.rect.colliderect(anchor)


@pytest.mark.parametrize("free", ["left", "right", "above", "below"])
def test_its_tip_is_drawn_between_panel_and_anchor(kit: Kit, free: str) -> None:
    popover, surface = _popover(), pygame.Surface((1600, 1000))
    surface.fill((200, 30, 200))
    ground = surface.get_at((5, 5))
    sides = {"left", "right", "above", "below"} - {free}
    popover.place(kit, MIDDLE, BOUNDS, [_off(MIDDLE, side).clip(BOUNDS) for side in sides])
    popover.draw(surface, kit)
    panel, step = popover.rect, kit.px(5)
    tips = {
        "left": (panel.right + step, MIDDLE.centery),
        "right": (panel.left - step, MIDDLE.centery),
        "above": (MIDDLE.centerx, panel.bottom + step),
        "below": (MIDDLE.centerx, panel.top - step),
    }
    assert surface.get_at(tips[free]) == kit.theme.paper
    beside = (tips[free][0], tips[free][1] + kit.px(60))
    if free in ("left", "right"):
        assert surface.get_at(beside) != kit.theme.paper
    assert surface.get_at((5, 5)) == ground


def test_it_has_no_tip_where_there_is_nothing_to_point_at(kit: Kit) -> None:
    def drawn(*, pointing: bool) -> bytes:
        popover, surface = _popover(), pygame.Surface((1600, 1000))
        popover.place(kit, MIDDLE, BOUNDS, pointing=pointing)
        popover.draw(surface, kit)
        panel = popover.rect
        above_and_below = panel.inflate(0, 2 * kit.px(7)).clip(surface.get_rect())
        gap = surface.subsurface(above_and_below)
        return pygame.image.tobytes(gap, "RGB") + pygame.image.tobytes(
            surface.subsurface(panel.inflate(2 * kit.px(7), 0)), "RGB"
        )

    assert drawn(pointing=True) != drawn(pointing=False)
