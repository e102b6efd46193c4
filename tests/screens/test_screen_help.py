"""F1 on every screen of a sitting: the rulebook at that screen's own phase, and back again."""

from collections.abc import Callable

import pygame
import pytest
from screen_driver import (
    MakeApp,
    new_sitting,
    play_to,
    press,
    settle,
    sitting_at,
    table,
    wait,
    watch_flow,
    with_reviews,
)

from game.play.session import Session
from game.ui.app import App
from game.ui.help import HelpScreen
from game.ui.present.breaks import breaks
from game.ui.present.sight import redacted
from game.ui.screens.curtain import CurtainScreen
from game.ui.screens.ending.screen import EndingScreen
from game.ui.screens.flow.assess import AssessScreen
from game.ui.screens.private import PrivateScreen
from game.ui.screens.review import ReviewScreen
from game.ui.screens.sitting import Sitting

EVERYBODY = ("us", "mexico", "cartel")


def stop_of(session: Session, kind: str) -> object:
    """The last break of a kind."""
    journal = session.game.journal
    known = redacted(journal, session.hand_over.table)
    return [one for one in breaks(known, len(journal)) if one.kind == kind][-1]


def flow(app: App) -> None:
    watch_flow(app, table(app, sitting_at("assess", 2, "us", "mexico", seed=8)))


def assess(app: App) -> None:
    session = sitting_at("strategic", 2, "us", "mexico", seed=8)
    app.push(AssessScreen(app, table(app, session).sitting, stop_of(session, "assess")))


def review(app: App) -> None:
    session = new_sitting("us", "mexico", seed=5, campaign=with_reviews(1))
    play_to(session, "strategic", 2)
    app.push(ReviewScreen(app, table(app, session).sitting, stop_of(session, "review")))


def curtain(app: App) -> None:
    table(app, new_sitting(*EVERYBODY))
    assert isinstance(app.screen, CurtainScreen)


def private(app: App) -> None:
    """What the network alone reads of its tactical turn."""
    session = sitting_at("tactical", 2, *EVERYBODY, seed=7)
    while not session.game.tables.is_red(session.game.to_move[0]):
        session.submit(session.game.legal_actions()[-1])
    session.reveal(session.game.to_move[0])
    screen = table(app, session)
    screen.commit(next(one for one in screen.sitting.legal if one.verb == "relocate"))
    wait(app, 40)
    assert isinstance(app.screen, PrivateScreen)


def ending(app: App) -> None:
    session = new_sitting("us", "mexico")
    play_to(session, "never", 9)
    app.push(EndingScreen(app, Sitting(session)))


@pytest.mark.parametrize(
    ("opened", "chapter"),
    [
        (flow, "flow"),
        (assess, "assess"),
        (review, "review"),
        (private, "tactical"),
        (ending, "margins"),
        (curtain, "what"),
    ],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_f1_opens_the_rulebook_at_the_screen_s_phase(
    make_app: MakeApp, opened: Callable[[App], None], chapter: str
) -> None:
    app = make_app((1280, 720))
    opened(app)
    settle(app)
    below = app.screen
    press(app, pygame.K_F1)
    assert isinstance(app.screen, HelpScreen)
    assert app.screen.chapter == chapter
    press(app, pygame.K_ESCAPE)
    wait(app)
    assert app.screen is below


def test_f1_keeps_units_where_they_are(make_app: MakeApp) -> None:
    """The rulebook is no other key that skips the flow."""
    app = make_app((1280, 720))
    flow(app)
    wait(app, 2)
    before = app.screen
    press(app, pygame.K_F1)
    press(app, pygame.K_ESCAPE)
    assert app.screen is before
    assert not before.playback.is_over  # type: ignore[union-attr]
