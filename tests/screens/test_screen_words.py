"""Small things read or pressed in a hurry: counts of loads, and a first focus that is safe."""

import re

import pygame
import pytest
from screen_driver import MakeApp, new_sitting, play_to, press, settle, sitting_at, table, wait

from game.model.ids import route_ref
from game.ui.present.flowing import Count, FlowStory
from game.ui.present.inspection import inspect_ref
from game.ui.screens.flow.tally import Tally
from game.ui.screens.sitting import Sitting


def test_once_all_are_through_the_count_of_loads_is_whole(make_app: MakeApp) -> None:
    """Loads that nobody saw are counted with the others then, as the sum does."""
    make_app()
    story = FlowStory(2, (), Count(9, 9, 0, 0), 25, None, {}, (), ())
    tally = Tally(story, 25)
    tally.show(0, ())
    assert (tally.units, tally.count.delivered) == (9, 9)


def test_what_flows_is_called_loads_in_the_inspector() -> None:
    session = sitting_at("tactical", 2, "us", "mexico", seed=5)
    sight = Sitting(session).sight
    texts = []
    for ix in range(len(sight.campaign.routes)):
        page = inspect_ref(sight, route_ref(ix))
        assert page is not None
        texts += [row.text for row in page.rows if row.kind == "value"]
    assert any("load" in text for text in texts)
    assert not any(re.search(r"\bunits?\b", text) for text in texts)


@pytest.mark.parametrize("size", [(1600, 1000), (1280, 720)])
def test_a_hasty_enter_keeps_consent(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app(size)
    session = new_sitting("us", "mexico", seed=5)
    play_to(session, "strategic", 1)
    screen = table(app, session)
    wait(app, 2)
    assert any(one.verb == "consent" for one in screen.sitting.legal)
    before = screen.sitting.sight.track("consent")
    settle(app)
    press(app, pygame.K_RETURN)
    wait(app, 4)
    assert screen.sitting.sight.track("consent") == before
    assert not any(one.verb == "consent" for one in screen.sitting.legal), "it was kept"
