"""What the menu offers first: the sitting to go on with, else the beginners' campaign."""

import pygame
import pytest
from hands import Hands, MakeHands

from game.content.loader import load_campaign
from game.narrate.language import translator
from game.play.form import SeatSetup
from game.play.session import Session
from game.play.shelf import Shelf
from game.resources import campaigns_dir, saves_dir
from game.ui.screens.menu.screen import MenuScreen
from game.ui.widgets.button import Button

FIRST_LIGHT = campaigns_dir() / "first-light"


def sitting() -> Session:
    seats = [SeatSetup("us"), SeatSetup("mexico")]
    return Session.start(load_campaign(FIRST_LIGHT), seats, 3, saves_dir())


def proposed() -> None:
    """A sitting that was left while Mexico is asked to agree to a card."""
    session = sitting()
    for _ in range(200):
        pending = session.game.state.pending
        if pending and pending[-1].kind == "agree":
            break
        if session.step_bot() is None:
            legal = session.game.legal_actions()
            cards = session.campaign.cards
            asking = [one for one in legal if one.verb == "play" and cards[one.card].consent]
            passes = [one for one in legal if one.verb in ("pass", "done")]
            session.submit((asking or passes or list(legal))[0])
    session.close()


def menu(hands: Hands) -> MenuScreen:
    assert isinstance(hands.screen, MenuScreen)
    return hands.screen


def test_the_beginners_campaign_comes_first(hands: Hands) -> None:
    assert hands.focus == "start-first-light"


def test_a_sitting_that_can_go_on_comes_first(hands_at: MakeHands) -> None:
    sitting().close()
    assert hands_at().focus == "resume"


def test_the_focus_stays_where_the_user_put_it(hands_at: MakeHands) -> None:
    hands = hands_at()
    hands.tab_to("settings")
    menu(hands).campaigns.entries[0].campaign = None
    hands.settle()
    assert hands.focus == "settings"


def test_one_seat_is_named_as_next(hands_at: MakeHands) -> None:
    proposed()
    latest = Shelf(saves_dir()).latest()
    assert latest is not None and latest.header is not None
    assert latest.header.awaits == ("mexico",)
    bar = next(
        one for one in menu(hands_at()).body.descendants() if type(one).__name__ == "ResumeBar"
    )
    assert bar.detail.startswith("Next to act: Mexico.")  # type: ignore[attr-defined]


def test_the_line_speaks_the_readers_language(hands_at: MakeHands) -> None:
    sitting().close()
    screen = menu(hands_at())
    screen.app.present(translator=translator("fr"))
    screen.rebuild()
    bar = next(one for one in screen.body.descendants() if type(one).__name__ == "ResumeBar")
    assert bar.title.startswith("Première lueur")  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", [100, 200])
def test_a_panel_has_one_blue_button_at_most(hands_at: MakeHands, text: int) -> None:
    sitting().close()
    screen = menu(hands_at((1280, 720), text))
    panels: dict[int, list[str]] = {}
    for widget in screen.form.root.descendants():
        if isinstance(widget, Button) and widget.kind == "primary":
            panel = next(iter(one for one in widget.ancestors() if type(one) is not type(None)))
            panels.setdefault(id(panel), []).append(widget.name)
    assert sorted(names for names in panels.values()) == [["resume"], ["start-first-light"]]
    pygame.event.clear()
