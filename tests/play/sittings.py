"""Sittings of First Light for tests, played by a small luck of their own."""

from functools import cache
from pathlib import Path

from game.content.campaign import Campaign
from game.content.loader import load_campaign
from game.model.actions import Action
from game.model.dice import below
from game.play.form import SeatSetup
from game.play.session import Session
from game.resources import campaigns_dir


@cache
def first_light() -> Campaign:
    """The tutorial campaign, read once."""
    return load_campaign(campaigns_dir() / "first-light")


def sitting(folder: Path | None = None, seed: int = 1, pin: str = "", **players: str) -> Session:
    """A new sitting; `us`, `mexico` and `cartel` are persons unless said otherwise."""
    chosen = {"us": "person", "mexico": "person", "cartel": "person", **players}
    seats = [SeatSetup(seat, player) for seat, player in chosen.items()]
    return Session.start(first_light(), seats, seed, folder, pin)


def pick(session: Session, luck: int) -> Action:
    """A legal action, drawn; proposals are not taken back, so that play goes on."""
    legal = [one for one in session.game.legal_actions() if one.verb != "withdraw"]
    return legal[below(len(legal), luck, len(session.game.journal))]


def play_on(session: Session, decisions: int, luck: int = 1) -> int:
    """Let persons decide at random and bots play, at most so often; returns how often."""
    for count in range(decisions):
        if session.game.is_over:
            return count
        if session.step_bot() is None:
            session.submit(pick(session, luck))
    return decisions


def play_until(session: Session, phase: str, quarter: int = 1) -> None:
    """Play on to the first decision of a phase, and until all of it is on the disk."""
    for _ in range(2000):
        state = session.game.state
        if state.phase == phase and state.quarter == quarter:
            session.flush()
            return
        play_on(session, 1)
    raise AssertionError(f"never came to {phase} in quarter {quarter}")
