"""Why a number is what it is: the chain of events that made it."""

import pytest
from narrate_games import CARTEL, COALITION, MASKS, SEEDS, TRUTH, finished, words

from game.content.schema.words import TRACKS
from game.model.events import GovChanged, HeatChanged, PieceDeployed, ViolenceChanged
from game.narrate.why import (
    why_gov,
    why_heat,
    why_money,
    why_piece,
    why_route,
    why_track,
    why_violence,
)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("track", range(len(TRACKS)))
def test_the_chain_of_a_track_leads_from_its_start_to_its_value(seed: int, track: int) -> None:
    game = finished(seed)
    causes = why_track(words(), game.journal, track, COALITION)[::-1]
    value = getattr(game.campaign.frame.start, TRACKS[track])
    for cause in causes:
        assert cause.before == value
        value = cause.after
    assert value == game.state.tracks[track]


@pytest.mark.parametrize("seed", SEEDS)
def test_harm_goes_back_to_what_was_delivered(seed: int) -> None:
    for cause in why_track(words(), finished(seed).journal, 0, COALITION):
        assert cause.causes and cause.text.startswith("**Harm**")


def test_areas_routes_pieces_and_money_have_their_chains() -> None:
    found = {"gov": 0, "violence": 0, "heat": 0, "route": 0, "piece": 0, "money": 0}
    for seed in SEEDS:
        journal = finished(seed).journal
        for event in journal:
            if isinstance(event, GovChanged):
                found["gov"] += len(why_gov(words(), journal, event.area))
            elif isinstance(event, ViolenceChanged):
                found["violence"] += len(why_violence(words(), journal, event.area))
            elif isinstance(event, HeatChanged):
                found["heat"] += len(why_heat(words(), journal, event.route))
                found["route"] += len(why_route(words(), journal, event.route))
            elif isinstance(event, PieceDeployed):
                found["piece"] += len(why_piece(words(), journal, event.piece))
        found["money"] += len(why_money(words(), journal, 0, "budget"))
    assert all(found.values()), found


@pytest.mark.parametrize("mask", MASKS[1:])
def test_no_chain_tells_more_than_its_readers_may_know(mask: int) -> None:
    journal = finished(2).journal
    pieces = range(len(words().tables.piece_kind))
    for cause in (one for piece in pieces for one in why_piece(words(), journal, piece, mask)):
        assert journal[cause.event].seen & mask == mask


def test_hidden_money_is_known_to_its_seat_alone() -> None:
    journal = finished(1).journal
    assert why_money(words(), journal, 2, "cash", CARTEL)
    assert why_money(words(), journal, 2, "cash", TRUTH)
    assert not why_money(words(), journal, 2, "cash", COALITION)
