"""Open the table of a sitting in its second quarter and time its frames; prints JSON.

Run as a process of its own: `table_frames.py WIDTH HEIGHT`. Times are milliseconds of the
processor, so that what else runs on the computer does not count.
"""

import json
import resource
import sys
from pathlib import Path
from statistics import median, quantiles
from time import process_time

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


def frames(app, act):
    """Milliseconds of turns of the loop, each after something has happened."""
    found = []
    for count in range(FRAMES):
        events = act(count)
        start = process_time()
        app.turn(events, 1 / 60)
        found.append(1000 * (process_time() - start))
    return found


def flips(app):
    """Milliseconds of showing a finished picture."""
    found = []
    for _ in range(FRAMES):
        start = process_time()
        app.window.show()
        found.append(1000 * (process_time() - start))
    return found


def acts(screen):
    """What may happen between two frames, by name: the events that it makes.

    "whole" draws everything, "pointer" goes all over the map, "controls" over everything else.
    """
    board, window = screen.places.board, screen.rect
    make = pygame.event.Event

    def whole(count):
        screen.invalidate()
        return ()

    def moved(room, count, across, down):
        spot = (room.x + count * across % room.width, room.y + count * down % room.height)
        return make(pygame.MOUSEMOTION, pos=spot, rel=(3, 2), buttons=(0, 0, 0))

    def pointer(count):
        return (moved(board, count, 37, 23),)

    def controls(count):
        below = pygame.Rect(window.x, board.bottom, board.width, window.bottom - board.bottom)
        beside = pygame.Rect(board.right, board.y, window.right - board.right, board.height)
        above = pygame.Rect(window.x, window.y, window.width, board.y)
        return (moved((below, beside, above)[count // 20 % 3], count, 29, 11),)

    def zoom(count):
        there = make(pygame.MOUSEMOTION, pos=board.center, rel=(3, 2), buttons=(0, 0, 0))
        turn = make(pygame.MOUSEWHEEL, x=0, y=1 if count // 4 % 2 else -1, flipped=False)
        return (there, turn)

    def pan(count):
        at = (board.centerx + count % 60, board.centery)
        drag = make(pygame.MOUSEMOTION, pos=at, rel=(1, 0), buttons=(0, 0, 1))
        press = make(pygame.MOUSEBUTTONDOWN, button=3, pos=board.center)
        return (press, drag) if count == 0 else (drag,)

    return {"whole": whole, "pointer": pointer, "controls": controls, "zoom": zoom, "pan": pan}


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
        found = frames(app, act)
        figures[f"{name}_ms"] = round(median(found), 2)
        figures[f"{name}_99th_ms"] = round(quantiles(found, n=100)[-1], 2)
        settle(app, screen)
    figures["flip_ms"] = round(median(flips(app)), 2)
    figures["resident_mb"] = round(resident_mb())
    figures["peak_mb"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    print(json.dumps(figures))


main()
