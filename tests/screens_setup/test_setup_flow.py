"""From the menu through the setup into the first decision, and back."""

from pathlib import Path

import pytest
from hands import Hands

from game.play.form import SeatSetup
from game.play.reading import read_header
from game.resources import saves_dir
from game.ui.help import HelpScreen
from game.ui.screens.menu.screen import MenuScreen
from game.ui.screens.play.screen import PlayScreen
from game.ui.screens.setup.brief import BriefScreen
from game.ui.screens.setup.options import OptionsScreen
from game.ui.screens.setup.panels import Sample
from game.ui.screens.setup.seats import SeatsScreen
from game.ui.screens.wording import language_of


def saved() -> list[Path]:
    return sorted(saves_dir().glob("*.nadc"))


def test_enter_alone_leads_from_the_menu_to_the_first_decision(hands: Hands) -> None:
    for kind in (SeatsScreen, OptionsScreen, BriefScreen, PlayScreen):
        hands.press("Enter")
        assert isinstance(hands.screen, kind)
    hands.settle()
    assert [type(one) for one in hands.app.screens] == [MenuScreen, PlayScreen]
    assert len(saved()) == 1


def test_keys_set_every_seat(hands: Hands) -> None:
    hands.press("Enter")
    hands.tab_to("who-us")
    hands.write("Équipe Ñandú")
    hands.tab_to("language-us")
    hands.press("Enter", "Down", "Down", "Enter")
    hands.tab_to("size-us")
    hands.press("Right", "Right")
    hands.tab_to("player-mexico")
    hands.press("Right")
    hands.tab_to("player-cartel")
    hands.press("Left")
    assert hands.plan.seats[0] == SeatSetup("us", "person", "Équipe Ñandú", "fr", 150)
    assert hands.plan.seats[1].player == "balanced"
    assert hands.plan.seats[2].player == "person"


def test_what_was_set_is_what_is_played(hands: Hands) -> None:
    hands.press("Enter")
    hands.click("who-us")
    hands.write("Ana")
    hands.click("player-white", (0, 2))
    hands.click("player-mexico", (2, 3))
    hands.press("Enter")
    hands.click("draw-seed")
    seed = hands.plan.seed_number
    hands.click("pin")
    hands.write("4711")
    hands.press("Enter")
    assert isinstance(hands.screen, BriefScreen)
    hands.press("Enter")
    hands.settle()
    header = read_header(saved()[0])
    assert [(one.player, one.name) for one in header.seats][:2] == [
        ("person", "Ana"),
        ("white", ""),
    ]
    assert header.seed == seed
    assert header.pin and "4711" not in header.pin


@pytest.mark.parametrize("steps", [1, 2, 3])
def test_esc_goes_back_step_by_step_and_keeps_what_was_set(hands: Hands, steps: int) -> None:
    hands.press("Enter")
    hands.tab_to("who-us")
    hands.write("Ana")
    hands.press("Esc")
    assert isinstance(hands.screen, SeatsScreen), "Esc leaves the field first"
    hands.press(*["Enter"] * (steps - 1))
    hands.press(*["Esc"] * (steps - 1))
    assert isinstance(hands.screen, SeatsScreen)
    assert hands.plan.seats[0].name == "Ana"
    hands.press("Esc")
    assert isinstance(hands.screen, MenuScreen)


def test_leaving_the_table_returns_to_the_menu_which_offers_to_resume(hands: Hands) -> None:
    hands.press("Enter", "Enter", "Enter", "Enter")
    hands.settle()
    hands.app.pop_to_root()
    hands.settle()
    assert isinstance(hands.screen, MenuScreen)
    assert hands.widget("resume")


def test_the_menu_keeps_the_users_own_language_and_size(hands: Hands) -> None:
    hands.press("Enter")
    for seat in range(3):
        hands.plan.change(seat, language="es", text_size=150)
    hands.press("Enter", "Enter", "Enter")
    hands.settle()
    assert language_of(hands.app.kit.tr) == "es"
    hands.app.pop_to_root()
    assert language_of(hands.app.kit.tr) == "en"
    assert hands.app.text_size == 100


def test_the_same_seats_as_last_time(hands: Hands) -> None:
    hands.press("Enter")
    assert hands.widget("last-time").reason
    hands.click("who-mexico")
    hands.write("Dana R.")
    hands.click("player-white", (0, 2))
    hands.click("player-cartel", (2, 3))
    hands.press("Enter", "Enter", "Enter")
    hands.settle()
    hands.app.pop_to_root()
    hands.settle()
    hands.tab_to("start-first-light")
    hands.press("Enter")
    assert [one.name for one in hands.plan.seats] == ["", "", ""]
    hands.click("last-time")
    assert [one.name for one in hands.plan.seats] == ["", "Dana R.", ""]
    assert hands.plan.white.present and hands.plan.seats[2].player == "white"


def test_help_opens_at_the_brief_and_returns(hands: Hands) -> None:
    hands.press("Enter", "F1")
    assert isinstance(hands.screen, HelpScreen)
    hands.press("Esc")
    assert isinstance(hands.screen, SeatsScreen)


def test_the_sample_keeps_its_own_size_when_the_screens_text_grows(hands: Hands) -> None:
    hands.press("Enter")

    def sample() -> Sample:
        root = hands.form_screen.form.root
        return next(one for one in root.descendants() if isinstance(one, Sample))

    hands.app.change_text(2)
    assert hands.app.text_size == 150
    assert sample().gain == pytest.approx(100 / 150)
