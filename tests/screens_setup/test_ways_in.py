"""The ways into the window that the command line takes."""

import shutil
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pygame
import pytest
from click.testing import CliRunner

from game.cli import main
from game.content.loader import load_campaign
from game.play.form import SeatSetup
from game.play.options import PlayOptions
from game.play.session import Session
from game.resources import campaigns_dir, saves_dir
from game.ui import run
from game.ui.app import App
from game.ui.screen import Screen
from game.ui.screens.menu.screen import MenuScreen
from game.ui.screens.opening import OpeningScreen
from game.ui.screens.play.screen import PlayScreen
from game.ui.screens.setup.seats import SeatsScreen

FIRST_LIGHT = campaigns_dir() / "first-light"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[App]:
    """The windows that were opened; none of them stays."""
    apps: list[App] = []

    def stay(app: App) -> None:
        app.turn([], 0.05)
        while isinstance(app.screen, OpeningScreen):
            app.screen.idle(6.0)
        app.turn([], 0.05)
        apps.append(app)

    monkeypatch.setattr(App, "run", stay)
    return apps


def kinds(apps: list[App]) -> list[type[Screen]]:
    return [type(screen) for screen in apps[-1].screens]


def saved_sitting() -> Path:
    session = Session.start(load_campaign(FIRST_LIGHT), (), 7, saves_dir())
    session.close()
    assert session.path is not None
    return session.path


def test_without_words_the_menu_opens(opened: list[App]) -> None:
    assert CliRunner().invoke(main, []).exit_code == 0
    assert kinds(opened) == [MenuScreen]


def test_a_campaign_without_seats_asks_who_plays(opened: list[App]) -> None:
    words = ["play", "first-light", "--seed", "12345", "--pin", "4711"]
    assert CliRunner().invoke(main, words).exit_code == 0
    assert kinds(opened) == [MenuScreen, SeatsScreen]
    plan = opened[0].screens[1].plan
    assert plan.seed == "12345" and plan.pin == "4711" and plan.white.present


def test_a_campaign_with_seats_opens_the_table(opened: list[App]) -> None:
    words = ["play", "first-light", "--seat", "us=person:Ana", "--seat", "cartel=random"]
    assert CliRunner().invoke(main, words).exit_code == 0
    assert kinds(opened) == [MenuScreen, PlayScreen]


def test_resume_opens_the_table(opened: list[App]) -> None:
    saved_sitting()
    assert CliRunner().invoke(main, ["play", "--resume"]).exit_code == 0
    assert kinds(opened) == [MenuScreen, PlayScreen]


def test_an_own_folder_stands_in_the_menu_too(opened: list[App], tmp_path: Path) -> None:
    own = tmp_path / "my-own"
    shutil.copytree(FIRST_LIGHT, own)
    text = (own / "campaign.yaml").read_text()
    (own / "campaign.yaml").write_text(text.replace("id: first-light\n", "id: my-own\n", 1))
    run.run_play(PlayOptions(own))
    assert kinds(opened) == [MenuScreen, SeatsScreen]
    menu = opened[0].screens[0]
    assert [entry.folder.name for entry in menu.campaigns] == ["first-light", "my-own"]
    run.run_play(PlayOptions(FIRST_LIGHT))
    menu = opened[1].screens[0]
    assert [entry.folder.name for entry in menu.campaigns] == ["first-light"]


def test_a_seat_that_is_played_in_another_language(opened: list[App]) -> None:
    seats = (SeatSetup("us", "person", "Ana", "es", 125),)
    run.run_play(PlayOptions(FIRST_LIGHT, seats, 7))
    assert kinds(opened) == [MenuScreen, PlayScreen]


@pytest.mark.parametrize("way", ["replay", "show"])
def test_looking_opens_a_window(opened: list[App], way: str) -> None:
    path = saved_sitting()
    assert CliRunner().invoke(main, [way, str(path)]).exit_code == 0
    assert len(opened[0].screens) == 1


def test_a_broken_campaign_ends_the_window_with_its_problems(tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(FIRST_LIGHT, broken)
    (broken / "map.yaml").write_text("areas: []\n")
    result = CliRunner().invoke(main, ["play", str(broken)])
    assert result.exit_code == 1
    assert "map.yaml" in result.output


def test_a_sitting_opens_in_the_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[type[Screen]] = []
    draw = PlayScreen.draw

    def draw_once(screen: PlayScreen, surface: pygame.Surface) -> None:
        draw(screen, surface)
        seen.extend(type(one) for one in screen.app.screens)
        screen.app.quit()

    monkeypatch.setattr(PlayScreen, "draw", draw_once)
    run.run_play(PlayOptions(resume=saved_sitting()))
    assert seen == [MenuScreen, PlayScreen]


def in_time(act: Callable[[], None]) -> float:
    start = monotonic()
    act()
    return monotonic() - start


def test_the_loop_draws_what_idle_work_changed_at_once() -> None:
    class Busy(Screen):
        worked = False

        def idle(self, budget_ms: float) -> bool:
            self.worked = True
            self.invalidate()
            return False

        def draw(self, surface: pygame.Surface) -> None:
            if self.worked:
                self.app.quit()

    app = run.make_app((1280, 720), catch=False)
    app.push(Busy(app))
    assert in_time(app.run) < 10
