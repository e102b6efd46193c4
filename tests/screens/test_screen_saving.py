"""The table while the disk refuses, and a sitting that is opened again at what was not seen."""

import gc
import weakref
from collections.abc import Callable
from pathlib import Path

import pygame
import pytest
from screen_driver import (
    STEP,
    MakeApp,
    first_light,
    play_to,
    press,
    settle,
    table,
    to_the_table,
    wait,
)

from game.play.form import Change, SeatSetup
from game.play.reading import read_header
from game.play.save import Save
from game.play.session import Session
from game.play.shelf import Shelf
from game.play.trouble import unwritable
from game.resources import saves_dir
from game.ui.app import App
from game.ui.screens.curtain import CurtainScreen
from game.ui.screens.doors import open_saved
from game.ui.screens.ending.screen import EndingScreen
from game.ui.screens.flow.assess import AssessScreen
from game.ui.screens.flow.screen import FlowScreen
from game.ui.screens.menu.resume_bar import ResumeBar
from game.ui.screens.menu.screen import MenuScreen
from game.ui.screens.menu.trouble import TroubleScreen
from game.ui.screens.play.screen import PlayScreen
from game.ui.screens.private import PrivateScreen
from game.ui.screens.replay.show import ShowScreen

MOST_TURNS = 1500


class Disk:
    """A disk that refuses while it is full."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full = False
        commit = Save.commit

        def refusing(save: Save, change: Change) -> None:
            if self.full:
                raise unwritable(save.path.name, "disk full")
            commit(save, change)

        monkeypatch.setattr(Save, "commit", refusing)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    """The disk of this test."""
    return Disk(monkeypatch)


def saved_sitting(phase: str, quarter: int = 1, seed: int = 5) -> Session:
    """A saved sitting of two people at a moment."""
    seats = [SeatSetup(seat, "person", seat) for seat in ("us", "mexico")]
    session = Session.start(first_light(), seats, seed, saves_dir())
    play_to(session, phase, quarter)
    session.flush()
    return session


def opened(app: App, session: Session) -> PlayScreen:
    """The table of a sitting above the menu, as in the game."""
    app.push(MenuScreen(app))
    return table(app, session)


def file_of(session: Session) -> Path:
    """The file of a sitting."""
    assert session.path is not None
    return session.path


def until(app: App, found: Callable[[], bool]) -> None:
    """Let time pass until something is so."""
    for _ in range(MOST_TURNS):
        if found():
            return
        app.turn((), STEP)
        pygame.time.wait(1)
    raise AssertionError(f"it never came to that: {app.screen}")


def shows(app: App, kind: type) -> Callable[[], bool]:
    """Whether a kind of screen is on top."""
    return lambda: isinstance(app.screen, kind)


def end_turn(app: App, screen: PlayScreen) -> None:
    """Choose something that passes the turn on, or at least is a choice."""
    legal = [one for one in screen.sitting.legal if one.verb != "withdraw"]
    ends = [one for one in legal if one.verb in ("done", "pass")]
    screen.commit((ends or legal)[0])
    app.turn((), STEP)


def play_till(app: App, screen: PlayScreen, found: Callable[[], bool]) -> None:
    """Let people pass until something is so; what comes between is left at once, but no FLOW."""
    for _ in range(MOST_TURNS):
        if found():
            return
        if app.screen is screen and screen.sitting.legal and not screen.course.is_busy:
            end_turn(app, screen)
        if isinstance(app.screen, (CurtainScreen, PrivateScreen)):
            press(app, pygame.K_RETURN)
        screen.sitting.session.flush()
        wait(app)
    raise AssertionError(f"it never came to that: {app.screen}")


def leave_flow(app: App) -> None:
    """Watch a FLOW to its end and go on."""
    press(app, pygame.K_s)
    press(app, pygame.K_RETURN)
    wait(app, 2)


def killed(app: App, session: Session) -> Path:
    """The file as a sudden end leaves it."""
    session.flush()
    path = file_of(session)
    copy = path.with_name(f"again-{path.name}")
    copy.write_bytes(path.read_bytes())
    while app.screen is not None:
        app.pop()
    path.unlink()
    return copy


# --- a disk that refuses


def test_a_choice_that_cannot_be_saved_is_told_and_tried_again(
    make_app: MakeApp, disk: Disk
) -> None:
    app = make_app()
    session = saved_sitting("strategic")
    screen = opened(app, session)
    settle(app)
    shown, text = screen.sitting.shown, screen.sitting.prompt.text
    disk.full = True
    end_turn(app, screen)
    until(app, shows(app, TroubleScreen))
    told = app.screen
    assert isinstance(told, TroubleScreen)
    trouble = told.trouble
    for part, said in zip(
        (trouble.what, trouble.why, trouble.now),
        ("cannot be saved", "disk full", "try again"),
        strict=True,
    ):
        assert said in part.text()
    press(app, pygame.K_RETURN)
    assert app.screen is told, "the disk is full still"
    assert screen.sitting.shown == shown, "nothing that is not safe is shown"
    disk.full = False
    press(app, pygame.K_RETURN)
    until(app, shows(app, PlayScreen))
    until(app, lambda: not screen.course.is_busy)
    wait(app, 2)
    assert screen.sitting.shown > shown
    assert screen.sitting.prompt.text != text
    assert len(Session.resume(killed(app, session)).game.journal) == len(session.game.journal)


def test_nothing_of_a_choice_that_is_not_safe_is_shown_when_the_table_looks_again(
    make_app: MakeApp, disk: Disk
) -> None:
    app = make_app()
    session = saved_sitting("operational")
    screen = opened(app, session)
    settle(app)
    lines, shown = [line.text for line in screen.sitting.lines], screen.sitting.shown
    disk.full = True
    end_turn(app, screen)
    screen.course.refresh()
    assert screen.sitting.shown == shown
    assert [line.text for line in screen.sitting.lines] == lines
    assert not screen.sitting.legal
    disk.full = False
    session.retry()
    until(app, lambda: not screen.course.is_busy and isinstance(app.screen, PlayScreen))
    assert screen.sitting.shown > shown


def test_a_setting_that_cannot_be_saved_is_told_too(make_app: MakeApp, disk: Disk) -> None:
    app = make_app()
    session = saved_sitting("strategic")
    screen = opened(app, session)
    settle(app)
    disk.full = True
    session.set_curtains(False)
    until(app, shows(app, TroubleScreen))
    disk.full = False
    press(app, pygame.K_RETURN)
    until(app, lambda: app.screen is screen)
    session.flush()
    assert read_header(file_of(session)).curtains is False


def test_a_file_that_was_moved_away_is_told_and_saved_once_it_is_back(make_app: MakeApp) -> None:
    app = make_app()
    session = saved_sitting("strategic")
    screen = opened(app, session)
    settle(app)
    path = file_of(session)
    away = path.rename(path.with_suffix(".away"))
    end_turn(app, screen)
    until(app, shows(app, TroubleScreen))
    away.rename(path)
    press(app, pygame.K_RETURN)
    until(app, lambda: app.screen is screen and not screen.course.is_busy)
    assert session.is_saved


def test_who_leaves_while_the_disk_refuses_comes_to_the_menu(make_app: MakeApp, disk: Disk) -> None:
    app = make_app()
    session = saved_sitting("strategic")
    screen = opened(app, session)
    settle(app)
    saved = len(session.game.journal)
    disk.full = True
    end_turn(app, screen)
    until(app, shows(app, TroubleScreen))
    press(app, pygame.K_TAB)
    press(app, pygame.K_RETURN)
    assert isinstance(app.screen, MenuScreen)
    disk.full = False
    again = Session.resume(file_of(session))
    assert len(again.game.journal) == saved
    again.close()


# --- opened again at what was not seen


def test_a_flow_that_was_not_watched_to_its_end_is_played_again(make_app: MakeApp) -> None:
    app = make_app((1280, 720))
    session = saved_sitting("tactical")
    screen = opened(app, session)
    play_till(app, screen, shows(app, FlowScreen))
    wait(app, 3)
    again = make_app((1280, 720))
    open_saved(again, killed(app, session))
    assert isinstance(again.screen, FlowScreen)


def test_a_flow_that_was_watched_is_not_played_again(make_app: MakeApp) -> None:
    app = make_app((1280, 720))
    session = saved_sitting("tactical")
    screen = opened(app, session)
    play_till(app, screen, shows(app, FlowScreen))
    leave_flow(app)
    assert isinstance(app.screen, (PlayScreen, AssessScreen))
    kind = type(app.screen)
    again = make_app((1280, 720))
    open_saved(again, killed(app, session))
    assert type(again.screen) is kind


def test_what_a_quarter_came_to_is_shown_until_it_was_left(make_app: MakeApp) -> None:
    app = make_app((1280, 720))
    session = saved_sitting("tactical")
    screen = opened(app, session)
    play_till(app, screen, shows(app, FlowScreen))
    leave_flow(app)
    play_till(app, screen, shows(app, AssessScreen))
    again = make_app((1280, 720))
    first = killed(app, session)
    open_saved(again, first)
    assert isinstance(again.screen, AssessScreen)
    press(again, pygame.K_RETURN)
    wait(again, 3)
    assert not isinstance(again.screen, AssessScreen)
    resumed = next(one for one in again.screens if isinstance(one, PlayScreen))
    last = make_app((1280, 720))
    open_saved(last, killed(again, resumed.sitting.session))
    assert not isinstance(last.screen, (FlowScreen, AssessScreen))


def finished_unseen(app: App) -> tuple[Session, PlayScreen]:
    """A sitting whose last choice has just been made: its last FLOW or review is to be watched."""
    session = saved_sitting("tactical", 4)
    screen = opened(app, session)
    play_till(app, screen, lambda: session.game.is_over or not isinstance(app.screen, PlayScreen))
    for _ in range(MOST_TURNS):
        if session.game.is_over:
            return session, screen
        leave_flow(app)
        play_till(
            app, screen, lambda: session.game.is_over or not isinstance(app.screen, PlayScreen)
        )
    raise AssertionError("the game never ended")


def test_an_ending_nobody_has_seen_is_offered_until_it_was_seen(make_app: MakeApp) -> None:
    app = make_app((1280, 720))
    session, _ = finished_unseen(app)
    assert not isinstance(app.screen, EndingScreen)
    path = killed(app, session)
    again = make_app((1280, 720))
    menu = MenuScreen(again)
    again.push(menu)
    settle(again)
    assert menu.latest is not None
    bar = next(one for one in menu.body.descendants() if isinstance(one, ResumeBar))
    button = bar.buttons.widgets[0]
    assert getattr(button, "label", "") == "See the ending"
    press(again, pygame.K_r)
    for _ in range(6):
        if isinstance(again.screen, EndingScreen):
            break
        leave_flow(again)
    assert isinstance(again.screen, EndingScreen)
    while again.screen is not menu:
        again.pop()
    assert not read_header(path).ending_due
    assert menu.latest is None
    assert Shelf(saves_dir()).latest() is None


# --- what is said of a sitting that goes on


def test_new_rules_are_told_once_the_table_is_seen(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app()
    path = killed(app, saved_sitting("strategic"))
    for module in ("game.play.session", "game.play.ledger"):
        monkeypatch.setattr(f"{module}.RULES_VERSION", "later")
    again = make_app()
    screen = table(again, Session.resume(path))
    to_the_table(again)
    wait(again, 2)
    assert any("new rules" in toast.text for toast in screen.form._toasts)
    screen.form.forget_notes()
    screen.course.refresh()
    wait(again, 2)
    assert not screen.form._toasts


def test_a_sitting_under_the_same_rules_says_nothing_of_them(make_app: MakeApp) -> None:
    app = make_app()
    path = killed(app, saved_sitting("strategic"))
    again = make_app()
    screen = table(again, Session.resume(path))
    to_the_table(again)
    wait(again, 2)
    assert not screen.form._toasts


def test_the_last_flow_can_be_watched_again(make_app: MakeApp) -> None:
    app = make_app()
    session = saved_sitting("operational", 2)
    screen = opened(app, session)
    settle(app)
    before = screen.sitting.shown
    press(app, pygame.K_v)
    assert isinstance(app.screen, FlowScreen)
    leave_flow(app)
    assert app.screen is screen
    screen.asking.open_menu()
    press(app, pygame.K_v)
    assert isinstance(app.screen, FlowScreen)
    leave_flow(app)
    assert app.screen is screen
    assert screen.sitting.shown == before


def test_without_a_flow_there_is_none_to_watch_again(make_app: MakeApp) -> None:
    app = make_app()
    screen = opened(app, saved_sitting("strategic"))
    settle(app)
    press(app, pygame.K_v)
    assert app.screen is screen
    assert any("No flow" in toast.text for toast in screen.form._toasts)


def test_a_sitting_in_use_can_be_watched(make_app: MakeApp) -> None:
    session = saved_sitting("strategic")
    app = make_app()
    app.push(MenuScreen(app))
    open_saved(app, file_of(session))
    assert isinstance(app.screen, TroubleScreen)
    press(app, pygame.K_w)
    assert isinstance(app.screen, ShowScreen)
    press(app, pygame.K_ESCAPE)
    assert isinstance(app.screen, MenuScreen)
    session.close()


def test_nothing_is_kept_of_a_table_that_was_left(make_app: MakeApp) -> None:
    app = make_app()
    gc.disable()
    try:
        left = weakref.ref(opened(app, saved_sitting("strategic")))
        settle(app)
        press(app, pygame.K_ESCAPE)
        table_left = left()
        assert table_left is not None
        table_left.leave()
        del table_left
        assert isinstance(app.screen, MenuScreen)
        wait(app)
        app._idle(1.0)
        assert left() is None
    finally:
        gc.enable()
