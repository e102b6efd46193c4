"""What a coalition seat does behind the curtain: standing orders, and its hand before Red."""

import pygame
import pytest
from screen_driver import (
    MakeApp,
    new_sitting,
    play_to,
    press,
    settle,
    table,
    wait,
    with_reactions,
)

from game.model.ids import NO_CARD
from game.play.form import SeatSetup
from game.play.session import Session
from game.ui.app import App
from game.ui.present.tray import HAND, Tile
from game.ui.screens.curtain import CurtainScreen
from game.ui.screens.play.screen import PlayScreen
from game.ui.screens.private import PrivateScreen
from game.ui.widgets.form_screen import FormScreen

ORDER = ("order", NO_CARD)
EVERYBODY, PARTNERS = ("us", "mexico", "cartel"), ("us", "mexico")


def in_tactical(*people: str) -> Session:
    """A coalition seat's tactical turn, with reactions in play."""
    session = new_sitting(*people, seed=5, campaign=with_reactions())
    play_to(session, "tactical", 1)
    while session.game.tables.is_red(session.game.to_move[0]):
        session.submit(session.game.legal_actions()[-1])
    return session


def tile(screen: PlayScreen, slot: tuple[str, int]) -> Tile | None:
    """The tile of a slot, as the tray shows it now."""
    return next((one for one in screen._tray().tiles if one.slot == slot), None)


def at_turn(app: App, session: Session) -> PlayScreen:
    screen = table(app, session)
    wait(app, 3)
    assert app.screen is screen and screen.sitting.deciders
    return screen


def go_behind(app: App, screen: PlayScreen, slot: tuple[str, int]) -> None:
    """Pick a tile that leads behind the curtain, and lift that."""
    seat = screen.sitting.viewer
    screen.choose_slot(slot)  # type: ignore[arg-type]
    wait(app, 3)
    assert isinstance(app.screen, CurtainScreen), "the curtain comes first"
    assert not screen.sitting.legal
    app.screen._reveal()
    wait(app, 3)
    assert not screen.asking.is_open, "what happened was in sight a moment ago"
    assert app.screen is screen and screen.sitting.sight.mask == 1 << seat


@pytest.mark.parametrize("people", [EVERYBODY, PARTNERS], ids=len)
def test_a_standing_order_is_set_behind_the_curtain(make_app: MakeApp, people: tuple) -> None:
    app, session = make_app(), in_tactical(*people)
    screen = at_turn(app, session)
    seat = screen.sitting.viewer
    shown = tile(screen, ORDER)
    assert shown is not None and shown.is_open and not shown.places
    assert not any(one.verb == "order" for one in screen.sitting.legal)
    go_behind(app, screen, ORDER)
    order = next(one for one in screen.sitting.legal if one.verb == "order")
    screen.commit(order)
    wait(app, 10)
    assert session.game.state.orders[seat]
    told = tile(screen, ORDER)
    assert told is not None and told.reason.startswith("Already set"), "the owner is told"
    screen.choose_verb("pass")
    wait(app, 40)
    assert session.audience() != 1 << seat


def test_the_room_is_told_to_look_again_once_a_turn_behind_the_curtain_is_over(
    make_app: MakeApp,
) -> None:
    app, session = make_app(), in_tactical(*PARTNERS)
    screen = at_turn(app, session)
    go_behind(app, screen, ORDER)
    assert not calls(app), "the others still look away"
    screen.choose_verb("pass")
    told = 0
    for _ in range(40):
        wait(app, 1)
        if isinstance(app.screen, PrivateScreen):
            assert not calls(app)
            app.pop()
        told += calls(app)
    assert told and session.audience() == session.hand_over.table


def calls(app: App) -> bool:
    assert isinstance(app.screen, FormScreen)
    return any(one.text == "Everybody may look again." for one in app.screen.form._toasts)


def test_who_stands_ready_sees_the_same_tile_on_its_next_open_turn(make_app: MakeApp) -> None:
    app, session = make_app(), in_tactical(*PARTNERS)
    before = tile(at_turn(app, session), ORDER)
    app.pop()
    seat = session.game.to_move[0]
    again = in_tactical(*PARTNERS)
    order = next(one for one in again.game.legal_actions(seat) if one.verb == "order")
    again.submit(order)
    assert tile(at_turn(app, again), ORDER) == before


def test_a_hand_lies_face_down_before_the_other_side_and_open_before_partners(
    make_app: MakeApp,
) -> None:
    app = make_app()
    for people, is_open in ((EVERYBODY, False), (PARTNERS, True)):
        session = in_tactical(*people)
        screen = at_turn(app, session)
        seat = screen.sitting.viewer
        hand = session.game.state.hands[seat]
        tray = screen._tray()
        assert hand and str(len(hand)) in tray.card_heading
        assert bool(tray.cards) is is_open
        assert any(one.verb == "play" for one in screen.sitting.legal) is is_open
        assert (tile(screen, HAND) is None) is is_open
        if not is_open:
            assert tray.empty
            go_behind(app, screen, HAND)
            assert {one.slot[1] for one in screen._tray().cards if one.slot[0] == "play"} == {*hand}
            assert any(one.verb == "play" for one in screen.sitting.legal)
        settle(app)
        app.pop()


def test_somebody_who_plays_alone_needs_no_curtain(make_app: MakeApp) -> None:
    app, session = make_app(), in_tactical("us")
    session.change_seat(SeatSetup("mexico", "random"))
    screen = at_turn(app, session)
    assert any(one.verb == "order" for one in screen.sitting.legal)
    screen.choose_slot(ORDER)
    wait(app, 3)
    assert app.screen is screen


def test_a_card_is_changed_behind_the_curtain_before_the_other_side(make_app: MakeApp) -> None:
    """Which cards cannot be played tells what is in the hand."""
    app = make_app()
    for people, is_open in ((EVERYBODY, False), (PARTNERS, True)):
        session = at_a_swap(*people)
        seat = session.game.to_move[0]
        screen = table(app, session)
        wait(app, 3)
        if not is_open:
            assert isinstance(app.screen, CurtainScreen)
            assert not any(one.verb == "swap" for one in screen.sitting.legal)
            app.screen._reveal()
            wait(app, 3)
        assert (screen.sitting.sight.mask == 1 << seat) is not is_open
        assert any(one.verb == "swap" for one in screen.sitting.legal)
        cards = screen._tray().cards
        place = next(at for at, one in enumerate(cards) if one.slot[0] == "swap" and one.is_open)
        before = session.game.state.hands[seat]
        press(app, pygame.K_1 + place)
        wait(app, 3)
        assert session.game.state.hands[seat] != before
        app.pop()


def at_a_swap(*people: str) -> Session:
    """A coalition seat that may change a card which it cannot play."""
    for seed in range(20):
        session = new_sitting(*people, seed=seed, campaign=with_reactions(swap=True))
        for _ in range(300):
            if session.game.is_over:
                break
            legal = session.game.legal_actions()
            may = any(one.verb == "swap" for one in legal)
            if may and not session.game.tables.is_red(legal[0].seat):
                return session
            if session.step_bot() is None:
                session.submit(legal[-1])
    raise AssertionError("nobody could change a card")
