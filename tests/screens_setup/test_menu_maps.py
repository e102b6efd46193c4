"""The strips of map on the menu's cards: drawn in idle slices, anew when the window changes."""

import pygame
from hands import Hands, MakeHands

from game.ui.screens.menu.campaign_card import CampaignCard


def card(hands: Hands) -> CampaignCard:
    root = hands.form_screen.form.root
    return next(one for one in root.descendants() if isinstance(one, CampaignCard))


def test_a_card_shows_its_map_once_there_is_time(hands: Hands) -> None:
    strip = card(hands).strip
    assert strip is not None
    assert strip.get_size() == card(hands).map_size(hands.app.kit)
    theme = hands.app.kit.theme
    seen = {tuple(strip.get_at((x, y)))[:3] for x in range(strip.get_width()) for y in (9, 30, 60)}
    assert {theme.sea, theme.land["us"], theme.flow} <= seen


def test_the_map_follows_the_text_size(hands: Hands) -> None:
    before = card(hands).strip
    hands.app.change_text(2)
    hands.settle()
    after = card(hands).strip
    assert after is not None and after is not before
    assert after.get_size() == card(hands).map_size(hands.app.kit)


def test_drawing_maps_is_cut_into_slices(hands_at: MakeHands) -> None:
    hands = hands_at()
    hands.app.change_text(1)
    hands.app.turn([], 0.05)
    slices = 1
    while hands.screen.idle(1.0):
        slices += 1
    assert slices > 3


def test_a_key_is_answered_before_the_maps_are_drawn(hands: Hands) -> None:
    hands.app.change_text(1)
    hands.app.turn([pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="")], 0)
    assert len(hands.app.screens) == 2
