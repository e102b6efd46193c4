"""Guided steps on the screen: a strip that covers no place, takes no focus, and can be put away."""

import pygame
import pytest
from screen_driver import MakeApp, click, press, settle, sitting_at, table, watch_flow

from game.model.actions import Action
from game.model.ids import area_ref
from game.play.session import Session
from game.ui.app import App
from game.ui.screens.play.guidestrip import GuideStrip
from game.ui.screens.play.screen import PlayScreen

SIZES = [((1600, 1000), 100), ((1280, 720), 100), ((1280, 720), 150)]


def _at(phase: str, quarter: int = 1, text: int = 100) -> Session:
    return sitting_at(phase, quarter, "us", "mexico", seed=5, text=text)


def _strip(screen: PlayScreen) -> GuideStrip:
    strip = screen.parts.guide
    assert strip is not None
    return strip


def _take(app: App, screen: PlayScreen, verb: str, *, area: str = "", card: str = "") -> Action:
    campaign = screen.sitting.session.campaign
    for one in screen.sitting.legal:
        is_there = not area or one.target == area_ref(campaign.area_ix[area])
        is_card = not card or (one.card >= 0 and campaign.cards[one.card].id == card)
        if one.verb == verb and is_there and is_card:
            screen.commit(one)
            settle(app)
            return one
    raise AssertionError(f"cannot {verb}")


@pytest.mark.parametrize(("size", "text"), SIZES)
@pytest.mark.parametrize("phase", ["strategic", "operational", "tactical"])
def test_the_strip_covers_neither_the_map_nor_the_prompt(
    make_app: MakeApp, size: tuple[int, int], text: int, phase: str
) -> None:
    app = make_app(size)
    screen = table(app, _at(phase, text=text))
    settle(app)
    strip, places = _strip(screen), screen.places
    for other in (places.board, places.prompt, places.tray, places.tracks, places.ribbon):
        assert not strip.rect.colliderect(other)
    assert strip.rect.top == places.prompt.bottom
    assert strip.rect.bottom == places.board.top
    assert places.board.height > strip.rect.height
    for button in strip.buttons.widgets:
        assert strip.rect.contains(button.rect)


@pytest.mark.parametrize(("size", "text"), SIZES)
def test_the_strip_never_takes_the_focus(
    make_app: MakeApp, size: tuple[int, int], text: int
) -> None:
    app = make_app(size)
    screen = table(app, _at("strategic", text=text))
    for _ in range(4):
        settle(app)
        focus = screen.form.focus
        assert focus is not None and focus.group != "guide"
        assert focus not in _strip(screen).descendants()
        assert not screen.asking.is_open
        screen.commit(screen.sitting.legal[-1])
        settle(app)


def test_the_strip_stays_while_the_deployment_asks(make_app: MakeApp) -> None:
    app = make_app()
    screen = table(app, _at("operational"))
    settle(app)
    rect = _strip(screen).rect.copy()
    _take(app, screen, "deploy", card="uas-orbit")
    for verb, area in (("place", "california-border"), ("watch", "")):
        step = screen.guiding.step
        assert step is not None and step.id == "watch"
        assert _strip(screen).rect.width == rect.width
        assert {"california-border", "san-ysidro"} == screen.guiding.lit_ids
        _take(app, screen, verb, area=area)
    assert screen.guiding.step is None or screen.guiding.step.id != "watch"


def test_the_focus_goes_where_the_step_points(make_app: MakeApp) -> None:
    app = make_app()
    screen = table(app, _at("operational"))
    settle(app)
    _take(app, screen, "deploy", card="uas-orbit")
    focus = screen.form.focus
    assert focus is not None and focus.name == "place-area-california-border"


def test_the_map_keeps_its_size_from_step_to_step(make_app: MakeApp) -> None:
    app = make_app()
    screen = table(app, _at("strategic"))
    settle(app)
    heights = {_strip(screen).rect.height}
    press(app, pygame.K_o)
    settle(app)
    heights.add(_strip(screen).rect.height)
    press(app, pygame.K_o)
    settle(app)
    heights.add(_strip(screen).rect.height)
    assert len(heights) == 1


def test_a_key_hides_the_guide_and_shows_it_again(make_app: MakeApp) -> None:
    app = make_app()
    screen = table(app, _at("strategic"))
    settle(app)
    high = _strip(screen).rect.height
    assert screen.guiding.lit_tracks
    press(app, pygame.K_g)
    settle(app)
    assert screen.guiding.step is None and not screen.guiding.lit_tracks
    assert 0 < _strip(screen).rect.height < high
    press(app, pygame.K_g)
    settle(app)
    assert screen.guiding.step is not None
    assert _strip(screen).rect.height == high


def test_a_key_passes_a_step_over(make_app: MakeApp) -> None:
    app = make_app()
    screen = table(app, _at("strategic"))
    settle(app)
    for step in ("harm", "consent"):
        assert screen.guiding.step is not None and screen.guiding.step.id == step
        press(app, pygame.K_o)
        settle(app)
    assert {"harm", "consent"} <= set(screen.sitting.session.acknowledged)


def test_a_step_passed_over_with_the_mouse_leaves_the_focus_to_the_choice(
    make_app: MakeApp,
) -> None:
    app = make_app()
    screen = table(app, _at("strategic"))
    settle(app)
    first = screen.form.focus
    passing = next(one for one in _strip(screen).buttons.widgets if one.name == "guide-ok")
    click(app, passing.rect.center)
    click(app, passing.rect.center)
    settle(app)
    focus = screen.form.focus
    assert screen.guiding.step is None
    assert first is not None and focus is not None and focus.name == first.name


def test_a_click_on_what_the_step_lights_is_enough(make_app: MakeApp) -> None:
    app = make_app()
    screen = table(app, _at("strategic"))
    settle(app)
    lit = next(one for one in screen.parts.tracks.descendants() if getattr(one, "lit", False))
    click(app, lit.rect.center)
    settle(app)
    assert "harm" in screen.sitting.session.acknowledged


def test_a_click_on_the_strip_chooses_nothing_on_the_map(make_app: MakeApp) -> None:
    app = make_app()
    screen = table(app, _at("strategic"))
    settle(app)
    before = len(screen.sitting.session.game.journal)
    click(app, (_strip(screen).rect.x + 40, _strip(screen).rect.centery))
    settle(app)
    assert len(screen.sitting.session.game.journal) == before
    assert screen.guiding.step is not None


@pytest.mark.parametrize(("size", "text"), SIZES)
def test_over_a_flow_the_strip_stays_above_the_map(
    make_app: MakeApp, size: tuple[int, int], text: int
) -> None:
    app = make_app(size)
    screen = table(app, _at("strategic", 2, text=text))
    film = watch_flow(app, screen)
    settle(app)
    strip = next(one for one in film.form.root.descendants() if isinstance(one, GuideStrip))
    assert strip.rect.bottom <= screen.board.rect.top
    press(app, pygame.K_o)
    settle(app)
    assert "seen" in screen.sitting.session.acknowledged
    assert any(isinstance(one, GuideStrip) for one in film.form.root.descendants())
