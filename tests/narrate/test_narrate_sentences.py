"""Every event has a sentence, and every sentence reads well."""

import re

import pytest
from narrate_games import MASKS, SEEDS, TRUTH, finished, words

from game.model import events
from game.model.events import EVENTS, PieceRemoved, TrackChanged
from game.model.ids import NO_CARD, PieceIx, SeatIx, TrackIx, area_ref
from game.narrate.log import log
from game.narrate.moment import Moment
from game.narrate.sentences import KINDS, SENTENCES, SILENT, sentence

_END = re.compile(r"[.?!][»”\"]?$")


def test_every_event_has_a_sentence_or_is_bookkeeping() -> None:
    assert {event for event in EVENTS if event not in SENTENCES} == SILENT
    assert not SILENT & set(SENTENCES)
    assert set(SENTENCES) == set(KINDS)
    assert set(SENTENCES) <= set(EVENTS)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("mask", MASKS)
def test_every_line_of_a_game_reads_well(seed: int, mask: int) -> None:
    lines = log(words(), finished(seed).journal, mask)
    assert len(lines) > 40
    for line in lines:
        assert "{" not in line.text and "  " not in line.text, line
        assert line.text.count("**") % 2 == 0, line
        assert _END.search(line.text.rstrip("*")), line
        assert line.text.lstrip("*")[0].isupper() or line.text.lstrip("*")[0].isdigit(), line
        assert line.heading and line.quarter >= 0 and line.event == min(line.events)


@pytest.mark.parametrize("seed", SEEDS)
def test_links_point_at_things_of_the_campaign(seed: int) -> None:
    game = finished(seed)
    campaign = game.campaign
    counts = {
        "area": len(campaign.areas),
        "route": len(campaign.routes),
        "card": len(campaign.cards),
        "piece": len(game.tables.piece_kind),
        "track": 9,
        "seat": len(campaign.seats),
        "kind": len(campaign.kinds),
        "inject": len(campaign.injects),
    }
    links = [link for line in log(words(), game.journal, TRUTH) for link in line.links]
    assert {link.kind for link in links} >= {"area", "route", "card", "piece", "track"}
    assert all(0 <= link.ix < counts[link.kind] for link in links)


def test_most_kinds_of_sentence_occur_in_play() -> None:
    told = set()
    for seed in SEEDS:
        journal = finished(seed).journal
        for line in log(words(), journal, TRUTH):
            told |= {type(journal[place]) for place in line.events}
    assert len(told) >= 30


def test_a_track_that_moves_names_both_values() -> None:
    said = sentence(words(), TrackChanged(TrackIx(0), 10, 11))
    assert said is not None
    assert said.text == "**Harm** goes up from 10 to **11**."
    assert [(link.kind, link.ix) for link in said.links] == [("track", 0)]


def test_names_that_are_plurals_take_a_plural_verb() -> None:
    tables = words().tables
    gunmen = next(p for p, _ in enumerate(tables.piece_kind) if tables.kind_of(p).id == "gunmen")
    cell = next(p for p, _ in enumerate(tables.piece_kind) if tables.kind_of(p).id == "cell")
    for piece, verb in ((gunmen, "are"), (cell, "is")):
        said = sentence(words(), PieceRemoved(PieceIx(piece), 4))
        assert said is not None and f" {verb} removed." in said.text


def _test(hidden: int, needed: int, rolled: int) -> events.TestRolled:
    mods = (("detect:border-team", 1),)
    target = area_ref(5)
    return events.TestRolled(SeatIx(0), "surveil", NO_CARD, target, 2, mods, hidden, needed, rolled)


def _said(event: events.TestRolled, mask: int) -> str:
    said = sentence(words(), event, Moment(mask))
    assert said is not None
    return said.text


@pytest.mark.parametrize("rolled", [1, 2, 4, 5, 6])
def test_a_hidden_modifier_changes_no_word_while_it_changes_no_outcome(rolled: int) -> None:
    for mask in MASKS[1:]:
        assert _said(_test(-1, 2, rolled), mask) == _said(_test(0, 3, rolled), mask)


def test_a_hidden_modifier_is_never_worded_to_a_seat() -> None:
    for mask in MASKS[1:]:
        hindered = _said(_test(-1, 2, 3), mask)
        assert "unknown factors made it fail" in hindered and "−1" not in hindered
        helped = _said(_test(1, 4, 4), mask)
        assert "unknown factors made it a success" in helped and "+1" not in helped
    assert "Hidden factors: −1." in _said(_test(-1, 2, 3), TRUTH)
