"""Odds before commitment: N, percent, every modifier by name, and what success brings (RULES 7)."""

from collections.abc import Mapping
from typing import NamedTuple

from game.model.actions import Action
from game.model.ids import NO_CARD, NO_REF, ref_ix, ref_kind
from game.narrate.language import mark
from game.narrate.things.areas import gov_line
from game.narrate.things.effects import effects_words
from game.narrate.words import Words, signed
from game.rules.resolution import Odds

NAMES: Mapping[str, tuple[str, str]] = {
    "base": (mark("Base"), mark("every such Test begins with it")),
    "gov": (mark("Governance"), mark("institutions help")),
    "gov-minus": (mark("Governance"), mark("institutions resist, or give way")),
    "advisor": (mark("Advisor"), mark("an advisor is there")),
    "forensic": (mark("Forensic help"), mark("a forensic advisor or prosecutor is in the field")),
    "mole": (mark("Mole"), mark("somebody there talks")),
    "gunmen": (mark("Gunmen"), mark("armed men are there")),
    "violence": (mark("Violence"), mark("the place is not safe")),
    "legitimacy": (mark("High Legitimacy"), mark("witnesses come forward")),
    "legitimacy-low": (mark("Low Legitimacy"), mark("nobody wants to help")),
    "lab-or-cell": (mark("Lab or Cell"), mark("the network is at home there")),
    "ready": (mark("Ready marker"), mark("used up by this Test")),
    "respond": (mark("Reaction"), mark("the other side responds")),
    "respond-help": (mark("Reaction"), mark("a partner responds")),
    "rule": (mark("Standing rule"), mark("in effect now")),
}
"""Modifiers without a thing of their own: name and detail by label code."""
BEST = {"detect": mark("Best D there"), "endgame": mark("Best own E there")}
CARD_DETAIL = mark("card in effect")
BONUS_DETAIL = mark("condition of this card")
UNIT_DETAIL = mark("a unit of yours is there")

SUCCESS: Mapping[str, str] = {
    "surveil-area": mark("Success: hidden pieces exposed there: **{finds}**."),
    "surveil-route": mark("Success: see its true flow. Pieces exposed at its ends: **{finds}**."),
    "raid": mark("Success: the piece is **removed**."),
    "raid-front": mark("Success: the Front is **removed**, and the stash loses {stash}."),
    "case": mark("Success: Cases **+{case}**."),
    "govern": mark("Success: governance **+1**."),
    "bribe": mark("Success: governance **−1**."),
    "bribe-mole": mark("Success: a **mole** is placed."),
    "intimidate": mark("Success: violence **+1**, and one advisor or team goes home."),
}
CLEAN: Mapping[str, str] = {
    "surveil-area": mark("A 1: expose **{finds}**."),
    "raid": mark("A 1: also Cases **+{raid}**."),
    "raid-front": mark("A 1: also Cases **+{raid}**."),
    "case": mark("A 1: Cases **+{case}**."),
    "govern": mark("A 1: also violence **−1**."),
}


class ModifierText(NamedTuple):
    """One line of the list of modifiers: its number, its name, and why it counts."""

    number: int
    name: str
    detail: str


class OddsText(NamedTuple):
    """What the odds dialog says. `fraction` is "2/6", `percent` "33 %"; `sure` is what happens
    whatever is rolled."""

    fraction: str
    percent: str
    succeed_on: str
    clean_on: str
    rows: tuple[ModifierText, ...]
    total: str
    unknown: str
    success: str
    clean: str
    complication: str
    sure: str = ""


def odds_fraction(needed: int) -> str:
    """A chance in six: "4/6"."""
    return f"{needed}/6"


def odds_percent(needed: int) -> str:
    """The same in percent: "67 %"."""
    return f"{round(needed * 100 / 6)} %"


def odds_phrase(words: Words, needed: int) -> str:
    """A chance within a sentence: "4 in 6 (67 %)"."""
    return words.say("{number} in 6 ({percent})", number=needed, percent=odds_percent(needed))


def modifier(words: Words, label: str, number: int) -> ModifierText:
    """A modifier by its label code, such as `mole`, `detect:border-team` or `card:leak`."""
    code, _, what = label.partition(":")
    campaign = words.campaign
    if code in BEST:
        return ModifierText(number, words.say(BEST[code]), _unit(words, what))
    if code == "unit":
        return ModifierText(number, _unit(words, what), words.say(UNIT_DETAIL))
    if code == "bonus":
        return ModifierText(number, words.text(what), words.say(BONUS_DETAIL))
    if code == "card" and what in campaign.card_ix:
        return ModifierText(number, words.card(campaign.card_ix[what]), words.say(CARD_DETAIL))
    name, detail = NAMES.get(code, NAMES["rule"])
    return ModifierText(number, words.say(name), words.say(detail))


def _unit(words: Words, kind: str) -> str:
    ix = words.campaign.kind_ix.get(kind)
    return "" if ix is None else words.kind(ix)


def odds_text(words: Words, odds: Odds, action: Action, step: int | None = None) -> OddsText:
    """The odds of an action that rolls; `step` is the area's governance, where it matters."""
    rows = [modifier(words, "base", odds.base)]
    rows += [modifier(words, label, number) for label, number in odds.mods]
    if step is not None:
        rows = [_with_governance(words, row, step) for row in rows]
    return OddsText(
        fraction=odds_fraction(odds.needed),
        percent=odds_percent(odds.needed),
        succeed_on=succeed_on(words, odds.needed),
        clean_on=words.say("clean on 1"),
        rows=tuple(rows),
        total=words.say("N = roll this or less"),
        unknown=words.say("Unknown factors are possible.") if odds.unknown else "",
        success=success_text(words, action),
        clean=clean_text(words, action),
        complication=complication_text(words, action),
        sure=sure_text(words, action),
    )


def _with_governance(words: Words, row: ModifierText, step: int) -> ModifierText:
    name, _ = NAMES["gov"]
    return row._replace(detail=gov_line(words, step)) if row.name == words.say(name) else row


def succeed_on(words: Words, needed: int) -> str:
    """Which rolls succeed: "succeed on 1 or 2"."""
    rolls = words.any_of([str(roll) for roll in range(1, needed + 1)])
    return words.say("succeed on {rolls}", rolls=rolls)


def _way(words: Words, action: Action) -> str:
    kind = ref_kind(action.target)
    if action.verb == "surveil":
        return "surveil-route" if kind == "route" else "surveil-area"
    if action.verb == "bribe" and action.other != NO_REF and ref_ix(action.other) == 1:
        return "bribe-mole"
    if action.verb == "raid" and kind == "piece":
        is_front = words.tables.has_trait(ref_ix(action.target), "front")
        return "raid-front" if is_front else "raid"
    return action.verb


def sure_text(words: Words, action: Action) -> str:
    """What a card brings before its Test is rolled; empty for nothing."""
    if action.card == NO_CARD:
        return ""
    effects = effects_words(words, words.campaign.cards[action.card].on_play)
    return words.say("In any case: {effects}.", effects=effects) if effects else ""


def success_text(words: Words, action: Action) -> str:
    """What success brings; empty for an action without a Test."""
    if action.card != NO_CARD:
        effects = effects_words(words, words.campaign.cards[action.card].effects)
        return words.say("Success: {effects}.", effects=effects) if effects else ""
    template = SUCCESS.get(_way(words, action))
    tests = words.campaign.rules.tests
    values = {"stash": tests.raid_stash, "finds": tests.surveil_finds, "case": tests.case_gain}
    return words.say(template, **values) if template else ""


def clean_text(words: Words, action: Action) -> str:
    """What a 1 brings beyond success; empty for nothing."""
    if action.card != NO_CARD:
        effects = effects_words(words, words.campaign.cards[action.card].clean)
        return words.say("A 1: also {effects}.", effects=effects) if effects else ""
    template = CLEAN.get(_way(words, action))
    tests = words.campaign.rules.tests
    values = {"finds": tests.surveil_clean, "raid": tests.raid_clean, "case": tests.case_clean}
    return words.say(template, **values) if template else ""


def complication_text(words: Words, action: Action) -> str:
    """What a 6 brings."""
    tests = words.campaign.rules.tests
    violence = signed(tests.complication_violence)
    legitimacy = signed(tests.complication_legitimacy)
    if action.card != NO_CARD:
        effects = effects_words(words, words.campaign.cards[action.card].complication)
        if effects:
            return words.say("A 6: {effects}.", effects=effects)
    if words.tables.is_red(action.seat):
        return words.say("A 6: the acting piece or the nearest Cell is exposed.")
    if ref_kind(action.target) == "area" and words.tables.governed[ref_ix(action.target)]:
        area = words.area(ref_ix(action.target))
        return words.say("A 6: violence **{change}** in {area}.", change=violence, area=area)
    if ref_kind(action.target) == "piece":
        return words.say(
            "A 6: violence **{violence}** there, or Legitimacy **{legitimacy}** where there is no "
            "governance.",
            violence=violence,
            legitimacy=legitimacy,
        )
    return words.say("A 6: Legitimacy **{change}**.", change=legitimacy)
