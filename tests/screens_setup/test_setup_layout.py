"""Every step of the setup at every size: controls have the room they need and never overlap."""

from itertools import combinations

import pytest
from hands import Hands, MakeHands

from game.ui.screens.setup.steps import SetupStep
from game.ui.widgets.choice import Segmented
from game.ui.widgets.widget import Widget

SIZES = [(1280, 720), (1024, 768), (1600, 1000), (1920, 1080), (3840, 2160)]


def controls(hands: Hands) -> list[Widget]:
    return hands.form_screen.form.reachable()


def assert_tidy(hands: Hands) -> None:
    screen = hands.screen
    assert isinstance(screen, SetupStep)
    window, found = screen.rect, controls(hands)
    for one in found:
        assert window.left <= one.rect.left, one.name
        assert one.rect.right <= window.right, one.name
        if isinstance(one, Segmented):
            assert one.rect.width >= one.measure(screen.kit)[0], one.name
    for one, other in combinations(found, 2):
        # What is scrolled lies below the foot; the two cannot be compared.
        if (one in found[-3:]) == (other in found[-3:]):
            assert not one.rect.colliderect(other.rect), (one.name, other.name)


@pytest.mark.parametrize("text", [100, 150, 200])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["en", "es"])
def test_steps_are_tidy(
    hands_at: MakeHands, size: tuple[int, int], text: int, language: str
) -> None:
    hands = hands_at(size, text, language)
    hands.press("Enter")
    hands.plan.change(2, player="person", name="Équipe Laurier")
    hands.plan.seat_white(True)
    hands.plan.change(1, player="white")
    hands.form_screen.rebuild()
    assert_tidy(hands)
    hands.press("Enter")
    assert_tidy(hands)
    hands.press("Enter")
    assert_tidy(hands)


def test_focus_is_scrolled_into_sight(hands_at: MakeHands) -> None:
    hands = hands_at((1280, 720), 200)
    hands.press("Enter")
    for name in ("player-us", "size-us", "who-cartel", "player-white"):
        hands.tab_to(name)
        assert hands.screen.rect.contains(hands.widget(name).rect), name
        assert hands.widget(name).rect.bottom <= hands.widget("on").rect.top, name


def test_page_down_turns_a_long_brief(hands_at: MakeHands) -> None:
    hands = hands_at((1280, 720), 200)
    hands.press("Enter")
    hands.plan.change(2, player="person")
    hands.press("Enter", "Enter")
    before = hands.widget("show-cartel").rect.y
    hands.press("PageDown")
    assert hands.widget("show-cartel").rect.y < before
