"""Actions on buttons: the verb, the whole choice as a label, and what it will do (RULES 5 to 7)."""

from collections.abc import Mapping

from game.model.actions import Action
from game.model.decisions import Decision
from game.model.ids import NO_CARD, NO_REF, Ref, ref_ix, ref_kind
from game.model.view import View
from game.narrate.choices.windows import window_name
from game.narrate.language import mark
from game.narrate.things.cards import cost_words
from game.narrate.things.tracks import consent_detail, consent_price, consent_word
from game.narrate.words import Words, sentence_case, signed

VERB_NAMES: Mapping[str, str] = {
    "consent": mark("Set Consent"),
    "play": mark("Play a card"),
    "repeal": mark("Repeal"),
    "agree": mark("Agree"),
    "refuse": mark("Refuse"),
    "join": mark("Join"),
    "decline": mark("Do not join"),
    "withdraw": mark("Withdraw"),
    "deploy": mark("Deploy"),
    "reinforce": mark("Reinforce"),
    "place": mark("Place"),
    "watch": mark("Watch"),
    "rotate": mark("Rotate"),
    "routes": mark("Choose routes"),
    "move": mark("Move"),
    "return": mark("Send home"),
    "plan": mark("Plan a play"),
    "spread": mark("Spread"),
    "pin": mark("Pin a load"),
    "prefer": mark("Open first"),
    "keep-shut": mark("Open no others"),
    "seal": mark("Seal a turn"),
    "surveil": mark("Surveil"),
    "surge": mark("Surge"),
    "raid": mark("Raid"),
    "case": mark("Build case"),
    "bribe": mark("Bribe"),
    "intimidate": mark("Intimidate"),
    "relocate": mark("Relocate"),
    "hold": mark("Hold"),
    "order": mark("Stand ready"),
    "swap": mark("Change a card"),
    "prosecute": mark("Prosecute"),
    "govern": mark("Govern"),
    "split": mark("Share the cost"),
    "bank": mark("Keep Cash"),
    "answer": mark("Answer"),
    "done": mark("Done"),
    "pass": mark("Pass"),
}

LABELS: Mapping[str, str] = {
    "consent": mark("Consent {number}: {consent}"),
    "play": mark("Play {card}"),
    "play-at": mark("Play {card} on {target}"),
    "play-two": mark("Play {card} on {target} and {other}"),
    "repeal": mark("Repeal {card}"),
    "deploy": mark("Deploy {card}"),
    "reinforce": mark("Reinforce with {target}"),
    "place": mark("Place in {target}"),
    "watch": mark("{target}: watch {other}"),
    "rotate": mark("{target}: set Rotating"),
    "move": mark("Move {target} to {other}"),
    "return": mark("Send {target} home"),
    "plan": mark("Plan {card}"),
    "plan-at": mark("Plan {card} at {target}"),
    "plan-two": mark("Plan {card} at {target} and {other}"),
    "spread": mark("Spread to {target}"),
    "pin": mark("Pin one load to {target}"),
    "prefer": mark("Open {target} first"),
    "surveil": mark("Surveil {target}"),
    "surge": mark("Surge on {target}"),
    "raid": mark("Raid {target}"),
    "case": mark("Build case on {target}"),
    "bribe": mark("Bribe officials in {target}"),
    "bribe-mole": mark("Bribe to place a mole in {target}"),
    "intimidate": mark("Intimidate {target}"),
    "relocate": mark("Relocate {target} to {other}"),
    "order": mark("Respond to an opponent's Test: N −{respond}"),
    "order-help": mark("Respond to a partner's Test: N +{respond}"),
    "order-card": mark("{card}, {window}"),
    "swap": mark("Change {card} for a new card"),
    "prosecute": mark("Prosecute {target}"),
    "govern": mark("Govern {target}"),
    "govern-free": mark("Govern {target} without cost"),
    "bank": mark("Keep {number} Cash"),
}
"""Labels that name what the action is aimed at; other verbs are their own label."""

SUMMARIES: Mapping[str, str] = {
    "consent": mark("Decides what foreign units may do in your country this quarter."),
    "repeal": mark("Ends the card. Repealing one that partners agreed to: Cohesion {repealed}."),
    "reinforce": mark("Puts one law-enforcement unit down for {reinforce} Budget."),
    "watch": mark("The unit adds its D and E on this route, and nowhere else."),
    "rotate": mark("The unit watches one of several routes, drawn at Flow; Red cannot foresee it."),
    "move": mark("The unit goes to a neighbouring area. The first move is free, more cost {move}."),
    "spread": mark("Places a Cell in or next to an area with a piece of yours, for {spread} Cash."),
    "pin": mark("One load must use this route."),
    "prefer": mark(
        "Should your losses in Flow reach {tolerance} %, this route is opened first, for {open} "
        "Cash. Name several in order; after them come the cheapest."
    ),
    "keep-shut": mark("Whatever you lose in Flow, no route is opened but those you have named."),
    "seal": mark("Write down your tactical turn now, so that nobody has to look away later."),
    "surveil": mark("Expose a hidden piece, or see a route's true flow."),
    "surge": mark("{surge} D and {surge} E on a route that your unit watches, this quarter."),
    "raid": mark("Remove an exposed piece where your team may act."),
    "case": mark("Turn a seizure or an exposed piece into evidence for the coalition's Cases."),
    "bribe": mark("Pay {bribe} Cash to weaken governance, or to place a mole."),
    "intimidate": mark("Raise violence, and drive one advisor or team away."),
    "relocate": mark("Move a piece to a neighbouring area, hidden again."),
    "hold": mark("Do nothing now; a Ready marker gives {hold} on one later Test."),
    "order": mark("Write down a reaction that happens by itself. Your turn goes on."),
    "swap": mark("Put the card back and draw another."),
    "prosecute": mark("Spend {prosecute} of your Cases: the piece leaves the game for good."),
    "govern": mark("Try to lift governance by one step, for {govern} Budget from any partners."),
    "done": mark("Finish this phase."),
    "pass": mark("Do nothing."),
    "agree": mark("Say yes; nothing is paid until everybody has agreed."),
    "refuse": mark("Say no; then it is not done, and nothing is paid."),
    "join": mark("Take part and pay your share."),
    "decline": mark("Let the others go ahead without you."),
    "withdraw": mark("Take the proposal back."),
}

_DIGIT = 15
_SHARE_BITS = 4
_MOLE = 1
_FREE = 1
_HELP = 1


def verb_name(words: Words, verb: str) -> str:
    """A verb on a button: "Build case"."""
    return words.say(VERB_NAMES[verb])


def action_label(words: Words, action: Action, view: View | None = None) -> str:
    """A whole choice on a button: "Surveil Northwest", "Agree".

    With the seat's `view`, pieces are named with their area and answers with their text.
    """
    if action.verb in ("answer", "split", "routes"):
        option = _option(words, action, view.pending if view else None)
        if option:
            return option
    template = LABELS.get(_way(action))
    if template is None:
        return verb_name(words, action.verb)
    number = ref_ix(action.target)
    return sentence_case(
        words.say(
            template,
            card="" if action.card == NO_CARD else words.card(action.card),
            target=_named(words, action.target, view),
            other=_named(words, action.other, view),
            number=number,
            consent=consent_word(words, number) if action.verb == "consent" else "",
            window=window_name(words, number) if action.verb == "order" else "",
            respond=words.campaign.rules.tests.respond,
        )
    )


def action_summary(words: Words, action: Action) -> str:
    """What an action will do, in one sentence; cards say it in their own words."""
    if action.card != NO_CARD and action.verb in ("play", "deploy", "plan"):
        return words.text(words.campaign.cards[action.card].summary)
    if action.verb == "consent":
        level = ref_ix(action.target)
        return f"{consent_detail(words, level)} {consent_price(words, level)}"
    if is_free(action):
        return words.say("Try to lift governance by one step; a card in effect pays for it.")
    return verb_summary(words, action.verb)


def verb_summary(words: Words, verb: str) -> str:
    """What a kind of action does, in one sentence; empty where the label says it all."""
    template = SUMMARIES.get(verb)
    if template is None:
        return ""
    rules = words.campaign.rules
    return words.say(
        template,
        reinforce=rules.money.reinforce_budget,
        move=rules.money.extra_move,
        spread=rules.money.spread_cash,
        bribe=rules.tests.bribe_cash,
        prosecute=rules.tests.prosecute_cases,
        govern=rules.money.govern_budget,
        surge=signed(rules.tests.surge),
        hold=signed(rules.tests.hold_bonus),
        repealed=signed(rules.consent.repealed_cohesion),
        tolerance=rules.flow.loss_tolerance,
        open=rules.flow.open_cost,
    )


def action_price(words: Words, action: Action) -> str:
    """What an action costs: "2 Budget", "free"."""
    rules = words.campaign.rules
    if action.card != NO_CARD and action.verb in ("play", "deploy", "plan"):
        return cost_words(words, words.campaign.cards[action.card].cost)
    if action.verb == "reinforce":
        return words.say("{number} Budget", number=rules.money.reinforce_budget)
    if _way(action) == "govern":
        return words.say("{number} Budget, shared", number=rules.money.govern_budget)
    if action.verb == "bribe":
        return words.say("{number} Cash", number=rules.tests.bribe_cash)
    if action.verb == "spread":
        return words.say("{number} Cash", number=rules.money.spread_cash)
    return words.say("free")


def is_free(action: Action) -> bool:
    """Whether an action is a Govern for which a card pays."""
    return _way(action) == "govern-free"


def _way(action: Action) -> str:
    verb = action.verb
    if verb == "bribe" and action.other != NO_REF and ref_ix(action.other) == _MOLE:
        return "bribe-mole"
    if verb == "govern" and action.other != NO_REF and ref_ix(action.other) == _FREE:
        return "govern-free"
    if verb in ("play", "plan") and action.target != NO_REF:
        return f"{verb}-at" if action.other == NO_REF else f"{verb}-two"
    if verb == "order" and action.other != NO_REF:
        return "order-help" if ref_ix(action.other) == _HELP else "order"
    return "order-card" if verb == "order" else verb


def _named(words: Words, ref: Ref, view: View | None) -> str:
    kind, ix = ref_kind(ref), ref_ix(ref)
    if kind == "piece":
        return _piece(words, ix, view)
    plain_names = {
        "area": words.area,
        "route": words.route,
        "card": words.card,
        "seat": words.seat,
        "kind": words.kind,
    }
    name = plain_names.get(kind or "")
    return name(ix) if name else ""


def _piece(words: Words, piece: int, view: View | None) -> str:
    place = -1
    if view is not None:
        place = next((one.area for one in view.pieces if one.piece == piece), -1)
    if place < 0:
        return words.piece(piece)
    return words.say("{piece} in {area}", piece=words.piece(piece), area=words.area(place))


def _option(words: Words, action: Action, decision: Decision | None) -> str:
    if decision is None:
        return ""
    ix = ref_ix(action.target)
    if decision.kind == "inject":
        options = words.campaign.injects[decision.value].options
        return words.text(options[ix].label) if ix < len(options) else ""
    if ix >= len(decision.options):
        return ""
    value = decision.options[ix]
    if decision.kind == "rotate":
        count = len(words.campaign.routes)
        return words.all_of([words.route(one) for one in range(count) if value >> one & 1])
    if decision.kind == "fund":
        return share_words(words, value)
    if decision.kind == "growth-probe":
        return words.route(value)
    if decision.kind == "reading":
        return _reading(words, decision.card, value)
    return words.say("{number} %", number=value) if decision.kind == "odds-probe" else ""


def _reading(words: Words, card: int, option: int) -> str:
    readings = words.campaign.cards[card].dual or {}
    text = readings.get("nadc" if option == 0 else "red")
    return words.text(text) if text else ""


def share_words(words: Words, shares: int) -> str:
    """Who pays how much of a Govern: "Mexico pays 1, United States pays 2"."""
    parts = []
    for seat in range(len(words.campaign.seats)):
        amount = shares >> (_SHARE_BITS * seat) & _DIGIT
        if amount:
            parts.append(words.say("{seat} pays {number}", seat=words.seat(seat), number=amount))
    return ", ".join(parts) or words.say("nobody pays")
