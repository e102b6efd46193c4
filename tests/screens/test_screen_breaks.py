"""FLOW, ASSESS and REVIEW are watched before anything that follows them shows anywhere."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from screen_driver import (
    MakeApp,
    first_light,
    new_sitting,
    play_to,
    press,
    settle,
    sitting_at,
    table,
    wait,
    with_reviews,
)

from game.content.schema.words import TRACKS
from game.model.events import FlowBegan, PhaseBegan
from game.play.form import SeatSetup
from game.play.session import Session
from game.resources import saves_dir
from game.ui.app import App
from game.ui.present.breaks import breaks, last_choice, next_break
from game.ui.present.sight import redacted
from game.ui.screens.curtain import CurtainScreen
from game.ui.screens.ending.screen import EndingScreen
from game.ui.screens.flow.assess import AssessScreen
from game.ui.screens.flow.screen import FlowScreen
from game.ui.screens.play.screen import PlayScreen
from game.ui.screens.private import PrivateScreen
from game.ui.screens.review import ReviewScreen

PEOPLE = ("us", "mexico")
MOST_TURNS = 900


def flow_place(session: Session) -> int:
    """Where the last FLOW began in the journal."""
    journal = session.game.journal
    return max(at for at, event in enumerate(journal) if isinstance(event, FlowBegan))


def decide(screen: PlayScreen) -> None:
    """Take what is legal now: a Test, so that dice fall; else the end of a turn, where one may."""
    legal = [one for one in screen.sitting.legal if one.verb != "withdraw"]
    tests = [one for one in legal if one.verb == "surveil"]
    ends = [one for one in legal if one.verb in ("done", "pass")]
    screen.commit((tests or ends or legal)[0])


def frames(app: App, screen: PlayScreen, until: Callable[[], bool]) -> Iterator[str]:
    """The name of the screen of every frame, while people decide, until something is so."""
    for _ in range(MOST_TURNS):
        yield type(app.screen).__name__
        if until():
            return
        if app.screen is screen and screen.sitting.legal and not screen.dicing:
            decide(screen)
        if screen.course.is_busy:
            screen.sitting.session.flush()
        if isinstance(app.screen, (CurtainScreen, PrivateScreen)):
            press(app, pygame.K_RETURN)
        wait(app)
    raise AssertionError(f"it never came to that: {type(app.screen).__name__} still shows")


def shown(screen: PlayScreen) -> tuple[int, str, tuple[str, ...], tuple[int, ...]]:
    """What the table shows: quarter, phase, the log, and the tracks."""
    view = screen.sitting.sight.view
    log = tuple(entry.line.text for entry in screen.parts.column.log_list.entries)
    tracks = tuple(widget.cell.value for widget in screen.parts.tracks.tracks)
    return view.quarter, view.phase, log, tracks


def to_flow(app: App, screen: PlayScreen) -> list[tuple[int, str, tuple[str, ...]]]:
    """Play to the FLOW screen; what every frame of the table showed once FLOW had been played."""
    session, seen = screen.sitting.session, []
    quarter = session.game.state.quarter
    for name in frames(app, screen, lambda: isinstance(app.screen, FlowScreen)):
        state = session.game.state
        if name == "PlayScreen" and (state.quarter, state.phase) != (quarter, "tactical"):
            now = shown(screen)
            seen.append(now[:3])
            assert now[0] == quarter
            assert not any("Harm" in line and "flow" in line for line in now[2])
    return seen


@pytest.mark.parametrize("reduced", [False, True])
@pytest.mark.parametrize("people", [("us", "mexico"), ("us", "mexico", "cartel"), ("us",)])
def test_the_table_shows_nothing_of_a_flow_before_it_was_watched(
    make_app: MakeApp, people: tuple[str, ...], reduced: bool
) -> None:
    app = make_app((1280, 720))
    app.settings = replace(app.settings, reduced_motion=reduced)
    session = sitting_at("tactical", 1, *people, seed=5)
    screen = table(app, session)
    settle(app)
    seen = to_flow(app, screen)
    place = flow_place(session)
    assert seen, "the table never drew a frame after the last action"
    assert all(quarter == 1 and phase in ("tactical", "flow") for quarter, phase, _ in seen)
    assert screen.sitting.shown == place
    assert max(at for at, _ in screen.sitting.sight.events) < place
    assert not screen.sitting.legal and screen.sitting.prompt.text
    coming = screen.guiding._guide.coming
    assert coming is None or (coming.quarter, coming.phase) == (1, "flow")
    then = session.game_at(place).state
    values = {widget.cell.id: widget.cell.value for widget in screen.parts.tracks.tracks}
    assert values == {name: then.tracks[TRACKS.index(name)] for name in values}
    assert (session.game.state.quarter, session.game.state.phase) != (1, "flow")


def test_flow_then_assess_then_the_new_quarter(make_app: MakeApp) -> None:
    app = make_app()
    session = sitting_at("tactical", 1, *PEOPLE, seed=5)
    screen = table(app, session)
    to_flow(app, screen)
    film = app.screen
    assert isinstance(film, FlowScreen)
    press(app, pygame.K_s)
    assert film.playback.is_over
    press(app, pygame.K_RETURN)
    quarters = []
    for _ in frames(app, screen, lambda: isinstance(app.screen, AssessScreen)):
        quarters.append(screen.sitting.sight.view.quarter)
    assert set(quarters) == {1}
    press(app, pygame.K_RETURN)
    wait(app, 2)
    assert app.screen is screen
    assert screen.sitting.sight.view.quarter == 2
    assert not screen.sitting.is_held


def test_the_map_under_a_flow_tells_nothing_of_its_end(make_app: MakeApp) -> None:
    app = make_app()
    session = sitting_at("tactical", 2, *PEOPLE, seed=5)
    screen = table(app, session)
    to_flow(app, screen)
    film = app.screen
    assert isinstance(film, FlowScreen)
    assert not film.playback.is_over
    assert max(at for at, _ in film.run.sight.events) < flow_place(session)
    assert film.run.tally.notes == ()
    assert film.run.tally.count.delivered == 0
    press(app, pygame.K_s)
    assert max(at for at, _ in film.run.sight.events) > flow_place(session)
    assert film.run.tally.notes


def test_a_sitting_closed_before_its_flow_was_watched_begins_with_it(make_app: MakeApp) -> None:
    saves = saves_dir()
    seats = [SeatSetup(seat, "person", seat) for seat in PEOPLE]
    session = Session.start(first_light(), seats, 5, saves)
    play_to(session, "tactical", 1)
    path = session.path
    app = make_app((1280, 720))
    screen = table(app, session)
    to_flow(app, screen)
    app.pop_to_root()
    app.pop()
    assert path is not None
    again = make_app((1280, 720))
    resumed = table(again, Session.resume(path))
    assert isinstance(again.screen, FlowScreen)
    assert resumed.sitting.sight.view.quarter == 1
    assert resumed.sitting.shown == flow_place(resumed.sitting.session)


def test_what_was_chosen_since_is_not_watched_again(make_app: MakeApp) -> None:
    session = sitting_at("strategic", 2, *PEOPLE, seed=5)
    app = make_app((1280, 720))
    screen = table(app, session)
    assert app.screen is screen
    assert screen.course.stop is None


def test_undo_and_redo_across_a_flow_are_refused_while_it_waits(make_app: MakeApp) -> None:
    app = make_app((1280, 720))
    session = sitting_at("tactical", 1, *PEOPLE, seed=5)
    screen = table(app, session)
    for name in frames(app, screen, lambda: screen.course.stop is not None):
        assert name == "PlayScreen"
    length = len(session.game.journal)
    screen.undo()
    assert not screen.course.redo()
    assert len(session.game.journal) == length
    assert screen.sitting.undo_reason()


def test_the_network_s_curtain_comes_after_flow_and_assess(make_app: MakeApp) -> None:
    app = make_app((1280, 720))
    session = sitting_at("tactical", 1, "us", "mexico", "cartel", seed=5)
    screen = table(app, session)
    order: list[str] = []
    for name in frames(app, screen, lambda: screen.sitting.sight.view.quarter == 2):
        if not order or order[-1] != name:
            order.append(name)
        if isinstance(app.screen, (FlowScreen, AssessScreen)):
            film = app.screen
            seats = film._sight.mask
            assert seats == session.hand_over.table
            press(app, pygame.K_s)
            press(app, pygame.K_RETURN)
    assert order.index("FlowScreen") < order.index("AssessScreen")


def network_after_a_flow(seed: int) -> Path | None:
    """The file of a game in which a network that plays alone decides just after a FLOW."""
    seats = [SeatSetup("us", "random"), SeatSetup("mexico", "random"), SeatSetup("cartel")]
    session = Session.start(first_light(), seats, seed, saves_dir())
    cartel = session.campaign.seat_ix["cartel"]
    while not session.game.is_over:
        journal = session.game.journal
        if cartel in session.game.to_move and next_break(
            redacted(journal, session.hand_over.table), len(journal), last_choice(journal)
        ):
            session.close()
            return session.path
        if session.step_bot() is None:
            session.submit(session.game.legal_actions()[-1])
    session.close()
    return None


def test_a_network_that_plays_alone_lifts_its_curtain_first(
    make_app: MakeApp,
) -> None:
    """Whoever opens the laptop again must not see a lone seat's FLOW."""
    path = next(filter(None, (network_after_a_flow(seed) for seed in range(20))))
    resumed = Session.resume(path)
    assert resumed.needs_curtain() is not None
    app = make_app((1280, 720))
    screen = table(app, resumed)
    assert isinstance(app.screen, CurtainScreen)
    assert screen.course.stop is not None and screen.course.stop.kind == "flow"
    press(app, pygame.K_RETURN)
    wait(app)
    assert isinstance(app.screen, FlowScreen)


def test_the_review_comes_last_and_then_the_table(make_app: MakeApp) -> None:
    app = make_app((1280, 720))
    session = new_sitting(*PEOPLE, seed=5, campaign=with_reviews(2))
    play_to(session, "tactical", 2)
    screen = table(app, session)
    order: list[str] = []
    for name in frames(app, screen, lambda: screen.sitting.sight.view.quarter == 3):
        if not order or order[-1] != name:
            order.append(name)
        if isinstance(app.screen, (FlowScreen, AssessScreen, ReviewScreen)):
            press(app, pygame.K_s)
            press(app, pygame.K_RETURN)
    assert [name for name in order if name != "PlayScreen"] == [
        "FlowScreen",
        "AssessScreen",
        "ReviewScreen",
    ]


def test_the_last_quarter_is_assessed_before_the_ending(make_app: MakeApp) -> None:
    app = make_app((1280, 720))
    session = sitting_at("tactical", 4, *PEOPLE, seed=5)
    screen = table(app, session)
    order: list[str] = []
    for name in frames(app, screen, lambda: isinstance(app.screen, EndingScreen)):
        if not order or order[-1] != name:
            order.append(name)
        if isinstance(app.screen, (FlowScreen, AssessScreen)):
            press(app, pygame.K_s)
            press(app, pygame.K_RETURN)
    assert [name for name in order if name != "PlayScreen"] == ["FlowScreen", "AssessScreen"]


def test_every_quarter_has_its_breaks_in_order() -> None:
    session = new_sitting(*PEOPLE, seed=5)
    play_to(session, "never", 9)
    journal = session.game.journal
    found = list(breaks(redacted(journal, session.hand_over.table), len(journal)))
    kinds = [one.kind for one in found if one.kind != "review"]
    assert kinds == ["flow", "assess"] * session.campaign.frame.quarters
    assert [one.place for one in found] == sorted(one.place for one in found)
    for one in found:
        event = journal[one.place]
        assert isinstance(event, FlowBegan if one.kind == "flow" else PhaseBegan)


def test_what_a_seat_alone_reads_before_a_flow_tells_nothing_of_it(make_app: MakeApp) -> None:
    """A seat that decides behind its curtain, and is the last to act before loads move."""
    app = make_app((1280, 720))
    session = sitting_at("tactical", 1, *PEOPLE, seed=5)
    screen = table(app, session)
    told: list[int] = []
    for name in frames(app, screen, lambda: isinstance(app.screen, FlowScreen)):
        if name == "PrivateScreen" and isinstance(app.screen, PrivateScreen):
            told += [at for line in app.screen._lines for at in line.events]
        alone = session.audience() != session.hand_over.table
        if app.screen is screen and screen.sitting.deciders and not alone:
            session.ask_curtain(screen.sitting.deciders[0])
            screen.course.refresh()
            wait(app)
    place = flow_place(session)
    assert all(at < place for at in told)
    assert screen.sitting.shown == place
    assert all(at < place for line in screen.sitting.lines for at in line.events)
