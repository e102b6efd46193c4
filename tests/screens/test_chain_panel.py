"""What opens what, over the map: every card of the chain holds its own words."""

import pygame
import pytest
from ink import inked, overlapping
from screen_driver import MakeApp, sitting_at, table

from game.narrate.language import translator
from game.ui.present.sight import Sight
from game.ui.screens.play.chainpanel import ChainPanel


@pytest.mark.parametrize("language", ["en", "es", "fr"])
@pytest.mark.parametrize("size", [(1280, 720), (1600, 1000), (1920, 1080)])
def test_words_stay_in_their_cards(make_app: MakeApp, size: tuple[int, int], language: str) -> None:
    app = make_app(size)
    screen = table(app, sitting_at("operational", 1, "us", "mexico"))
    app.present(translator=translator(language))
    sitting = screen.sitting
    sight = Sight(sitting.session.campaign, sitting.sight.view, (), sitting.words_in(language))
    kit, surface = screen.kit, app.window.surface
    for card in range(len(sight.campaign.cards)):
        panel = ChainPanel(sight, (card,), lambda: -1)
        panel.place(kit, pygame.Rect(12, 12, kit.px(236), size[1]))
        if not panel.rect.height:
            continue
        boxes: list[pygame.Rect] = []
        drawn = panel._draw_card
        panel._draw_card = lambda *given, to=boxes, do=drawn: (to.append(given[3]), do(*given))
        with inked(surface) as lines:
            panel.draw(surface, kit)
        assert boxes
        assert overlapping(lines) == []
        for line in lines[2:]:
            assert panel.rect.contains(line.rect), line.text
        below = [line for line in lines if line.rect.top > boxes[0].top]
        loose = [one.text for one in below if not any(box.contains(one.rect) for box in boxes)]
        assert loose == [], language
