"""Who plays which seat, changed in the middle of a sitting from the table's menu."""

import pygame
import pytest
from screen_driver import MakeApp, new_sitting, play_to, press, settle, table, wait

from game.play.form import SeatSetup
from game.play.session import Session
from game.ui.app import App
from game.ui.screens.play.screen import PlayScreen
from game.ui.widgets.field import TextField
from game.ui.widgets.select import Select
from game.ui.widgets.widget import Widget

ENTER, DOWN = pygame.K_RETURN, pygame.K_DOWN


def opened(app: App, *white: str) -> tuple[PlayScreen, Session]:
    """The dialog over a table at which a bot plays the network."""
    session = new_sitting("us", "mexico", seed=5)
    for seat in white:
        session.change_seat(SeatSetup(seat, "white", "Dr Rey", "es"))
    play_to(session, "strategic", 1)
    screen = table(app, session)
    wait(app, 3)
    press(app, pygame.K_ESCAPE)
    control(app, "menu-seats").activate(screen.form)
    settle(app)
    return screen, session


def control(app: App, name: str) -> Widget:
    """A control of what lies on top, by its name."""
    screen = app.screen
    assert isinstance(screen, PlayScreen)
    top = screen.form._layers[-1].root
    return next(one for one in top.descendants() if one.name == name)


def choose(app: App, screen: PlayScreen, name: str, value: str) -> None:
    """Choose from a list by keys, as somebody would."""
    field = control(app, name)
    assert isinstance(field, Select)
    screen.form.give_focus(field)
    values = [one.value for one in field.options]
    steps = values.index(value) - values.index(field.chosen)
    press(app, ENTER)
    for _ in range(abs(steps)):
        press(app, DOWN if steps > 0 else pygame.K_UP)
    press(app, ENTER)
    assert field.chosen == value


def enter(app: App, screen: PlayScreen, name: str) -> None:
    screen.form.give_focus(control(app, name))
    press(app, ENTER)
    wait(app, 4)


def test_a_person_takes_over_with_a_name_and_a_language(make_app: MakeApp) -> None:
    app = make_app()
    screen, session = opened(app)
    name = control(app, "name-cartel")
    assert isinstance(name, TextField) and not name.enabled, "a bot has no name here"
    choose(app, screen, "seat-cartel", "person")
    assert name.enabled
    screen.form.give_focus(name)
    app.turn([pygame.event.Event(pygame.TEXTINPUT, text="Lea")], 0.01)
    choose(app, screen, "language-cartel", "fr")
    assert not session.seat(session.campaign.seat_ix["cartel"]).is_person, "not before Done"  # type: ignore[arg-type]
    enter(app, screen, "seats-done")
    found = next(one for one in session.seats if one.seat == "cartel")
    assert (found.player, found.name, found.language) == ("person", "Lea", "fr")
    assert session.game.state.persons >> session.campaign.seat_ix["cartel"] & 1


def test_a_seat_that_white_plays_shows_white_and_may_be_given_to_it(make_app: MakeApp) -> None:
    app = make_app()
    screen, session = opened(app, "mexico")
    shown = control(app, "seat-mexico")
    assert isinstance(shown, Select)
    assert "Blanco" in shown.label, "White, who reads Spanish, is to move"
    written = control(app, "name-mexico")
    assert isinstance(written, TextField) and written.text == "Dr Rey"
    choose(app, screen, "seat-us", "white")
    enter(app, screen, "seats-done")
    assert [one.player for one in session.seats if one.seat in ("us", "mexico")] == ["white"] * 2


def test_cancel_changes_nothing(make_app: MakeApp) -> None:
    app = make_app()
    screen, session = opened(app)
    before = session.seats
    choose(app, screen, "seat-us", "white")
    enter(app, screen, "seats-cancel")
    assert session.seats == before
    assert not screen.asking.is_open


@pytest.mark.parametrize(
    ("size", "text"), [((1280, 720), 100), ((1024, 768), 150), ((1920, 1080), 200)]
)
def test_the_dialog_fits_its_window(make_app: MakeApp, size: tuple[int, int], text: int) -> None:
    app = make_app(size, text)
    screen, _ = opened(app)
    window = app.window.surface.get_rect()
    dialog = screen.form._layers[-1].root
    assert window.contains(dialog.rect)
    for name in ("seats-done", "seats-cancel"):
        assert dialog.rect.contains(control(app, name).rect)
    for one in dialog.descendants():
        if isinstance(one, (Select, TextField)):
            assert dialog.rect.left <= one.rect.left < one.rect.right <= dialog.rect.right
