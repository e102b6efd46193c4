"""What a question, a card and a surge say of price and effect is what they do."""

from narrate_games import PERSONS, choose, finished, first_light, words

from game.model.actions import Action
from game.model.ids import NO_CARD, SeatIx, SeatMask, area_ref, number_ref
from game.narrate.choices.actions import action_price, action_summary
from game.narrate.choices.odds import odds_text
from game.narrate.choices.prompts import prompt
from game.rules.engine import Game
from game.rules.resolution import Odds

MEXICO = SeatIx(1)


def test_a_govern_without_cost_speaks_of_no_price() -> None:
    central = area_ref(first_light().area_ix["mx-central"])
    paid, free = (Action(MEXICO, "govern", NO_CARD, central, number_ref(one)) for one in (0, 1))
    assert "3 Budget" in action_summary(words(), paid)
    assert "Budget" not in action_summary(words(), free)
    assert action_price(words(), free) == "free"
    view = finished(0).view_for(SeatMask(1 << MEXICO))
    assert view.pending is None
    assert "costs nothing" in prompt(words(), view, MEXICO, [free]).text
    assert "costs nothing" not in prompt(words(), view, MEXICO, [paid, free]).text


def test_a_partner_reads_what_it_would_pay() -> None:
    for seed in range(12):
        game = Game.start(first_light(), PERSONS, seed)
        for turn in range(600):
            if game.is_over:
                break
            asked = game.state.pending[-1] if game.state.pending else None
            us = [one for one in game.legal_actions(SeatIx(0)) if one.verb == "agree"]
            if asked is not None and asked.kind == "fund" and us:
                said = prompt(words(), game.view_for(SeatMask(1)), 0, us).text
                assert "United States pays" in said
                return
            game.apply(choose(game, seed, turn))
    raise AssertionError("nobody was asked to pay a share")


def test_a_card_says_what_it_brings_in_any_case() -> None:
    card = first_light().card_ix["public-information"]
    said = odds_text(words(), Odds(3, 3, (), False), Action(MEXICO, "play", card))
    assert said.sure.startswith("In any case: ") and "Legitimacy" in said.sure
    plain = odds_text(words(), Odds(3, 3, (), False), Action(MEXICO, "surveil", NO_CARD))
    assert plain.sure == ""
