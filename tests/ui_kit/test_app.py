"""The app: its stack, its keys, what it redraws, and what it does when a screen fails."""

import json
from collections.abc import Iterator

import pygame
import pytest
from kit_sheet import ODDS

from game import resources
from game.ui.app import App
from game.ui.crash import CrashScreen
from game.ui.screen import Screen
from game.ui.theme import Metrics
from game.ui.widgets import Button, Dialog, Group, Passage, TextBlock, Widget, odds_popover
from game.ui.widgets.form_screen import FormScreen


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    made = App(size=(1280, 720))
    yield made
    pygame.quit()


class Plain(Screen):
    """Counts what happens to it."""

    def __init__(self, app: App, name: str = "") -> None:
        super().__init__(app)
        self.name = name
        self.drawn = 0
        self.laid_out: list[Metrics] = []
        self.left = False
        self.results: list[object] = []

    @property
    def title(self) -> str:
        return self.name

    def layout(self, metrics: Metrics, rect: pygame.Rect) -> None:
        self.laid_out.append(metrics)

    def draw(self, surface: pygame.Surface) -> None:
        self.drawn += 1

    def on_pop(self) -> None:
        self.left = True

    def on_return(self, result: object) -> None:
        self.results.append(result)


class Failing(Plain):
    """Fails when drawn."""

    def draw(self, surface: pygame.Surface) -> None:
        raise ValueError("a bug")


def key(code: int, mod: int = 0) -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode="", scancode=0)


def test_draws_only_when_something_changed(app: App) -> None:
    screen = Plain(app)
    app.push(screen)
    assert app.turn([], 0.01) is None
    app.turn([], 0.01)
    assert screen.drawn == 1
    screen.invalidate()
    app.turn([], 0.01)
    assert screen.drawn == 2


def test_motion_keeps_drawing_until_it_ends(app: App) -> None:
    screen = Plain(app)
    app.push(screen)
    screen.motion.travel("x", 0, 1, 0.05)
    assert app.turn([], 0.02) == 0.0
    app.turn([], 0.02)
    app.turn([], 0.02)
    assert app.turn([], 0.02) is None
    assert screen.drawn == 3


def test_any_key_skips_motion(app: App) -> None:
    screen = Plain(app)
    app.push(screen)
    screen.motion.travel("x", 0, 1, 5)
    app.turn([key(pygame.K_a)], 0.01)
    assert not screen.motion.running


def test_the_key_that_skips_what_is_watched_does_nothing_else(app: App) -> None:
    handled: list[pygame.event.Event] = []

    class Watched(Plain):
        def handle(self, event: pygame.event.Event) -> bool:
            handled.append(event)
            return True

    screen = Watched(app)
    app.push(screen)
    screen.motion.travel("dice", 0, 1, 5, holds=True)
    app.turn([key(pygame.K_RETURN)], 0.01)
    assert not screen.motion.running
    assert handled == []
    app.turn([key(pygame.K_RETURN)], 0.01)
    assert len(handled) == 1


def test_stack_hands_back_results(app: App) -> None:
    first, second = Plain(app), Plain(app)
    app.push(first)
    app.push(second)
    app.pop("chosen")
    assert second.left
    assert first.results == ["chosen"]
    assert app.screen is first
    app.replace(Plain(app, "third"))
    assert first.left
    assert len(app.screens) == 1


def test_title_follows_the_screen(app: App) -> None:
    app.push(Plain(app, "Seats"))
    app.turn([], 0)
    assert pygame.display.get_caption()[0] == "Seats"


def test_text_size_by_keys_is_kept(app: App) -> None:
    screen = Plain(app)
    app.push(screen)
    app.turn([key(pygame.K_PLUS, pygame.KMOD_CTRL)], 0)
    assert app.text_size == 125
    assert screen.laid_out[-1].text_size == 1.25
    assert json.loads(resources.settings_path().read_text())["text_size"] == 125
    app.turn([key(pygame.K_MINUS, pygame.KMOD_CTRL)], 0)
    assert app.text_size == 100


def test_a_seat_has_its_own_text_size(app: App) -> None:
    app.push(Plain(app))
    app.present(text_size=200)
    assert app.kit.metrics.text_size == 2
    app.turn([key(pygame.K_MINUS, pygame.KMOD_CTRL)], 0)
    assert app.text_size == 150
    assert app.settings.text_size == 100
    app.present()
    assert app.text_size == 100


def test_a_failing_screen_ends_in_calm_words_and_a_record(app: App) -> None:
    root = Plain(app)
    app.push(root)
    failing = Failing(app)
    app.push(failing)
    app.turn([], 0)
    assert isinstance(app.screen, CrashScreen)
    assert failing.left
    records = list(resources.crashes_dir().glob("crash-*.json"))
    assert len(records) == 1
    record = json.loads(records[0].read_text())
    assert record["problem"] == "ValueError: a bug"
    assert record["screen"] == "Failing"
    app.turn([], 0)
    app.turn([key(pygame.K_RETURN)], 0)
    assert app.screen is root


def test_the_first_screen_may_fail_too(app: App) -> None:
    app.push(Failing(app))
    app.turn([], 0)
    assert isinstance(app.screen, CrashScreen)
    app.turn([], 0)


class Menu(FormScreen):
    """A screen made of one button."""

    def build(self) -> Widget:
        self.used = getattr(self, "used", 0)
        self.button = Button("Start", self.count, key="S")
        self.button.name = "start"
        return Group([self.button])

    def place(self, metrics: Metrics, rect: pygame.Rect) -> None:
        wide, high = self.button.measure(self.kit)
        self.button.layout(self.kit, pygame.Rect(40, 40, wide, high))

    def count(self) -> None:
        self.used += 1
        self.rebuild()


def test_form_screen_wires_its_controls(app: App) -> None:
    menu = Menu(app)
    app.push(menu)
    app.turn([key(pygame.K_s), key(pygame.K_RETURN)], 0.01)
    assert menu.used == 2
    assert menu.form.focus is menu.button


def test_dialogs_stay_in_the_middle_when_the_text_grows(app: App) -> None:
    menu = Menu(app)
    app.push(menu)
    dialog = Dialog("Leave?", TextBlock([Passage("The sitting is saved.")]), [menu.button])
    menu.ask(dialog)
    before = dialog.rect.copy()
    app.turn([key(pygame.K_PLUS, pygame.KMOD_CTRL)], 0)
    assert dialog.rect.width > before.width
    assert dialog.rect.center == app.window.surface.get_rect().center
    app.turn([key(pygame.K_ESCAPE)], 0)
    assert not menu.form.has_layers


def test_popover_stands_beside_its_anchor(app: App) -> None:
    menu = Menu(app)
    app.push(menu)
    for left in (20, 600, 1200):
        anchor = pygame.Rect(left, 300, 40, 40)
        popover = odds_popover(app.kit, ODDS, menu.count, menu.form.close)
        menu.show_beside(popover, lambda anchor=anchor: anchor)
        assert not popover.rect.colliderect(anchor)
        assert app.window.surface.get_rect().contains(popover.rect)
        menu.form.close()


def test_the_loop_ends_when_the_last_screen_is_left(app: App) -> None:
    class Once(Plain):
        def update(self, dt: float) -> float | None:
            self.app.pop()
            return None

    app.push(Once(app))
    app.run()
    assert app.screen is None


def test_closing_the_window_asks_the_screens(app: App) -> None:
    class Stays(Plain):
        def on_close(self) -> bool:
            return False

    app.push(Stays(app))
    app._running = True
    app.dispatch(pygame.event.Event(pygame.QUIT))
    assert app._running


def test_the_window_opens_in_the_size_asked_for(app: App) -> None:
    assert app.window.size == (1280, 720)
    assert app.kit.metrics.window_scale == pytest.approx(0.72)
    assert app.kit.resized(1.5).metrics.scale == pytest.approx(1.08)
