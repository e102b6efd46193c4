"""What sentences say beyond the number: what was paid for, why a track moved, who was asked."""

import re

from narrate_games import COALITION, PERSONS, SEEDS, TRUTH, finished, first_light, words

from game.model.events import (
    ActionTaken,
    DieRolled,
    FlowSettled,
    MoneyChanged,
    PhaseBegan,
    Said,
    TrackChanged,
)
from game.model.ids import AreaIx, SeatIx
from game.narrate.choices.prompts import prompt
from game.narrate.log import log
from game.narrate.moment import Moment
from game.narrate.sentences import sentence
from game.narrate.why import why_track
from game.rules.engine import Game
from game.rules.tables import CONSENT, SOVEREIGNTY

US, MEXICO = SeatIx(0), SeatIx(1)


def _budget(before: int, after: int, moment: Moment, cause: int = -1) -> str:
    said = sentence(words(), MoneyChanged(US, "budget", before, after, cause=cause), moment)
    assert said is not None
    return said.text


def test_to_keep_consent_is_told_as_keeping_it() -> None:
    game = Game.start(first_light(), PERSONS, 1)
    while game.state.phase != "strategic":
        game.apply(game.legal_actions()[-1])
    seats = [game.to_move[0]]
    game.apply(next(one for one in game.legal_actions() if one.verb == "pass"))
    texts = [line.text for line in log(words(), game.journal, COALITION)]
    name = words().seat(seats[0])
    assert f"**{name}** keeps Consent at **1**: overflight." in texts
    while game.state.phase == "strategic":
        game.apply(next(one for one in game.legal_actions() if one.verb == "pass"))
    texts = [line.text for line in log(words(), game.journal, COALITION)]
    assert f"**{name}** plays no strategic card." in texts
    assert not any(" passes." in text for text in texts)


def test_income_tells_what_is_new_and_what_was_kept() -> None:
    moment = Moment(phase="situation")
    assert _budget(0, 5, moment).endswith("begins the quarter with **5 Budget**.")
    assert _budget(1, 6, moment).endswith("with **6 Budget**: 5 new, 1 kept.")
    assert _budget(3, 5, moment).endswith("with **5 Budget**: 3 new, 2 kept, 1 lapsed.")


def test_what_is_paid_when_the_quarter_ends_says_for_what() -> None:
    paid = [
        part.text
        for seed in SEEDS
        for line in log(words(), finished(seed).journal, TRUTH)
        for part in line.parts
        if line.phase == "assess" and " Budget**" in part.text
    ]
    assert paid
    assert all(" for units it keeps" in text or " for Govern" in text for text in paid)


def test_a_seat_that_did_not_choose_loses_what_is_taken() -> None:
    moment = Moment(phase="tactical", actor=SeatIx(2), verb="play")
    assert " loses **1 Budget**" in _budget(2, 1, moment, cause=3)
    moment.actor = US
    assert " pays **1 Budget**" in _budget(2, 1, moment, cause=3)


def test_sovereignty_moves_for_a_reason() -> None:
    event = TrackChanged(SOVEREIGNTY, 6, 5)
    said = sentence(words(), event, Moment(phase="assess", consent=2))
    assert said is not None
    assert said.text.endswith("from 6 to **5**, since Consent is 2: advisors.")
    other = sentence(words(), _with_cause(event), Moment(phase="assess", consent=2))
    assert other is not None and "Consent" not in other.text


def _with_cause(event: TrackChanged) -> TrackChanged:
    """The same with something that led to it."""
    return TrackChanged(event.track, event.before, event.after, cause=2)


def test_the_moment_follows_consent() -> None:
    moment = Moment.at_start(words().tables)
    assert moment.consent == first_light().frame.start.consent
    moment.read(TrackChanged(CONSENT, 1, 2))
    assert moment.consent == 2


def test_a_reason_stands_behind_what_it_explains() -> None:
    told = 0
    for seed in SEEDS:
        for line in log(words(), finished(seed).journal, TRUTH):
            for place, part in enumerate(line.parts):
                if part.text.startswith("Reason: "):
                    assert place > 0
                    told += 1
    journal = finished(SEEDS[0]).journal
    reasons = sum(isinstance(event, Said) and event.kind == "why" for event in journal)
    assert told or not reasons


def test_a_reason_waits_for_the_sentence_of_its_own_action() -> None:
    game = finished(SEEDS[0])
    place, event = next(
        (place, event)
        for place, event in enumerate(game.journal)
        if isinstance(event, ActionTaken) and event.action.verb == "watch"
    )
    why = Said(event.action.seat, "Follow the flow.", "why", cause=place, seen=event.seen)
    follows = [event for event in game.journal[place + 1 : place + 4] if event.cause == place]
    lines = log(words(), [*game.journal[: place + 1], why, *follows], TRUTH)
    texts = [part.text for part in lines[-1].parts][-2:]
    assert " watches " in texts[0] and texts[1] == "Reason: Follow the flow."


def test_a_plain_die_tells_its_chance_and_whether_it_happens() -> None:
    for rolled, happens in ((1, True), (3, False)):
        said = sentence(words(), DieRolled("spillover", AreaIx(5), 2, rolled))
        assert said is not None
        assert "2 in 6 (33 %)" in said.text
        assert said.text.endswith("and it does." if happens else "and it does not.")


def test_flow_counts_in_the_right_number() -> None:
    for seen, told in ((0, None), (1, "**1** time a load"), (2, "**2** times a load")):
        event = FlowSettled((9, 1, seen, 8, 0), 11, 25)
        said = sentence(words(), event)
        assert said is not None
        assert (told in said.text) if told else ("not stopped" not in said.text)


def test_why_reads_each_event_at_its_own_moment() -> None:
    game = finished(SEEDS[0])
    for cause in why_track(words(), game.journal, SOVEREIGNTY):
        assert cause.text.startswith("**Sovereignty** goes ")
    begun = next(event for event in game.journal if isinstance(event, PhaseBegan))
    moments = [(event, moment.phase) for moment, event in _followed([begun])]
    assert moments == [(begun, begun.phase)]


def _followed(journal: list[PhaseBegan]) -> list[tuple[Moment, PhaseBegan]]:
    moment = Moment()
    return [(moment, event) for _, event in moment.follow(journal)]  # type: ignore[misc]


def test_a_host_is_reminded_of_what_govern_will_cost() -> None:
    game = Game.start(first_light(), PERSONS, 1)
    price = first_light().rules.money.govern_budget
    hints: dict[int, set[bool]] = {US: set(), MEXICO: set()}
    while game.state.quarter == 1 and game.state.phase != "assess":
        seat = game.to_move[0]
        if game.tables.is_nadc(seat) and not game.state.pending:
            legal = game.legal_actions(seat)
            said = prompt(words(), game.view_for(1 << seat), seat, legal).text
            hints[seat].add(said.endswith(f"Govern will cost {price} Budget."))
        game.apply(game.legal_actions()[-1])
    assert hints[US] == {False}
    assert True in hints[MEXICO]


def test_no_sentence_names_a_piece_without_its_article() -> None:
    kinds = "|".join(re.escape(kind.name) for kind in first_light().kinds)
    bare = re.compile(rf"(?<!the )(?<!The )(?<!a )(?<!A )(?<!an )(?<!An )\*\*({kinds})\*\* in ")
    for seed in SEEDS:
        for line in log(words(), finished(seed).journal, TRUTH):
            found = bare.search(line.text)
            assert found is None or found.group(1) == "Gunmen", line.text
