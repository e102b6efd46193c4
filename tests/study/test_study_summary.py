"""Records summed up by hand and by the study."""

import re
from gettext import NullTranslations
from types import SimpleNamespace

import msgspec

from game.content.loader import load_campaign
from game.model.events import FlowBegan, UnitFlowed
from game.resources import campaigns_dir
from game.rules.law import Reason
from game.study.batch import choose_bots, play_games
from game.study.records import Blocked, Failure, GameRecord
from game.study.report import never_played, tables_of
from game.study.single import losses
from game.study.summary import summarise


def seat(name, cards=(), deck=()):
    return SimpleNamespace(id=name, name=name.title(), cards=cards, deck=deck)


CAMPAIGN = SimpleNamespace(
    id="small",
    digest="0",
    seats=(seat("us", cards=("pact",), deck=("seize",)), seat("cartel", cards=("grow",))),
    seat_ix={"us": 0, "cartel": 1},
    cards=tuple(SimpleNamespace(id=name, title=name.title()) for name in ("pact", "seize", "grow")),
    card_ix={"pact": 0, "seize": 1, "grow": 2},
)
BOTS = {"us": "balanced", "cartel": "random"}


def record(index, margins, played, grade="success", **words):
    return GameRecord(
        **{
            "index": index,
            "seed": index,
            "margins": margins,
            "bands": tuple("success" if one >= 1 else "stalemate" for one in margins),
            "succeeded": tuple(one >= 1 for one in margins),
            "grade": grade,
            "tracks": (10 - margins[0], 5, 5, 7, 1, 6, 5, 0, 1),
            "gov_score": margins[0],
            "sudden": 0,
            "quarters": 2,
            "losses": ((8, 2), (8, index)),
            "decisions": (10, 4),
            "playable": (0b11, 0b100),
            "played": played,
            "blocked": BLOCKED if index in (0, 2) else (),
        }
        | words
    )


BUDGET = Reason("needs-budget", {"needed": 2, "has": 1})
BLOCKED = (
    Blocked("us", "seize", Reason("no-target", {"card": "seize"}), 1),
    Blocked("us", "seize", BUDGET, 2),
)
RECORDS = [
    record(0, (2, -1), (0b01, 0b100)),
    record(1, (1, 0), (0b01, 0)),
    record(2, (-1, 1), (0b00, 0b100), "stalemate"),
    record(3, (0, 2), (0b00, 0), "stalemate"),
]


def test_seats_grades_and_tracks():
    result = summarise(CAMPAIGN, 1, BOTS, list(reversed(RECORDS)))
    us, cartel = result.seats
    assert (us.success.count, us.success.of, us.margin.mean) == (2, 4, 0.5)
    assert us.margins == {-1: 1, 0: 1, 1: 1, 2: 1}
    assert us.bands["success"].count == 2
    assert (cartel.success.count, cartel.bot, cartel.decisions.mean) == (2, "random", 4)
    assert result.grades["stalemate"].value == 0.5
    assert result.tracks["harm"].mean == 9.5
    assert [round(one.mean, 4) for one in result.loss_rates] == [0.25, 0.1875]
    assert result.sudden == {0: 4}


def test_cards_and_what_goes_with_them():
    result = summarise(CAMPAIGN, 1, BOTS, RECORDS)
    pact, seize, grow = result.cards
    assert (pact.playable, pact.played) == (4, 2)
    assert (pact.success_with.value, pact.success_without.value) == (1, 0)
    assert pact.effect is not None and pact.effect.value == 1
    assert [(one.reason.code, one.times) for one in seize.blocked] == [
        ("needs-budget", 4),
        ("no-target", 2),
    ]
    assert (seize.played, seize.effect) == (0, None)
    assert (grow.seat, grow.played) == ("cartel", 2)
    assert grow.effect is not None and grow.effect.value == 0
    assert [one.card for one in never_played(result)] == ["seize"]


def test_failed_games_count_for_nothing_but_are_kept():
    failure = Failure("dead-end", "nobody", "flow", 2, 9, BOTS, ("us pass",))
    broken = record(4, (9, 9), (0, 0), failure=failure)
    result = summarise(CAMPAIGN, 1, BOTS, [*RECORDS, broken])
    assert (result.games, result.finished) == (5, 4)
    assert result.failures == (failure,)
    assert result.seats[0].margin.most == 2


def test_a_result_is_plain_json():
    result = summarise(CAMPAIGN, 1, BOTS, RECORDS)
    decoded = msgspec.json.decode(msgspec.json.encode(result))
    assert decoded["seats"][0]["success"]["count"] == 2
    assert msgspec.to_builtins(summarise(CAMPAIGN, 1, BOTS, [])) is not None


def test_tables_have_as_many_cells_as_headings():
    campaign = load_campaign(campaigns_dir() / "first-light")
    bots = choose_bots(campaign, None)
    for games in (0, 2):
        result = summarise(campaign, 1, bots, play_games(campaign, games, 1, (bots,)))
        for table in tables_of(result, campaign, NullTranslations()):
            assert table.title
            assert all(len(row) == len(table.columns) for row in table.rows)
            assert not re.search(r"-\d", " ".join(cell for row in table.rows for cell in row[2:]))


def test_a_card_that_nobody_played_is_listed_once_with_everybody_who_holds_it():
    campaign = load_campaign(campaigns_dir() / "first-light")
    shared = next(card.id for card in campaign.cards if len(_holders(campaign, card.id)) > 1)
    holders = _holders(campaign, shared)
    bots = choose_bots(campaign, None)
    idle = [record(0, (0,) * 3, (0,) * 3, playable=(0,) * 3, blocked=(), decisions=(1,) * 3)]
    result = summarise(campaign, 1, bots, idle)
    table = next(
        one for one in tables_of(result, campaign, NullTranslations()) if "never" in one.title
    )
    rows = [row for row in table.rows if row[0] == campaign.cards[campaign.card_ix[shared]].title]
    assert len(rows) == 1
    assert rows[0][1] == ", ".join(holders)


def test_no_list_is_made_where_every_card_was_played():
    campaign = load_campaign(campaigns_dir() / "first-light")
    every = ((1 << len(campaign.cards)) - 1,) * 3
    busy = [record(0, (0,) * 3, every, playable=every, blocked=(), decisions=(1,) * 3)]
    result = summarise(campaign, 1, choose_bots(campaign, None), busy)
    titles = [one.title for one in tables_of(result, campaign, NullTranslations())]
    assert "Cards" in titles
    assert "Cards never played" not in titles


def _holders(campaign, card):
    return [seat.name for seat in campaign.seats if card in (*seat.cards, *seat.deck)]


def test_losses_are_counted_by_flow():
    stopped = UnitFlowed(2, (0, 1), (), 1)
    through = UnitFlowed(2, (0, 1), (), -1)
    journal = [FlowBegan(2), stopped, through, FlowBegan(3), stopped, stopped, through]
    assert losses(journal) == ((2, 1), (3, 2))
