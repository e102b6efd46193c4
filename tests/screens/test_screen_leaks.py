"""No secrets on the screen: changing only what the viewers may not know changes nothing they see.

The same sitting is drawn twice, once with other secrets: pieces elsewhere, other money, hand and
plays, other dice to come. No pixel, log line, tooltip, inspector page, window title or file name
may differ.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest
from changed_secrets import with_other_secrets, with_same_secrets
from screen_driver import (
    MakeApp,
    click,
    first_light,
    new_sitting,
    play_to,
    press,
    settle,
    sitting_at,
    table,
    wait,
    watch_flow,
    with_reactions,
    with_reviews,
)

from game.model.ids import SeatMask, area_ref, piece_ref, route_ref
from game.model.state import EXPOSED
from game.play.form import SeatSetup
from game.play.session import Session
from game.play.shelf import Shelf
from game.rules.tables import FUSION
from game.ui.app import App
from game.ui.present.breaks import breaks
from game.ui.present.inspection import inspect_ref, inspect_track
from game.ui.present.sight import redacted
from game.ui.present.tracks import tracks_shown
from game.ui.screens.curtain import CurtainScreen
from game.ui.screens.flow.assess import AssessScreen
from game.ui.screens.play.screen import PlayScreen
from game.ui.screens.private import PrivateScreen
from game.ui.screens.review import ReviewScreen

Opened = Callable[[App, Session], None]


def open_table(app: App, session: Session) -> None:
    table(app, session)


def open_flow(app: App, session: Session) -> None:
    screen = table(app, session)
    watch_flow(app, screen)
    settle(app)
    press(app, pygame.K_s)
    wait(app, 12)


def open_assess(app: App, session: Session) -> None:
    """The sum of the last quarter."""
    screen = table(app, session)
    journal = session.game.journal
    known = redacted(journal, session.hand_over.table)
    stops = [one for one in breaks(known, len(journal)) if one.kind == "assess"]
    app.push(AssessScreen(app, screen.sitting, stops[-1]))
    settle(app)


def open_private(app: App, session: Session) -> None:
    """What a seat alone reads of the turn that it has just ended."""
    session.reveal(session.game.to_move[0])
    screen = table(app, session)
    screen.commit(next(one for one in screen.sitting.legal if one.verb == "relocate"))
    wait(app, 40)
    assert isinstance(app.screen, PrivateScreen)


def moments() -> Iterator[tuple[str, Session, Opened]]:
    """Sittings at moments at which somebody in the room has secrets."""
    people = ("us", "mexico", "cartel")
    for phase, quarter in (("strategic", 1), ("operational", 2), ("tactical", 2), ("assess", 3)):
        session = sitting_at(phase, quarter, *people, seed=5)
        session.hand_over.follow(session.game.to_move)
        yield f"table {phase}", session, open_table
    session = sitting_at("tactical", 3, "us", "mexico", seed=6)
    yield "coalition alone", session, open_table
    session = sitting_at("red-plan", 2, *people, seed=7)
    yield "curtain", session, open_table
    session = sitting_at("assess", 2, *people, seed=8)
    yield "flow", session, open_flow
    for quarter in (2, 3):
        session = sitting_at("strategic", quarter, *people, seed=8)
        yield f"sum of quarter {quarter - 1}", session, open_assess
    for seats in (people, people[:2]):
        session = new_sitting(*seats, seed=5, campaign=with_reactions())
        play_to(session, "tactical", 2)
        while session.game.tables.is_red(session.game.to_move[0]):
            session.submit(session.game.legal_actions()[-1])
        yield f"standing orders, {len(seats)} people", session, open_table
    yield "Fusion 0", without_fusion(), open_table
    session = sitting_at("tactical", 2, *people, seed=7)
    while not session.game.tables.is_red(session.game.to_move[0]):
        session.submit(session.game.legal_actions()[-1])
    session.reveal(session.game.to_move[0])
    yield "a turn told to its seat", session, open_private


def without_fusion() -> Session:
    """Both partners look, and one of them alone has found a piece."""
    session = sitting_at("operational", 2, "us", "mexico", seed=6)
    state, tables = session.game.state, session.game.tables
    state.tracks[FUSION] = 0
    cell = next(piece for piece in tables.red_pieces if state.piece_area[piece] >= 0)
    state.piece_marks[cell] |= EXPOSED
    state.piece_known[cell] = 1 << tables.nadc[0]
    return session


@pytest.mark.parametrize(
    ("name", "session", "opened"), list(moments()), ids=lambda value: str(value)[:24]
)
def test_other_secrets_change_nothing_on_the_screen(
    make_app: MakeApp, name: str, session: Session, opened: Opened
) -> None:
    app = make_app((1280, 720))
    shown = seen(app, with_same_secrets(session), opened)
    other = seen(app, with_other_secrets(session), opened)
    assert shown["words"] == other["words"]
    assert shown["titles"] == other["titles"]
    assert shown["picture"] == other["picture"], f"the picture of {name} gives something away"


def test_a_seat_with_the_laptop_sees_nothing_of_the_others(make_app: MakeApp) -> None:
    """Behind its curtain the network sees neither Rotating choices nor what comes next."""
    session = sitting_at("red-plan", 2, "us", "mexico", "cartel", seed=9)
    cartel = session.campaign.seat_ix["cartel"]
    session.reveal(session.game.to_move[0])
    assert session.audience() == 1 << cartel
    same, other = with_same_secrets(session), with_other_secrets(session)
    for one in (same, other):
        one.reveal(one.game.to_move[0])
    app = make_app((1280, 720))
    assert seen(app, same, open_table) == seen(app, other, open_table)


def test_the_curtain_is_made_of_nothing_but_names(make_app: MakeApp) -> None:
    """The same curtain falls whatever the sitting holds, and the board stays undrawn."""
    session = new_sitting("us", "mexico", "cartel", seed=7)
    app = make_app((1280, 720))
    screen = table(app, session)
    assert isinstance(app.screen, CurtainScreen)
    assert not any(piece.seat == 2 for piece in screen.sitting.sight.view.pieces)
    assert screen.sitting.legal == ()
    first = pygame.image.tobytes(settle(app), "RGB")
    app.pop_to_root()
    app.pop()
    later = with_other_secrets(session)
    table(app, later)
    assert pygame.image.tobytes(settle(app), "RGB") == first


def test_what_a_seat_looked_at_is_gone_when_it_hands_over(make_app: MakeApp) -> None:
    """Notes, tooltips, the camera, layers and drawers of a hidden seat are its own."""
    app = make_app((1280, 720))
    pictures = []
    for meddles in (False, True):
        session = sitting_at("red-plan", 2, "us", "mexico", "cartel", seed=7)
        screen = table(app, session)
        press(app, pygame.K_RETURN)
        settle(app)
        cartel = session.campaign.seat_ix["cartel"]
        assert app.screen is screen and screen.sitting.viewer == cartel
        if meddles:
            meddle(app, screen)
        assert bool(screen.form.has_notes) is meddles
        press(app, pygame.K_e)
        while app.screen is not screen or screen.sitting.sight.mask == 1 << cartel:
            wait(app, 4)
            if app.screen is not screen:
                press(app, pygame.K_RETURN)
            elif screen.sitting.deciders:
                screen.commit(screen.sitting.legal[0])
        assert app.screen is screen and not screen.form.has_notes
        pictures.append(pygame.image.tobytes(settle(app), "RGB"))
        app.pop()
    assert pictures[0] == pictures[1]


def meddle(app: App, screen: PlayScreen) -> None:
    """Look around as a hidden seat: another layer, nearer, at a piece, and at what is refused."""
    press(app, pygame.K_y)
    lab = next(iter(screen.sitting.sight.pieces))
    screen.pointing.place(piece_ref(lab))
    screen.board.zoom_to([f"piece-{lab}"], at_once=True)
    click(app, screen.board.rect.center)
    screen.show_inspector()
    settle(app)
    screen.form.say("Needs 3 Cash, you have 2.", "lock")


def test_a_leak_would_be_seen(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the truth on the screen, other secrets do change the picture and the words."""
    session = sitting_at("operational", 2, "us", "mexico", "cartel", seed=5)
    other = with_other_secrets(session)
    monkeypatch.setattr(Session, "audience", lambda self: SeatMask(0))
    app = make_app((1280, 720))
    shown = seen(app, with_same_secrets(session), open_table)
    changed = seen(app, other, open_table)
    assert shown["picture"] != changed["picture"]
    assert shown["words"] != changed["words"]


def test_a_saved_sitting_tells_nothing_by_its_name(tmp_path: Path) -> None:
    """Neither the file, nor its name in the list, nor what the list says of it."""
    told = []
    for seed in (5, 6):
        folder = tmp_path / str(seed)
        folder.mkdir()
        seats = [SeatSetup(seat.id, "person") for seat in first_light().seats]
        session = Session.start(first_light(), seats, seed, folder)
        red = session.game.to_move[0]
        legal = session.game.legal_actions(red)
        plans = [one for one in legal if one.verb in ("plan", "spread")]
        if seed == 6:
            session.choose(plans[0])
        session.choose(next(one for one in legal if one.verb == "done"))
        session.choose(session.game.legal_actions(red)[-1 if seed == 6 else 0])
        session.close()
        files = [path.name for path in sorted(folder.rglob("*"))]
        listed = [one.header for one in Shelf(folder).sittings() if one.header is not None]
        texts = [(one.name, f"{one.quarter} {one.phase}") for one in listed]
        # only the hour at which it began may differ
        told.append([re.sub(r"\d", "0", name) for name in (*files, *sum(texts, ()))])
    assert told[0] == told[1]
    assert any(name.endswith(".nadc") for name in told[0])


def test_a_review_tells_margins_and_nothing_that_they_are_not_made_of(make_app: MakeApp) -> None:
    """The network's places, plays and hand stay hidden; its margin itself is told to all."""
    people = ("us", "mexico", "cartel")
    session = new_sitting(*people, seed=5, campaign=with_reviews(2))
    play_to(session, "strategic", 3)
    app = make_app((1280, 720))
    same = seen(app, with_same_secrets(session), open_review)
    assert same == seen(app, with_other_secrets(session, margins=False), open_review)


def open_review(app: App, session: Session) -> None:
    """The margins of the last REVIEW, over a table of everybody."""
    screen = table(app, session)
    journal = session.game.journal
    known = redacted(journal, session.hand_over.table)
    stops = [one for one in breaks(known, len(journal)) if one.kind == "review"]
    app.push(ReviewScreen(app, screen.sitting, stops[-1]))


def test_the_first_picture_after_a_hand_over_shows_nothing_of_the_seat_before(
    make_app: MakeApp,
) -> None:
    """Not even for the moment in which the map of the others is still being made."""
    pictures = []
    session = sitting_at("red-plan", 2, "us", "mexico", "cartel", seed=7)
    same, other = with_same_secrets(session), with_same_secrets(session)
    state = other.game.state
    for piece in other.game.tables.red_pieces:
        if state.piece_area[piece] >= 0 and not state.piece_marks[piece] & EXPOSED:
            state.piece_area[piece] = 3 * piece % len(session.campaign.areas)
    for one in (same, other):
        app = make_app((1280, 720))
        screen = table(app, one)
        press(app, pygame.K_RETURN)
        settle(app)
        own = pygame.image.tobytes(app.window.surface, "RGB")
        cartel = one.campaign.seat_ix["cartel"]
        assert screen.sitting.sight.mask == 1 << cartel
        press(app, pygame.K_e)
        while app.screen is not screen or screen.sitting.sight.mask == 1 << cartel:
            if app.screen is not screen:
                press(app, pygame.K_RETURN)
            elif screen.sitting.deciders and not screen.course.is_busy:
                screen.commit(screen.sitting.legal[0])
            else:
                app.turn((), 0.0)
        screen.invalidate()
        app.turn((), 0.0)
        pictures.append((own, pygame.image.tobytes(app.window.surface, "RGB")))
        app.pop()
    assert pictures[0][0] != pictures[1][0], "the seat itself sees its other pieces"
    assert pictures[0][1] == pictures[1][1]


def seen(app: App, session: Session, opened: Opened) -> dict[str, object]:
    """Everything that people in front of the screen can see, hear of or point at."""
    opened(app, session)
    picture = pygame.image.tobytes(settle(app), "RGB")
    titles = [screen.title for screen in app.screens]
    words = list(words_on(app))
    while app.screen is not None:
        app.screens[-1].on_pop = lambda: None  # type: ignore[method-assign]
        app.pop()
    return {"picture": picture, "titles": titles, "words": words}


def words_on(app: App) -> Iterator[object]:
    """Log lines, tooltips of every control, and the inspector's page of everything."""
    for screen in app.screens:
        form = getattr(screen, "form", None)
        if form is not None:
            yield [(type(one).__name__, one.name, one.hint) for one in form.root.descendants()]
        if isinstance(screen, PlayScreen):
            sitting = screen.sitting
            yield [(line.text, line.heading, line.links) for line in sitting.lines]
            yield from pages(screen)
            yield [sitting.odds(action) for action in sitting.legal]
            yield sitting.undo_reason()


def pages(screen: PlayScreen) -> Iterator[object]:
    """The inspector's page of every place, piece and track."""
    sight = screen.sitting.sight
    for ix in range(len(sight.campaign.areas)):
        yield inspect_ref(sight, area_ref(ix))
    for ix in range(len(sight.campaign.routes)):
        yield inspect_ref(sight, route_ref(ix))
    for piece in sorted(sight.pieces):
        yield inspect_ref(sight, piece_ref(piece))
    for name in tracks_shown(sight):
        yield inspect_track(sight, name)
