"""What the words of fixed lists mean, where the word alone does not say it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.content.schema.bots import Line, Rank
from game.content.schema.campaign import Margin, Objective
from game.content.schema.cards import Reaction, TestPart
from game.content.schema.effects import AreaPick, Lasts, ModifierWhat, RemoveEffect
from game.content.schema.guide import StepDone
from game.content.schema.injects import Inject
from game.content.schema.units import Trait
from game.content.schema.words import AreaKind, Authority, Phase
from game.content.wording.grammar import words_of

Manual = Mapping[str, str]

_RANKS: Manual = {
    "gov-low": "lowest governance first",
    "gov-high": "highest governance first",
    "gov-zero-first": "areas at governance 0 first",
    "pop-high": "most people first",
    "pop-low": "fewest people first",
    "violence-high": "most violence first",
    "violence-low": "least violence first",
    "flow-high": "where most loads passed in the last FLOW, as the seat knows it",
    "flow-low": "where fewest loads passed",
    "heat-low": "coolest routes first",
    "heat-high": "hottest routes first",
    "cost-low": "cheapest routes first",
    "exposed": "exposed pieces first, or areas with most of them",
    "own-unit": "where the seat has most units or pieces",
    "unguarded": "where fewest coalition units are",
    "red-many": "where most Red pieces are known",
    "red-few": "where fewest Red pieces are known",
    "odds-high": "the best odds first",
    "border-first": "border areas, and routes between two countries, first",
    "home-first": "the seat's own country first",
}
_PARTS: Manual = {
    "detect": "the best D that watches the route, or stands in the area",
    "endgame": "the seat's best E in the area, where it has jurisdiction",
    "gov": "governance of the area, where it is above 0",
    "gov-minus": "governance of the area, turned round: the weaker the state, the easier",
    "lab-or-cell": "-1 where a lab or a cell stands",
    "advisor": "+1 where an advisor of the coalition stands",
    "forensic": "+1 while a forensic advisor or a prosecutor is on the map",
    "mole": "-1 where a mole is, on a route at either end",
    "gunmen": "-1 where gunmen stand; +1 for Red",
    "violence": "-1 at violence 2 or more; +1 for Red at 1 or more",
    "legitimacy": "+1 at Legitimacy 7 or more",
}
_MODIFIERS: Manual = {
    "test": "N of the tests named under `test`",
    "supply": "loads that the network sends out each quarter",
    "source-output": "loads that a source puts out each quarter; `where` names it",
    "launder": "what the network launders each quarter",
    "free-govern": "further Govern attempts each quarter, without cost",
    "gov-floor": "the area cannot fall below `by`",
    "handover": "one more endgame roll on the target route, by a partner",
    "fewer-plays": "plays fewer that Red executes next time",
    "income": "Budget each quarter",
    "upkeep": "what the network pays each quarter",
    "show-rotating": "Red sees Rotating choices; `by` has no meaning",
    "locate": "N of every Surveil",
}
_TRAITS: Manual = {
    "cell": "lets Red act in its area and next door; makes Govern harder",
    "lab": "makes Govern harder",
    "front": "loses stash when it is raided; counts for the network's money",
    "mole": "makes coalition tests and detection harder",
    "gunmen": "makes Raids harder and threats easier",
    "decoy": "is found in place of another piece, and then leaves",
    "advisor": "+1 on partners' tests in its area; abroad it needs Consent 2",
    "forensic": "+1 on Build case; abroad it needs Consent 2",
    "prosecutor": "+1 on Build case; abroad it needs Consent 2",
    "aircraft": "abroad it needs Consent 1 only",
    "satellite": "stands nowhere; abroad it needs Consent 1 only",
    "ew": "makes Red Tests in its area harder, and stops Red reactions there",
}
_MARGINS: Manual = {
    "us": "(target for Harm less Harm) plus (Border less 5)",
    "mexico": "half of (population times governance, less its target) plus (Sovereignty less 5)",
    "canada": "(Cohesion less 6) plus (Legitimacy less 6) plus 2 less Fronts in the north",
    "cartel": "the lower of (bank less its target) and (Reach less its target)",
    "none": "the seat is not measured",
}
_MEASURES: Manual = {
    "odds-probe": "each seat picks the right odds of a route out of three, once a quarter",
    "growth-probe": "before FLOW each seat names the route that will grow most",
    "find-fix-prosecute": "a piece is exposed, raided and prosecuted",
    "none": "play does not measure it; a card or an inject should name it under `objectives`",
}
_LASTS: Manual = {
    "card": "while the card is in effect",
    "quarter": "this quarter only",
    "game": "to the end of the game",
}
_PICKS: Manual = {
    "target": "the card's target",
    "second": "the card's second target",
    "all": "every area that fits the other keys",
    "random": "so many as `count` says, drawn",
    "neighbours": "the areas next to the target",
}
_REMOVED: Manual = {
    "target": "the piece that the card is aimed at",
    "exposed-first": "exposed ones first, then hidden ones",
    "random": "any, drawn",
}
_AREAS: Manual = {
    "source": "where loads begin",
    "transit": "on the way, outside Mexico",
    "home": "a part of a country with governance to win or lose",
    "border": "a crossing or a sector at a border",
    "market": "where loads are delivered",
    "sea": "open water",
    "box": "a place beside the map",
}
_AUTHORITIES: Manual = {
    "LE": "law enforcement: may stop, search and arrest in its own country and at sea",
    "T10": "military support: may see and help, never stop anybody at home",
    "T32": "National Guard: may see and help",
    "T14": "coast guard: counts as law enforcement",
    "TREAS": "treasury: money and accounts",
    "HOST": "in another country, by its Consent",
    "none": "no title of its own",
}
_WINDOWS: Manual = {
    "on_card_played": "when another seat plays a card",
    "before_test": "before somebody rolls; `by` changes N",
    "on_seizure": "when a load is seized",
    "on_plot_advance": "when a plot advances",
    "on_track_threshold": "when a track passes a threshold",
}
_LOOKS: Manual = {
    "track": "clicks a track",
    "area": "clicks an area",
    "route": "clicks a route",
    "unit": "clicks a unit",
    "flow-token": "clicks a load while the loads move",
}
_DELIVERIES: Manual = {
    "headline": "a newspaper",
    "intel": "a report for a few eyes",
    "call": "a telephone call",
    "brief": "a briefing",
}
_DEEDS: Manual = {
    "play": "play a strategic or tactical card",
    "deploy": "play an operational card of the coalition",
    "reinforce": "put down a team or vessel without a card",
    "repeal": "end a strategic card of its own",
    "plan": "Red: choose a card in RED_PLAN",
    "spread": "Red: a new cell next to a piece",
    "surveil": "look for pieces, or at a route",
    "surge": "+1 D and +1 E on a watched route",
    "raid": "remove an exposed piece",
    "case": "build a Case",
    "bribe": "Red: lower governance, or with `kind` a mole place one",
    "intimidate": "Red: raise violence",
    "relocate": "Red: move a piece, hidden again",
    "govern": "raise governance, in ASSESS",
    "watch": "change what a unit watches",
    "rotate": "set a unit Rotating",
    "move": "move a unit to a neighbouring area",
    "hold": "take a Ready marker",
    "pass": "do nothing",
    "prosecute": "spend a Case after a Raid",
    "consent": "set Consent to `level`",
}
_STEP_VERBS: Manual = {
    "consent": "set Consent, or keep it, in STRATEGIC",
    "play": "play a strategic card in STRATEGIC, or a tactical one in TACTICAL",
    "repeal": "end a strategic card of its own, in STRATEGIC",
    "agree": "agree to what a partner proposes",
    "refuse": "refuse what a partner proposes",
    "join": "join a partner's operation",
    "decline": "stay out of a partner's operation",
    "deploy": "play an operational card of the coalition, in OPERATIONAL",
    "reinforce": "put down a team or vessel without a card, in OPERATIONAL",
    "place": "choose where a new piece stands",
    "watch": "choose which route a unit watches",
    "rotate": "set a unit Rotating, in OPERATIONAL",
    "routes": "choose the routes of a Rotating unit",
    "move": "move a unit to a neighbouring area, in OPERATIONAL",
    "return": "take a piece back when its upkeep cannot be paid",
    "plan": "Red: choose a card in RED_PLAN",
    "spread": "Red: a new cell next to a piece, in RED_PLAN",
    "pin": "Red: keep loads on a route",
    "prefer": "Red: send loads to a route first",
    "keep-shut": "Red: open no further route",
    "bank": "Red: choose how much cash stays in hand, the rest being banked",
    "surveil": "look for pieces, or at a route, in TACTICAL",
    "surge": "+1 D and +1 E on a watched route, in TACTICAL",
    "raid": "remove an exposed piece, in TACTICAL",
    "case": "build a Case, in TACTICAL",
    "prosecute": "spend a Case after a Raid",
    "bribe": "Red: lower governance or place a mole, in TACTICAL",
    "intimidate": "Red: raise violence, in TACTICAL",
    "relocate": "Red: move a piece, hidden again, in TACTICAL",
    "hold": "take a Ready marker, in TACTICAL",
    "order": "leave a standing order for a reaction, in TACTICAL",
    "swap": "exchange a card that cannot be played, in SITUATION",
    "govern": "raise governance, in ASSESS",
    "split": "choose who pays for Govern",
    "answer": "answer an inject or a question",
    "done": "end its own part of the phase",
    "pass": "do nothing",
}
_PHASES: Manual = {
    "setup": "pieces are placed",
    "brief": "objectives and briefings are read",
    "situation": "income, cards that take effect, injects",
    "red-plan": "Red chooses its plays in secret",
    "strategic": "the coalition's policy",
    "operational": "the coalition's deployments",
    "red-reveal": "Red pays for its plays and carries them out",
    "tactical": "each seat acts in turn",
    "flow": "the loads move",
    "assess": "upkeep, Govern, and what follows from the quarter",
    "review": "margins are shown and talked about",
    "end": "the ending",
    "hot-wash": "the talk afterwards",
}


def _of(kind: Any, manual: Manual) -> tuple[tuple[str, ...], Manual]:
    return words_of(kind), manual


def _field(model: Any, key: str, manual: Manual) -> tuple[tuple[str, ...], Manual]:
    return words_of(model.model_fields[key].annotation), manual


_MANUALS: Mapping[tuple[str, ...], Manual] = dict(
    (
        _of(Rank, _RANKS),
        _of(TestPart, _PARTS),
        _of(ModifierWhat, _MODIFIERS),
        _of(Trait, _TRAITS),
        _of(Lasts, _LASTS),
        _of(AreaKind, _AREAS),
        _of(Authority, _AUTHORITIES),
        _of(Phase, _PHASES),
        _field(Margin, "kind", _MARGINS),
        _field(Objective, "measure", _MEASURES),
        _field(AreaPick, "pick", _PICKS),
        _field(RemoveEffect, "pick", _REMOVED),
        _field(Reaction, "window", _WINDOWS),
        _field(StepDone, "verb", _STEP_VERBS),
        _field(StepDone, "look", _LOOKS),
        _field(Inject, "delivery", _DELIVERIES),
        _field(Line, "do", _DEEDS),
    )
)


def manual_of(words: tuple[str, ...]) -> Manual:
    """What the words of one fixed list mean; empty where the words speak for themselves."""
    manual = _MANUALS.get(words, {})
    return {word: manual[word] for word in words if word in manual}


def manuals() -> Mapping[tuple[str, ...], Manual]:
    """Every fixed list whose words are explained."""
    return _MANUALS
