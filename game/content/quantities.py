"""Every quantity that a one-line condition may name.

A quantity is a number that the rules can read from the position: a track, a sum, how much of
something a seat has, or whether something holds (1) or not (0). Each has a function of the same
name in the rules. A new one is added there and here, never in a campaign's files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

ArgumentKind = Literal["seat", "area", "route", "card", "kind"]
"""What stands in a quantity's brackets: the id of such a thing."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A named number: what goes in its brackets, the values it can take, and what it means.

    `low` and `high` are the ends that no campaign can pass; None means no end. `whole` is false
    for shares such as a loss rate, which lie between 0 and 1. `is_truth` marks those that are 1
    or 0 and so can stand alone: `active(nadc-charter)`.
    """

    name: str
    argument: ArgumentKind | None
    low: int | None
    high: int | None
    doc: str
    whole: bool = True
    is_truth: bool = False


def _tracks() -> tuple[Quantity, ...]:
    return (
        Quantity("harm", None, 0, 20, "The track Harm, 0 to 20; less is better."),
        Quantity("border", None, 0, 10, "The track Border, 0 to 10."),
        Quantity("cohesion", None, 0, 10, "The track Cohesion, 0 to 10."),
        Quantity("legitimacy", None, 0, 10, "The track Legitimacy, 0 to 10."),
        Quantity("fusion", None, 0, 3, "The track Fusion, 0 to 3."),
        Quantity("sovereignty", None, 0, 10, "The track Sovereignty, 0 to 10."),
        Quantity("resilience", None, 0, 10, "The track Resilience, 0 to 10."),
        Quantity("cases", None, 0, None, "Cases in the coalition's pool."),
        Quantity("consent", None, 0, 3, "The Consent level, 0 to 3."),
    )


def _time() -> tuple[Quantity, ...]:
    return (
        Quantity("quarter", None, 1, 20, "The number of the quarter, from 1."),
        Quantity("quarters_left", None, 0, 19, "Quarters after this one; 0 in the last."),
        Quantity("round", None, 0, 3, "The tactical round, from 1; 0 outside the tactical phase."),
    )


def _seats() -> tuple[Quantity, ...]:
    return (
        Quantity("budget", "seat", 0, None, "Budget that the seat has now."),
        Quantity("capital", "seat", 0, 12, "Political Capital that the seat has now."),
        Quantity("cash", "seat", 0, None, "Cash that the Red seat has now."),
        Quantity("bank", "seat", 0, None, "Cash that the Red seat has banked for good."),
        Quantity("stash", "seat", 0, None, "Income that the Red seat has not laundered yet."),
        Quantity("supply", "seat", 0, None, "Units that the network sends out this quarter."),
        Quantity(
            "launder_gap",
            "seat",
            None,
            None,
            "Supply less what the seat's Fronts launder in a quarter; above 0 they are too few.",
        ),
        Quantity("fronts", "seat", 0, None, "Fronts of the Red seat on the map."),
        Quantity("labs", "seat", 0, None, "Labs of the Red seat on the map."),
        Quantity("cells", "seat", 0, None, "Cells of the Red seat on the map."),
        Quantity("reach", "seat", 0, None, "Population in areas that count for the seat's Reach."),
        Quantity("units", "seat", 0, None, "Units and pieces of the seat on the map."),
        Quantity("hand", "seat", 0, None, "Tactical cards in the seat's hand."),
        Quantity("ready", "seat", 0, 1, "Whether the seat holds a Ready marker.", is_truth=True),
        Quantity("margin", "seat", None, None, "The seat's margin, as a Review would show it now."),
    )


def _board() -> tuple[Quantity, ...]:
    return (
        Quantity("gov", "area", -2, 2, "Governance of the area; 0 where it has none."),
        Quantity("violence", "area", 0, 3, "Violence in the area."),
        Quantity("gov_score", None, None, None, "Sum of population times governance."),
        Quantity("heat", "route", 0, 9, "Heat of the route."),
        Quantity("flow", "route", 0, None, "Units that the route carried in the last FLOW."),
        Quantity("open", "route", 0, 1, "Whether the route is in use.", is_truth=True),
        Quantity("watchers", "route", 0, None, "NADC units that watch the route."),
        Quantity("pieces", "kind", 0, None, "Pieces of this kind on the map."),
        Quantity("exposed", "kind", 0, None, "Pieces of this kind on the map that are exposed."),
    )


def _flow() -> tuple[Quantity, ...]:
    return (
        Quantity(
            "loss_rate",
            "seat",
            0,
            1,
            "Share of the seat's units seized in the last FLOW, 0 to 1; 0 before the first.",
            whole=False,
        ),
        Quantity("routed", None, 0, None, "Units sent out in the last FLOW."),
        Quantity("delivered", None, 0, None, "Units delivered in the last FLOW."),
        Quantity("seized", None, 0, None, "Units seized in the last FLOW."),
        Quantity(
            "seen_not_stopped", None, 0, None, "Units detected but not stopped in the last FLOW."
        ),
        Quantity("undetected", None, 0, None, "Units delivered unseen in the last FLOW."),
    )


def _cards() -> tuple[Quantity, ...]:
    return (
        Quantity("active", "card", 0, 1, "Whether the card is in effect now.", is_truth=True),
        Quantity("pending", "card", 0, 1, "Whether it waits to take effect.", is_truth=True),
        Quantity("unlocked", "card", 0, 1, "Whether an effect has unlocked it.", is_truth=True),
        Quantity("played", "card", 0, 1, "Whether it was ever played.", is_truth=True),
        Quantity(
            "ran_before",
            "card",
            0,
            1,
            "Whether it was played last quarter, on the same target where an effect asks.",
            is_truth=True,
        ),
    )


QUANTITIES: Mapping[str, Quantity] = {
    quantity.name: quantity
    for quantity in (*_tracks(), *_time(), *_seats(), *_board(), *_flow(), *_cards())
}
"""Every quantity by name, in the order in which the reference lists them."""
