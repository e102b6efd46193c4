"""Prompts: what the seat in turn is asked, in one bold lead and one sentence (RULES 5)."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from game.content.schema.cards import Cost
from game.model.actions import Action
from game.model.decisions import Decision
from game.model.ids import ALL_SEATS, NO_CARD, SeatMask, ref_ix, ref_kind
from game.model.view import View
from game.narrate.choices.actions import VERB_NAMES, is_free, share_words
from game.narrate.language import mark
from game.narrate.things.cards import cost_words
from game.narrate.things.phases import phase_what
from game.narrate.things.tracks import consent_word
from game.narrate.words import Words
from game.rules.tables import COHESION, CONSENT


class Button(NamedTuple):
    """A button beside the prompt: its verb, and the words on it."""

    verb: str
    label: str


class Prompt(NamedTuple):
    """What is asked: a short lead, one sentence of what to do, and the buttons beside it."""

    lead: str
    text: str
    buttons: tuple[Button, ...] = ()


DECISIONS: Mapping[str, tuple[str, str]] = {
    "place": (
        mark("Place the unit."),
        mark("Pick a lit area: {unit} goes there now."),
    ),
    "watch": (
        mark("Choose a route to watch."),
        mark("Pick a lit route: {unit} adds its D and E there, and nowhere else."),
    ),
    "rotate": (
        mark("Choose the routes."),
        mark("One of them, drawn at Flow, is what {unit} watches. Red cannot know which."),
    ),
    "agree": (
        mark("{seat} proposes {card}."),
        mark("Agree or refuse. Each seat that agrees pays {price} once all have agreed."),
    ),
    "join": (
        mark("{seat} plays {card}."),
        mark("Join for {price}, or let the others go ahead without you."),
    ),
    "fund": (
        mark("Who pays for Govern in {target}?"),
        mark("{govern} Budget in all. Choose the shares; each seat with a share must agree."),
    ),
    "prosecute": (
        mark("Bring the Case to court?"),
        mark("Spend {prosecute} of your Cases: the piece leaves the game for good."),
    ),
    "inject": (mark("{inject}."), mark("Choose an answer.")),
    "seal": (
        mark("Seal tactical turn {value}."),
        mark("Write down now what you will do then, so that nobody has to look away."),
    ),
    "fallback": (
        mark("And if that is not possible?"),
        mark("Choose what to do instead."),
    ),
    "upkeep": (
        mark("Upkeep cannot be paid."),
        mark("{value} Budget is owed. Choose a unit that goes home."),
    ),
    "bank": (
        mark("How much Cash do you keep?"),
        mark("When the quarter ends, up to {bank} Cash beyond that is banked for good."),
    ),
    "reading": (
        mark("How is {card} read?"),
        mark("The evidence is contested. Choose one reading; the review shows both."),
    ),
    "odds-probe": (
        mark("What is the chance to stop a load on {target}?"),
        mark(
            "It must first be seen (D), then stopped (E): multiply the two. "
            "Nothing depends on your answer."
        ),
    ),
    "growth-probe": (
        mark("Which route will grow most?"),
        mark("Name it before the loads move. Nothing depends on your answer."),
    ),
}
"""Lead and sentence for each kind of decision."""

WATCH_TWO = (
    mark("Choose a route to watch, of two."),
    mark("Pick a lit route: {unit} watches two and adds its D on each of them."),
)

WAITING_FOR_OTHERS = (
    mark("Waiting for {others}."),
    mark("You have proposed {card}. You may still withdraw it."),
)
SHARE = (
    mark("Pay a share of Govern in {target}?"),
    mark("Proposed: {shares}. Agree to pay your share, or refuse; then nothing is paid."),
)

TURNS: Mapping[str, tuple[str, str]] = {
    "situation": (
        mark("Change one card?"),
        mark("You may put back one card that you cannot play, and draw another."),
    ),
    "consent": (
        mark("Set Consent."),
        mark("Lower it as far as you like, raise it by one, or keep {level}: {word}."),
    ),
    "strategic": (
        mark("Play at most one strategic card."),
        mark("It starts next quarter and lasts. Table talk is open."),
    ),
    "operational": (
        mark("Deploy, move and set watches."),
        mark(
            "Up to {deployments} deployments, moves ({moves} free) and watches, in any "
            "order; then Done."
        ),
    ),
    "red-plan": (
        mark("Choose up to {plays} plays."),
        mark("The first {executed} that you can pay are carried out in Red reveal. Then Done."),
    ),
    "tactical": (
        mark("Choose one action."),
        mark("Pick a lit place, a card, or hold."),
    ),
    "assess": (
        mark("Govern one area?"),
        mark("It costs {govern} Budget, which any partners may share. Pick a lit area, or pass."),
    ),
}
"""Lead and sentence for a turn in each phase; `consent` is the first step of `strategic`."""

FREE_GOVERN = (
    mark("Govern one area?"),
    mark("It costs nothing: a card in effect pays for it. Pick a lit area, or pass."),
)
"""Lead and sentence where no Govern has to be paid."""

SAVE_FOR_GOVERN = mark("Govern will cost {govern} Budget.")
"""A hint to a host that could spend what Govern will cost; it forbids nothing."""

PASSES: Mapping[str, str] = {
    "watch": mark("Watch nothing"),
    "prosecute": mark("Do not prosecute"),
    "situation": mark("Keep my cards"),
    "seal": mark("Do not seal"),
    "fallback": mark("Nothing instead"),
    "consent": mark("Keep Consent"),
    "assess": mark("Do not govern"),
    "tactical": mark("End turn"),
}
"""What `pass` is called where it means something of its own."""

BUTTONS = (
    "agree",
    "join",
    "prosecute",
    "hold",
    "refuse",
    "decline",
    "withdraw",
    "pass",
    "done",
)
"""Verbs that stand beside the prompt, in this order."""


def prompt(words: Words, view: View, seat: int, legal: Sequence[Action]) -> Prompt:
    """What a seat is asked now; `legal` is what it may do, `view` what it knows."""
    topic = _topic(view, legal)
    lead, text = _templates(view, seat, topic, legal)
    values = _values(words, view, seat)
    verbs = {action.verb for action in legal}
    buttons = (Button(verb, _button(words, verb, topic)) for verb in BUTTONS if verb in verbs)
    said = words.say(text, **values)
    if _should_save(words, view, seat, legal):
        said = f"{said} {words.say(SAVE_FOR_GOVERN, **values)}"
    return Prompt(words.say(lead, **values), said, tuple(buttons))


def _should_save(words: Words, view: View, seat: int, legal: Sequence[Action]) -> bool:
    """Whether a choice would take from a host what it can pay for Govern now."""
    price, budget = words.campaign.rules.money.govern_budget, view.means[seat].budget
    if budget < price or not _governs(words, seat):
        return False
    return any(budget - _cost(words, action) < price for action in legal)


def _governs(words: Words, seat: int) -> bool:
    """Whether a seat hosts an area that can be governed."""
    tables, country = words.tables, words.campaign.seats[seat].country
    places = enumerate(tables.governed)
    return any(governed and tables.country[ix] == country for ix, governed in places)


def _cost(words: Words, action: Action) -> int:
    """The Budget that an action takes by its card or its rule, whatever may be added to it."""
    if action.verb == "reinforce":
        return words.campaign.rules.money.reinforce_budget
    if action.card == NO_CARD or action.verb not in ("play", "deploy"):
        return 0
    return words.campaign.cards[action.card].cost.budget


def waiting(words: Words, view: View, persons: SeatMask = ALL_SEATS) -> Prompt:
    """What the table reads while others decide: seats that think, or a phase that runs.

    `persons` is the set of seats that people play; the computer plays the others.
    """
    if view.over:
        return Prompt(words.say("The game is over."), phase_what(words, "end"))
    what = phase_what(words, view.phase)
    if not view.to_move:
        return Prompt("", what)
    seats = words.all_of([words.seat(one) for one in view.to_move])
    if not any(persons >> one & 1 for one in view.to_move):
        return Prompt(words.say("The computer plays {seats}.", seats=seats), what)
    lead = words.many(
        "{seats} is choosing.", "{seats} are choosing.", len(view.to_move), seats=seats
    )
    return Prompt(lead, what)


def _topic(view: View, legal: Sequence[Action]) -> str:
    if view.pending is not None:
        return view.pending.kind
    if any(action.verb == "consent" for action in legal):
        return "consent"
    return view.phase


def _templates(view: View, seat: int, topic: str, legal: Sequence[Action]) -> tuple[str, str]:
    if view.pending is None:
        governs = [action for action in legal if action.verb == "govern"]
        if governs and all(is_free(action) for action in governs):
            return FREE_GOVERN
        return TURNS.get(topic, TURNS["tactical"])
    verbs = {action.verb for action in legal}
    if topic == "agree" and view.pending.seat == seat:
        return WAITING_FOR_OTHERS
    if topic == "fund" and "split" not in verbs:
        return SHARE
    if topic == "watch" and view.pending.value > 1:
        return WATCH_TWO
    return DECISIONS[topic]


def _button(words: Words, verb: str, topic: str) -> str:
    if verb == "pass" and topic in PASSES:
        return words.say(PASSES[topic])
    return words.say(VERB_NAMES[verb])


def _values(words: Words, view: View, seat: int) -> dict[str, object]:
    rules = words.campaign.rules
    level = view.tracks[CONSENT]
    values: dict[str, object] = {
        "level": level,
        "word": consent_word(words, level),
        "deployments": rules.limits.deployments,
        "moves": rules.limits.free_moves,
        "plays": rules.limits.plays_chosen,
        "executed": rules.limits.plays_executed,
        "govern": rules.money.govern_budget,
        "prosecute": rules.tests.prosecute_cases,
        "bank": rules.money.bank_max,
    }
    if view.pending is not None:
        values.update(_decided(words, view, view.pending))
    return values


def _decided(words: Words, view: View, decision: Decision) -> dict[str, object]:
    values: dict[str, object] = {
        "value": decision.value,
        "unit": words.the(_thing(words, decision)),
        "target": _thing(words, decision),
        "seat": words.seat(decision.seat) if decision.seat >= 0 else "",
        "card": "",
        "price": "",
        "others": words.seats(decision.waiting),
        "shares": _shares(words, decision),
    }
    if decision.card != NO_CARD:
        values["card"] = words.card(decision.card)
        values["price"] = _price(words, view, decision)
    if decision.kind == "inject":
        values["inject"] = words.inject(decision.value)
    return values


def _shares(words: Words, decision: Decision) -> str:
    """Who pays how much, where a split of Govern is proposed."""
    is_proposed = decision.kind == "fund" and decision.value >= 0
    return share_words(words, decision.options[decision.value]) if is_proposed else ""


def _price(words: Words, view: View, decision: Decision) -> str:
    card, rules = words.campaign.cards[decision.card], words.campaign.rules
    if decision.kind == "join" and card.join is not None:
        return cost_words(words, Cost(budget=card.join.budget, capital=card.join.capital))
    is_dearer = card.consent and view.tracks[COHESION] <= rules.thresholds.cohesion_low
    if not is_dearer:
        return cost_words(words, card.cost)
    capital = card.cost.capital + rules.money.surcharge
    return cost_words(words, card.cost.model_copy(update={"capital": capital}))


def _thing(words: Words, decision: Decision) -> str:
    kind, ix = ref_kind(decision.target), ref_ix(decision.target)
    if kind == "kind":
        return words.kind(ix)
    if kind == "piece":
        return words.piece(ix)
    if kind == "area":
        return words.area(ix)
    return words.route(ix) if kind == "route" else ""
