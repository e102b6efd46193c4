"""How fast campaigns are read and checked; figures, never asserts about time.

Run with `pytest tests/benchmarks/test_content_speed.py -o addopts="" --benchmark-columns=median`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content.loader import check_campaign, check_campaign_texts, load_campaign
from game.content.positions import Lines
from game.content.reading.tree import Allowance, read_tree
from game.resources import campaigns_dir

FIRST_LIGHT = campaigns_dir() / "first-light"
BASE = Path(__file__).parent.parent / "bad" / "base"
CARDS = 2_000

CARD = """
  - id: card-{number}
    title: Card {number}
    level: strategic
    seats: [us, mexico]
    consent: [us, mexico]
    summary: "Both partners agree: Cohesion **+1**, and nobody is told in advance."
    price: Legitimacy **-1** at once.
    cost: {{budget: 1, capital: 1}}
    requires: ["cohesion >= 3", {{any: ["active(pact)", "quarter >= 2"]}}]
    on_play:
      - {{do: track, track: legitimacy, by: -1, if: cohesion <= 5}}
    effects:
      - {{do: track, track: cohesion, by: 1}}
      - {{do: modifier, what: test, test: case, by: 1, countries: [mexico]}}
    each_quarter:
      - {{do: expose, piece: front, where: {{pick: all, kinds: [border]}}}}
    duration: 2
    objectives: [read-odds]
    source: {{document: A document, section: A section}}
    discuss: "What did each partner give up, and what did it get for it?"
    ai: {{instrument: diplomacy, urgency: 2}}
"""


def large() -> tuple[dict[str, str], dict[str, str]]:
    """The small sound campaign with two thousand cards more."""

    def texts(folder: Path) -> dict[str, str]:
        return {
            path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
            for path in folder.rglob("*.yaml")
        }

    own, shared = texts(BASE / "small-test"), texts(BASE / "library")
    own["cards/many.yaml"] = "cards:" + "".join(CARD.format(number=n) for n in range(CARDS))
    names = "".join(f", card-{n}" for n in range(CARDS))
    own["campaign.yaml"] = own["campaign.yaml"].replace(
        "cards: [shared-patrol, pact", f"cards: [shared-patrol{names}, pact"
    )
    return own, shared


@pytest.fixture(scope="module")
def many_cards() -> tuple[dict[str, str], dict[str, str]]:
    return large()


def test_load_first_light_warm(benchmark):
    benchmark(load_campaign, FIRST_LIGHT)


def test_check_first_light_warm(benchmark):
    benchmark(check_campaign, FIRST_LIGHT)


def test_check_two_thousand_cards(benchmark, many_cards):
    report = benchmark.pedantic(check_campaign_texts, many_cards, rounds=3, warmup_rounds=1)
    assert report.problems == ()
    assert len(report.campaign.cards) > CARDS


def test_read_two_thousand_cards_with_positions(benchmark, many_cards):
    text = many_cards[0]["cards/many.yaml"]

    def read():
        lines = Lines()
        lines.add("cards/many.yaml", text)
        return read_tree("cards/many.yaml", text, lines, Allowance())

    assert benchmark.pedantic(read, rounds=3, warmup_rounds=1).root is not None
