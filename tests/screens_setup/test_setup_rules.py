"""What the setup allows, refuses, says and hides."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hands import Hands

from game.content.campaign import Campaign
from game.content.loader import load_campaign
from game.narrate.ending.aims import aim
from game.narrate.language import translator
from game.narrate.words import Words
from game.play.session import Session
from game.resources import campaigns_dir
from game.ui.screens.setup.brief import BriefScreen
from game.ui.screens.setup.checks import option_checks, seat_checks, stop_of
from game.ui.screens.setup.options import OptionsScreen
from game.ui.screens.setup.plan import Plan
from game.ui.settings import Settings, SettingsFile
from game.ui.widgets.boxes import TextBlock
from game.ui.widgets.widget import Widget

US, MEXICO, CARTEL = range(3)


@pytest.fixture(scope="module")
def campaign() -> Campaign:
    return load_campaign(campaigns_dir() / "first-light")


@pytest.fixture
def plan(campaign: Campaign) -> Plan:
    return Plan.proposed(campaign, Settings(), seed=7)


@pytest.fixture
def words(campaign: Campaign) -> Words:
    return Words(campaign, translator())


def said(plan: Plan, words: Words) -> str:
    return " ".join(one.text for one in seat_checks(plan, words))


def test_the_campaign_proposes_who_plays(plan: Plan) -> None:
    assert plan.people == [US, MEXICO]
    assert not plan.white.present
    assert plan.seed_number == 7


def test_hand_overs_are_counted_for_hidden_seats_that_people_play(plan: Plan, words: Words) -> None:
    assert "laptop stays in view" in said(plan, words)
    plan.change(CARTEL, player="person")
    assert "Cartel network. About 2 hand-overs a quarter" in said(plan, words)
    plan.curtains = False
    assert "everybody sees" in said(plan, words)
    for seat in (US, MEXICO):
        plan.change(seat, player="random")
    assert "plays alone" in said(plan, words)
    plan.change(CARTEL, player="random")
    assert "Only bots play" in said(plan, words)


def test_one_name_in_two_seats_is_remarked_on(plan: Plan, words: Words) -> None:
    plan.change(US, name="Ana ")
    plan.change(MEXICO, name=" Ana")
    assert "Ana plays United States and Mexico." in said(plan, words)


def test_a_language_that_the_campaign_lacks_is_remarked_on(plan: Plan, words: Words) -> None:
    plan.campaign.locales.pop("fr", None)
    plan.change(US, language="fr")
    assert "not in Français yet" in said(plan, words)


@pytest.mark.parametrize("seed", ["", "0", "7", "123456789012345678"])
def test_seeds_that_fit(plan: Plan, words: Words, seed: str) -> None:
    plan.seed = seed
    assert not stop_of(option_checks(plan, words))
    assert plan.seed_number >= 0


@pytest.mark.parametrize("seed", ["-1", "seven", "1.5", "٧", "²"])
def test_seeds_that_do_not(plan: Plan, words: Words, seed: str) -> None:
    plan.seed = seed
    assert "whole number" in stop_of(option_checks(plan, words))


def test_without_white_nobody_plays_as_white(plan: Plan) -> None:
    plan.seat_white(True)
    plan.change(MEXICO, player="white")
    plan.pin = "4711"
    plan.seat_white(False)
    assert plan.seats[MEXICO].player == "balanced"
    assert plan.pin == ""


def test_a_pin_of_the_command_line_seats_a_facilitator(campaign: Campaign) -> None:
    plan = Plan.proposed(campaign, Settings(), pin="a pin that is rather long, and kept whole")
    assert plan.white.present
    assert plan.pin.endswith("kept whole")


def test_every_plan_makes_a_sitting(plan: Plan) -> None:
    plan.seat_white(True)
    for seat, player in ((US, "white"), (MEXICO, "random"), (CARTEL, "person")):
        plan.change(seat, player=player)
    session = Session.start(plan.campaign, plan.setups(), plan.seed_number)
    assert [one.player for one in session.seats] == ["white", "random", "person"]


def test_seats_survive_the_settings_file(plan: Plan, campaign: Campaign, tmp_path: Path) -> None:
    plan.seat_white(True)
    plan.change(US, player="white")
    plan.change(CARTEL, player="random")
    file = SettingsFile(tmp_path / "settings.json")
    file.write(plan.remembered(Settings()))
    again = Plan.proposed(campaign, Settings())
    again.as_last_time(file.read())
    assert [one.player for one in again.seats] == ["white", "person", "random"]
    assert again.white.present


def test_a_bot_that_is_gone_is_not_taken_over(plan: Plan, campaign: Campaign) -> None:
    plan.change(US, player="gone")
    settings = plan.remembered(Settings())
    again = Plan.proposed(campaign, Settings())
    again.as_last_time(settings)
    assert again.seats[US].player == "person"


def test_aims_name_the_campaigns_own_targets(campaign: Campaign, words: Words) -> None:
    assert "(10 − Harm) + (Border − 5)" in aim(words, US)
    assert "governance" in aim(words, MEXICO)
    bank = campaign.seats[CARTEL].margin.bank
    assert f"banked Cash − {bank}" in aim(words, CARTEL)


def test_a_wrong_seed_bars_the_way_on_and_says_why(hands: Hands) -> None:
    hands.press("Enter", "Enter")
    hands.click("seed")
    hands.write("x")
    hands.press("Enter")
    assert isinstance(hands.screen, OptionsScreen)
    assert "whole number" in hands.widget("on").reason
    hands.click("draw-seed")
    hands.tab_to("on")
    hands.press("Enter")
    assert isinstance(hands.screen, BriefScreen)


def texts_of(root: Widget) -> Iterator[str]:
    for one in root.descendants():
        block = getattr(one, "_block", None)
        if isinstance(block, TextBlock):
            yield " ".join(passage.words for passage in block.passages)


def test_a_hidden_seats_briefing_is_covered_until_its_player_asks(hands: Hands) -> None:
    hands.press("Enter")
    hands.click("player-cartel", (0, 3))
    hands.press("Enter", "Enter")
    secret = hands.plan.campaign.seats[CARTEL].briefing
    shown = " ".join(texts_of(hands.form_screen.form.root))
    assert secret not in shown
    assert hands.plan.campaign.seats[US].briefing in shown
    hands.click("show-cartel")
    assert secret in " ".join(texts_of(hands.form_screen.form.root))
    hands.click("show-cartel")
    assert secret not in " ".join(texts_of(hands.form_screen.form.root))


def test_whoever_plays_alone_reads_a_hidden_briefing_at_once(hands: Hands) -> None:
    hands.press("Enter")
    for name in ("us", "mexico"):
        hands.click(f"player-{name}", (1, 3))
    hands.click("player-cartel", (0, 3))
    hands.press("Enter", "Enter")
    assert hands.plan.campaign.seats[CARTEL].briefing in " ".join(
        texts_of(hands.form_screen.form.root)
    )


def test_the_pin_is_covered_unless_asked_for(hands: Hands) -> None:
    hands.press("Enter")
    hands.click("player-white", (0, 2))
    hands.press("Enter")
    hands.click("pin")
    hands.write("4711")
    field = hands.widget("pin")
    assert field._shown() == "••••"
    hands.click("show-pin")
    assert field._shown() == "4711"


def test_white_is_locked_while_nobody_leads(hands: Hands) -> None:
    hands.press("Enter")
    hands.click("player-us", (2, 3))
    assert hands.plan.seats[US].player == "person"
    hands.click("player-white", (0, 2))
    hands.click("player-us", (2, 3))
    assert hands.plan.seats[US].player == "white"
