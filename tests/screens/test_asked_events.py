"""An event that asks: its text stands in the pop-up alone, and can be read again."""

import pygame
import pytest
from ink import inked
from screen_driver import MakeApp, new_sitting, press, settle, table, wait

from game.model.dice import below
from game.play.session import Session
from game.ui.app import App
from game.ui.screens.play.screen import PlayScreen
from game.ui.widgets.boxes import Stacked
from game.ui.widgets.button import Button
from game.ui.widgets.form_screen import FormScreen
from game.ui.widgets.scroll import ScrollView

_LONGEST = 400


def asked() -> Session:
    """A sitting in which an event asks a person."""
    for seed in range(1, 20):
        session = new_sitting("us", "mexico", seed=seed)
        for _ in range(_LONGEST):
            state = session.game.state
            if session.game.is_over:
                break
            asks = state.pending[-1] if state.pending else None
            if asks is not None and asks.kind == "inject" and session.seat(asks.seat).is_person:
                return session
            if session.step_bot() is None:
                legal = [one for one in session.game.legal_actions() if one.verb != "withdraw"]
                session.submit(legal[below(len(legal), 1, len(session.game.journal))])
    raise AssertionError("no event asks")


def opened(make_app: MakeApp, size: tuple[int, int] = (1600, 1000)) -> PlayScreen:
    screen = table(make_app(size), asked())
    for _ in range(40):
        if screen.app.screen is screen and (screen.sitting.deciders or screen.asking.is_open):
            break
        if screen.app.screen is not screen:
            press(screen.app, pygame.K_RETURN)
        wait(screen.app, 10)
    settle(screen.app)
    return screen


def text_of(screen: PlayScreen) -> str:
    session = screen.sitting.session
    spec = session.campaign.injects[session.game.state.pending[-1].value]
    return screen.sitting.sight.words.text(spec.text).replace("**", "")


def test_it_comes_up_when_a_sitting_is_resumed(make_app: MakeApp) -> None:
    assert opened(make_app).asking.is_open


def test_the_prompt_does_not_repeat_its_text(make_app: MakeApp) -> None:
    screen = opened(make_app)
    surface = screen.app.window.surface
    with inked(surface) as lines:
        screen.invalidate()
        screen.draw(surface)
    column = screen.places.column
    first = " ".join(text_of(screen).split()[:4])
    shown = " ".join(line.text for line in lines if not column.colliderect(line.rect))
    assert shown.count(first) == 1


def test_it_can_be_put_aside_and_read_again(make_app: MakeApp) -> None:
    screen = opened(make_app)
    press(screen.app, pygame.K_ESCAPE)
    assert not screen.asking.is_open
    press(screen.app, pygame.K_n)
    assert screen.asking.is_open
    press(screen.app, pygame.K_1)
    assert not screen.asking.is_open


@pytest.mark.parametrize("size", [(1280, 720), (1600, 1000)])
def test_the_ring_of_an_answer_is_whole(make_app: MakeApp, size: tuple[int, int]) -> None:
    screen = opened(make_app, size)
    focus = screen.form.focus
    assert isinstance(focus, Button)
    surface = settle(screen.app)
    ring, reach = screen.kit.theme.focus, screen.kit.px(7)
    for way in ((-1, 0), (1, 0), (0, -1), (0, 1)):
        side = (
            focus.rect.centerx + way[0] * focus.rect.width // 2,
            focus.rect.centery + way[1] * focus.rect.height // 2,
        )
        near = [
            surface.get_at((side[0] + way[0] * step, side[1] + way[1] * step))[:3]
            for step in range(1, reach)
        ]
        assert ring in near, way


def test_a_scrolled_view_shows_nothing_beyond_its_edges(make_app: MakeApp) -> None:
    app = make_app()
    buttons = [Button(str(number), lambda: None) for number in range(12)]
    view = ScrollView(Stacked(buttons))
    view.layout(app.kit, pygame.Rect(40, 40, 300, 200))
    view.scroll_to(view.furthest // 2)
    surface = pygame.Surface((400, 300))
    view.draw(surface, app.kit)
    blank = surface.get_at((0, 0))
    assert all(surface.get_at((x, 38)) == blank for x in range(0, 400, 7))
    assert all(surface.get_at((x, 242)) == blank for x in range(0, 400, 7))


def test_a_screen_without_content_cannot_be_made(make_app: MakeApp) -> None:
    class Empty(FormScreen):
        """Says nothing of what it shows."""

    def made(app: App) -> FormScreen:
        return Empty(app)  # type: ignore[abstract]

    with pytest.raises(TypeError, match="build"):
        made(make_app())
