"""Open the table of a sitting in its second quarter and time its frames; prints JSON.

Run as a process of its own: `table_frames.py WIDTH HEIGHT`. Times are milliseconds.
"""

import json
import resource
import sys
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

import pygame

from game.content.loader import load_campaign
from game.play.form import SeatSetup
from game.play.session import Session
from game.resources import campaigns_dir
from game.ui.run import make_app
from game.ui.screens.play.screen import PlayScreen

FRAMES = 120
IDLE_MS = 6.0


def opened(app):
    """A sitting of two people, played by bots to the operational phase of quarter 2."""
    campaign = load_campaign(campaigns_dir() / "first-light")
    bots = [SeatSetup(spec.id, spec.bot or "random") for spec in campaign.seats]
    session = Session.start(campaign, bots, 7)
    while (session.game.state.quarter, session.game.state.phase) != (2, "operational"):
        session.step_bot()
    for seat in ("us", "mexico"):
        session.change_seat(SeatSetup(seat, "person"))
    screen = PlayScreen(app, session)
    app.push(screen)
    return screen


def settle(app, screen):
    """Let everything that moves come to rest, and idle until nothing is left to do."""
    for _ in range(240):
        app.turn((), 1 / 60)
    while screen.idle(IDLE_MS):
        pass
    app.turn((), 1 / 60)


def frames(app, screen, act):
    """Milliseconds of frames, each after something has happened, without the flip."""
    found = []
    for count in range(FRAMES):
        start = perf_counter()
        act(count)
        screen.invalidate()
        screen.update(1 / 60)
        screen.draw(app.window.surface)
        found.append(1000 * (perf_counter() - start))
    return found


def flips(app):
    """Milliseconds of showing a finished picture."""
    found = []
    for _ in range(FRAMES):
        start = perf_counter()
        app.window.show()
        found.append(1000 * (perf_counter() - start))
    return found


def acts(screen):
    """What may happen between two frames, by name."""
    board = screen.places.board

    def spot(count):
        along = (count * 37 % board.width, count * 23 % board.height)
        return (board.x + along[0], board.y + along[1])

    def send(kind, **words):
        screen.handle(pygame.event.Event(kind, **words))

    def point(count):
        send(pygame.MOUSEMOTION, pos=spot(count), rel=(3, 2), buttons=(0, 0, 0))

    def zoom(count):
        send(pygame.MOUSEWHEEL, x=0, y=1 if count // 4 % 2 else -1, flipped=False)

    def pan(count):
        if count == 0:
            send(pygame.MOUSEBUTTONDOWN, button=3, pos=board.center)
        at = (board.centerx + count % 60, board.centery)
        send(pygame.MOUSEMOTION, pos=at, rel=(1, 0), buttons=(0, 0, 1))

    return {"still": lambda count: None, "pointer": point, "zoom": zoom, "pan": pan}


def resident_mb():
    """Resident memory now, in megabytes."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * resource.getpagesize() / 2**20


def main():
    """Time frames of every kind and print what was found."""
    app = make_app((int(sys.argv[1]), int(sys.argv[2])), catch=False)
    screen = opened(app)
    settle(app, screen)
    figures = {}
    for name, act in acts(screen).items():
        found = frames(app, screen, act)
        figures[f"{name}_ms"] = round(median(found), 2)
        figures[f"{name}_99th_ms"] = round(quantiles(found, n=100)[-1], 2)
        settle(app, screen)
    figures["flip_ms"] = round(median(flips(app)), 2)
    figures["resident_mb"] = round(resident_mb())
    figures["peak_mb"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    print(json.dumps(figures))


main()
