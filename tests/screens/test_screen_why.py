"""Every number on the table answers "why?", by the pointer and by keys alone."""

import pygame
import pytest
from screen_driver import MakeApp, click, first_light, press, settle, table

from game.model.events import GovChanged, HeatChanged, MoneyChanged, TrackChanged, WatchChanged
from game.model.ids import area_ref, piece_ref, route_ref
from game.play.form import SeatSetup
from game.play.session import Session
from game.ui.app import App
from game.ui.present.inspection import Inspection, inspect_ref
from game.ui.present.subjects import Subject
from game.ui.screens.play.inspector import RowView
from game.ui.screens.play.looking import Look
from game.ui.screens.play.screen import PlayScreen


def _after_a_flow(seed: int) -> Session:
    """A sitting that bots have played to the last round of quarter 2, then left to two people."""
    bots = [SeatSetup(spec.id, spec.bot or "random") for spec in first_light().seats]
    session = Session.start(first_light(), bots, seed)
    while (session.game.state.quarter, session.game.state.phase) != (2, "tactical"):
        session.step_bot()
    for seat in ("us", "mexico"):
        session.change_seat(SeatSetup(seat, "person"))
    return session


@pytest.fixture
def screen(make_app: MakeApp) -> PlayScreen:
    app = make_app()
    made = table(app, _after_a_flow(7))
    settle(app)
    return made


def _move(app: App, at: tuple[int, int]) -> None:
    make = pygame.event.Event
    app.turn([make(pygame.MOUSEMOTION, pos=at, rel=(1, 1), buttons=(0, 0, 0))], 0.05)


def _shown(screen: PlayScreen) -> Inspection:
    return screen.parts.column.page.child.page  # type: ignore[attr-defined, no-any-return]


def _rows(screen: PlayScreen) -> list[RowView]:
    return [row for row in screen.parts.column.page.descendants() if isinstance(row, RowView)]


def _looks(screen: PlayScreen) -> list[Look]:
    """Everything on the table that has numbers."""
    campaign, view = screen.sitting.session.campaign, screen.sitting.sight.view
    looks = [Look("place", area_ref(ix)) for ix in range(len(campaign.areas))]
    looks += [Look("place", route_ref(ix)) for ix in range(len(campaign.routes))]
    looks += [Look("place", piece_ref(piece.piece)) for piece in view.pieces]
    looks += [Look("track", track=cell.cell.id) for cell in screen.parts.tracks.tracks]
    looks += [Look("means", track=cell.cell.id) for cell in screen.parts.tracks.means]
    return looks


def _told(page: Inspection) -> list[str]:
    return [row.text for row in page.rows if row.kind == "told"]


def test_every_number_of_every_page_answers(screen: PlayScreen) -> None:
    asked = set()
    for look in _looks(screen):
        screen.pointing.look_at(look)
        for row in _shown(screen).rows:
            if row.subject is None:
                continue
            screen.pointing.look_at(look)
            screen.pointing.ask_why(row.subject)
            page = _shown(screen)
            assert page.title.startswith("Why: ")
            assert not page.title.endswith(": ")
            assert len(page.rows) >= 1
            asked.add((row.subject.kind, row.subject.what))
    kinds = {kind for kind, _ in asked}
    assert kinds == {"track", "money", "gov", "violence", "heat", "flow", "coverage", "piece"}
    assert {("coverage", "detect"), ("coverage", "endgame"), ("money", "capital")} <= asked
    assert {("piece", "detect"), ("piece", "endgame"), ("flow", ""), ("flow", "stopped")} <= asked


def test_every_row_with_a_number_can_be_asked(screen: PlayScreen) -> None:
    drawn = {"pips", "heat", "ladder", "violence"}
    for look in _looks(screen):
        screen.pointing.look_at(look)
        scales = [row for row in _shown(screen).rows if row.kind in drawn]
        assert all(row.subject is not None for row in scales)


def test_the_events_that_made_it_are_told(screen: PlayScreen) -> None:
    sight = screen.sitting.sight
    found = set()
    for _, event in sight.events:
        match event:
            case TrackChanged():
                found.add(Subject("track", event.track))
            case MoneyChanged() if event.seat == screen.sitting.viewer:
                found.add(Subject("money", event.seat, event.what))
            case GovChanged():
                found.add(Subject("gov", event.area))
            case HeatChanged():
                found.add(Subject("heat", event.route))
            case WatchChanged() if event.route >= 0:
                found.add(Subject("coverage", event.route, "detect"))
    assert {one.kind for one in found} >= {"track", "money", "heat", "coverage"}
    for subject in found:
        screen.pointing.ask_why(subject)
        assert _told(_shown(screen)), subject


def test_d_and_e_name_the_units_that_make_them(screen: PlayScreen) -> None:
    sight = screen.sitting.sight
    piece = next(one for one in sight.view.pieces if one.watch and not one.rotating)
    screen.pointing.look_at(Look("place", route_ref(piece.watch[0])))
    screen.pointing.ask_why(Subject("coverage", piece.watch[0], "detect"))
    things = [row for row in _shown(screen).rows if row.kind == "thing"]
    assert piece_ref(piece.piece) in {row.ref for row in things}


def test_by_the_pointer(screen: PlayScreen) -> None:
    app = screen.app
    for cell in (*screen.parts.tracks.tracks, *screen.parts.tracks.means):
        _move(app, cell.rect.center)
        assert _shown(screen).title == cell.cell.name
        row = next(one for one in _rows(screen) if one.row.subject is not None)
        click(app, row.rect.center)
        assert _shown(screen).title == f"Why: {cell.cell.name}"


def test_by_keys_on_a_row_under_the_pointer(screen: PlayScreen) -> None:
    route = next(one for one in screen.sitting.sight.view.routes if one.detect)
    screen.pointing.look_at(Look("place", route_ref(route.route)))
    settle(screen.app)
    heat = next(one for one in _rows(screen) if one.row.kind == "heat")
    _move(screen.app, heat.rect.center)
    press(screen.app, pygame.K_w)
    assert screen.pointing.look.subject == Subject("heat", route.route)
    assert _shown(screen).title.endswith("Heat")


def test_by_keys_alone_at_a_place_that_is_not_lit(screen: PlayScreen) -> None:
    focus, seen = screen.form.focus, set()
    for key in (pygame.K_UP, pygame.K_LEFT, pygame.K_DOWN, pygame.K_RIGHT) * 4:
        press(screen.app, key, pygame.KMOD_LSHIFT)
        seen.add(screen.pointing.look)
    assert screen.form.focus is focus, "the choice keeps the focus"
    places = [look for look in seen if look.kind == "place"]
    assert len(places) > 3
    for look in places:
        page = inspect_ref(screen.sitting.sight, look.ref)
        if page is None or all(row.subject is None for row in page.rows):
            continue
        screen.pointing.look_at(look)
        press(screen.app, pygame.K_w)
        assert screen.pointing.look.kind == "why"


def test_a_mark_of_the_last_flow_shows_its_route(screen: PlayScreen) -> None:
    pins = screen.board._scene.pins
    assert pins
    for pin in pins:
        spot = screen.board.screen_pos("pin", pin.id)
        if spot is None or not screen.places.board.collidepoint(spot):
            continue
        _move(screen.app, spot)
        assert screen.pointing.look.kind == "place"
        campaign = screen.sitting.session.campaign
        assert screen.pointing.look.ref == route_ref(campaign.route_ix[pin.route_id])
