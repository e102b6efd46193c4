"""Campaigns that are shipped can be played to their end, and the library's bots know its cards."""

from pathlib import Path

import pytest

from game.content.loader import check_campaign, load_campaign
from game.content.scaffold.campaigns import new_campaign
from game.resources import campaigns_dir
from game.study import run_batch
from tests.campaigns.table_of_bots import NOBODY, many, share

THEATRE = Path(__file__).parent / "theatre"
SHIPPED = sorted(path.parent for path in campaigns_dir().glob("*/campaign.yaml"))


@pytest.fixture(scope="module")
def theatre():
    """The whole library at once."""
    return load_campaign(THEATRE, campaigns_dir() / "library")


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda path: path.name)
def test_a_shipped_campaign_has_no_problems(folder):
    assert check_campaign(folder).problems == ()


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda path: path.name)
def test_a_shipped_campaign_comes_to_its_end(folder):
    campaign = load_campaign(folder)
    result = run_batch(campaign, 4, seed=11)
    assert not result.failures
    assert result.finished == 4


@pytest.mark.parametrize("bot", ["balanced", "interdiction-minded", "institution-builder"])
def test_the_whole_library_comes_to_its_end(theatre, bot):
    result = run_batch(theatre, 2, 11, dict.fromkeys(("us", "mexico", "canada"), bot))
    assert not result.failures


def test_the_theatre_holds_the_whole_library(theatre):
    listed = {card for seat in theatre.seats for card in (*seat.cards, *seat.deck)}
    assert {card.id for card in theatre.cards} == listed
    text = "".join(
        path.read_text("utf-8") for path in (campaigns_dir() / "library" / "cards").glob("*.yaml")
    )
    written = {line.split()[2] for line in text.splitlines() if line.startswith("  - id: ")}
    assert written == listed


def test_every_card_of_the_library_has_a_bot_that_plays_it(theatre):
    played = {
        (line.card, seat)
        for bot in theatre.bots
        for seat in bot.seats
        for stance in bot.stances
        for line in (*stance.plan, *stance.strategic, *stance.operational, *stance.tactical)
        if line.card is not None
    }
    held = {(card, seat.id) for seat in theatre.seats for card in (*seat.cards, *seat.deck)}
    assert held - played == set()


def test_a_bot_gives_a_reason_of_one_sentence(theatre):
    reasons = [
        line.why
        for bot in theatre.bots
        for stance in bot.stances
        for line in (*stance.plan, *stance.strategic, *stance.operational, *stance.tactical)
    ]
    assert [one for one in reasons if not one[0].isupper() or one[-1] not in ".?"] == []
    assert [one for one in reasons if ". " in one] == []


def test_the_theatre_gives_every_seat_a_chance(theatre):
    games = many(theatre, 30, seed=3)
    for seat in theatre.seats:
        assert 0.15 <= share(games, seat.id) <= 0.85, seat.id
    assert 7 <= sum(game.harm for game in games) / len(games) <= 12


def test_a_new_campaign_gives_every_seat_a_chance(tmp_path):
    campaign = load_campaign(new_campaign("Two Rivers", tmp_path).folder)
    games = many(campaign, 60, seed=3)
    for seat in campaign.seats:
        assert 0.2 <= share(games, seat.id) <= 0.8, seat.id
    for seat in ("us", "mexico"):
        assert share(many(campaign, 30, seed=3, **{seat: NOBODY}), seat) < 0.15
