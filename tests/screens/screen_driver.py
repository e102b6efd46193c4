"""Driving real screens by events: keys, clicks, time; and sittings at a chosen moment."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pygame

from game.content.campaign import Campaign
from game.content.loader import load_campaign
from game.model.dice import below
from game.play.form import SeatSetup
from game.play.session import Session
from game.resources import campaigns_dir
from game.ui.app import App
from game.ui.present.breaks import breaks
from game.ui.present.sight import redacted
from game.ui.screens.flow.screen import FlowScreen
from game.ui.screens.play.screen import PlayScreen

MakeApp = Callable[..., App]
STEP = 0.05
_LONGEST = 2000
_SEEDS = 12


@cache
def first_light() -> Campaign:
    """The tutorial campaign, read once."""
    return load_campaign(campaigns_dir() / "first-light")


@cache
def with_reviews(*quarters: int) -> Campaign:
    """The tutorial campaign with a REVIEW at the end of some quarters."""
    campaign = first_light()
    return replace(campaign, frame=campaign.frame.model_copy(update={"reviews": quarters}))


@cache
def with_reactions(*, swap: bool = False) -> Campaign:
    """The tutorial campaign with standing reactions, perhaps with cards changed in SITUATION."""
    campaign = first_light()
    rules = campaign.frame.rules.model_copy(update={"reactions": True, "swap": swap})
    return replace(campaign, frame=campaign.frame.model_copy(update={"rules": rules}))


def new_sitting(
    *people: str, seed: int = 3, text: int = 100, campaign: Campaign | None = None
) -> Session:
    """A sitting that is not saved; seats that the campaign gives to a bot are played by one."""
    seats = [SeatSetup(seat, "person", seat.title(), text_size=text) for seat in people]
    return Session.start(campaign or first_light(), seats, seed)


def play_to(session: Session, phase: str, quarter: int = 1, luck: int = 1) -> None:
    """Let bots and a small luck play until a person is asked in a phase."""
    for _ in range(_LONGEST):
        state = session.game.state
        if session.game.is_over:
            return
        asked = [seat for seat in session.game.to_move if session.seat(seat).is_person]
        if asked and (state.phase, state.quarter) == (phase, quarter) and not state.pending:
            return
        if session.step_bot() is None:
            legal = [one for one in session.game.legal_actions() if one.verb != "withdraw"]
            session.submit(legal[below(len(legal), luck, len(session.game.journal))])
    raise AssertionError(f"{phase} of quarter {quarter} never came")


def sitting_at(phase: str, quarter: int, *people: str, seed: int = 3, text: int = 100) -> Session:
    """A sitting at a moment that not every game has: the first of a few seeds that comes there."""
    for more in range(_SEEDS):
        session = new_sitting(*people, seed=seed + more, text=text)
        play_to(session, phase, quarter)
        state = session.game.state
        if not session.game.is_over and (state.phase, state.quarter) == (phase, quarter):
            return session
    raise AssertionError(f"no seed comes to {phase} of quarter {quarter}")


def press(app: App, key: int, mod: int = 0) -> None:
    """Press one key."""
    sign = chr(key) if 32 <= key < 127 and not mod else ""
    event = pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=sign, scancode=0)
    app.turn([event], STEP)


def click(app: App, at: tuple[int, int]) -> None:
    """Point somewhere and click there."""
    make = pygame.event.Event
    app.turn([make(pygame.MOUSEMOTION, pos=at, rel=(1, 1), buttons=(0, 0, 0))], STEP)
    app.turn([make(pygame.MOUSEBUTTONDOWN, pos=at, button=1)], STEP)
    app.turn([make(pygame.MOUSEBUTTONUP, pos=at, button=1)], STEP)


def wait(app: App, turns: int = 1, seconds: float = STEP) -> None:
    """Let time pass."""
    for _ in range(turns):
        app.turn((), seconds)


def settle(app: App) -> pygame.Surface:
    """Finish all work in the background, draw once more, and return the picture."""
    wait(app, 3, 0.0)
    screen = app.screen
    assert screen is not None
    while screen.idle(1000.0):
        pass
    screen.invalidate()
    app.turn((), 0.0)
    while screen.idle(1000.0):
        pass
    screen.invalidate()
    app.turn((), 0.0)
    return app.window.surface


def table(app: App, session: Session) -> PlayScreen:
    """Open the table of a sitting, with its timer standing still."""
    screen = PlayScreen(app, session)
    screen.timer.paused = True
    app.push(screen)
    return screen


def watch_flow(app: App, screen: PlayScreen) -> FlowScreen:
    """Watch the last FLOW, where the table does not show it by itself."""
    if isinstance(app.screen, FlowScreen):
        return app.screen
    session = screen.sitting.session
    journal = session.game.journal
    known = redacted(journal, session.hand_over.table)
    flows = [one for one in breaks(known, len(journal)) if one.kind == "flow"]
    film = FlowScreen(app, screen.sitting, screen.board, flows[-1])
    app.push(film)
    return film


def to_the_table(app: App) -> PlayScreen:
    """Leave whatever comes before the table goes on."""
    for _ in range(8):
        if isinstance(app.screen, PlayScreen):
            wait(app)
        if isinstance(app.screen, PlayScreen):
            return app.screen
        if isinstance(app.screen, FlowScreen):
            press(app, pygame.K_s)
        press(app, pygame.K_RETURN)
    raise AssertionError(f"the table is still behind {app.screen}")
