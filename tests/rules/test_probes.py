"""RULES B1: the questions of the tutorial."""

import pytest

from game.model.events import ProbeAnswered
from game.model.ids import option_ref
from game.rules.probes import stop_chances
from tests.rules.tabletop import Tabletop


@pytest.mark.parametrize("detect", range(1, 7))
@pytest.mark.parametrize("endgame", range(1, 7))
def test_three_different_answers_of_which_one_is_right(detect: int, endgame: int):
    right, options = stop_chances(detect, endgame)
    assert right == round(100 * detect * endgame / 36)
    assert len(set(options)) == 3
    assert list(options) == sorted(options)
    assert options.count(right) == 1
    assert all(0 <= one <= 100 for one in options)


def test_people_are_asked_and_told_whether_they_were_right():
    top = Tabletop(persons=("us",))
    while not (top.state.pending and top.state.pending[-1].kind == "odds-probe"):
        top.game.apply(top.game.legal_actions()[-1])
    asked = top.state.pending[-1]
    wrong = next(ix for ix, one in enumerate(asked.options) if one != asked.value)
    happened = top.do("us", "answer", target=option_ref(wrong))
    answered = next(e for e in happened if isinstance(e, ProbeAnswered) and e.probe == "odds")
    assert (answered.right, answered.answer) == (False, asked.options[wrong])
