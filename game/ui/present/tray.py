"""The tray: what a seat can do now, as tiles: basic actions, cards, or the answers to a question.

A tile that has no legal action stays, greyed, with the reason. Which tiles there are depends on
the phase and on the question asked; whether one is open depends on the legal list alone.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from game.content.schema.cards import Card
from game.model.actions import Action
from game.model.decisions import Decision
from game.model.ids import NO_CARD, NO_REF, CardIx, Ref, SeatIx, ref_ix, ref_kind, route_ref
from game.model.view import CardView, SeatView
from game.narrate.choices.actions import action_label, action_summary, verb_name, verb_summary
from game.narrate.language import Translator
from game.ui.present.narrowing import Narrowing, Slot, slot_of
from game.ui.present.scene import board_id
from game.ui.present.sight import Sight

TileKind = Literal["action", "card"]
Refusal = Callable[[str, CardIx], str]
"""Why a verb (with a card) is not legal now, in words; empty when it is."""

_TACTICAL = {
    "nadc": ("surveil", "surge", "raid", "case"),
    "red": ("bribe", "intimidate", "relocate"),
}
_OPERATIONAL = ("reinforce", "watch", "rotate", "move")
_PLAN = ("spread", "pin", "prefer", "keep-shut", "seal")
HAND: Slot = ("hand", NO_CARD)
"""The tile of a hand that lies face down."""
_KEYS = "1234567890"
_AS_A_TURN = ("seal", "fallback")
_SEVERAL_SEATS = ("agree", "join", "fund")
_LETTERS = {"agree": "A", "refuse": "R", "join": "A", "decline": "R", "withdraw": "X"}
_ON_THE_MAP = ("place", "watch", "target")


@dataclass(frozen=True, slots=True)
class Tile:
    """One tile: a basic action or a card.

    `places` counts what it can be aimed at, `reason` says why it is shut, `key` the key that picks
    it, `slot` what it stands for in the legal list.
    """

    kind: TileKind
    slot: Slot
    title: str
    subtitle: str
    reason: str = ""
    key: str = ""
    places: int = 0
    chosen: bool = False
    help: str = ""
    footer: str = ""
    button: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it has a legal action."""
        return not self.reason


@dataclass(frozen=True, slots=True)
class Answer:
    """One way to answer what is asked: a legal action outright; `style` is the seat's look."""

    action: Action
    title: str
    detail: str = ""
    key: str = ""
    style: str = ""
    names: frozenset[str] = frozenset()
    """Ids of the areas and routes that it speaks of, to be shown on the map."""
    marked: bool = False
    """Whether it is chosen on the screen, and can still be taken back."""


@dataclass(frozen=True, slots=True)
class Tray:
    """The tiles of a moment: basic actions on the left, cards on the right."""

    heading: str = ""
    card_heading: str = ""
    actions: tuple[Tile, ...] = ()
    cards: tuple[Tile, ...] = ()
    answers: tuple[Answer, ...] = ()
    note: str = ""
    empty: str = ""
    """What is said in place of cards that are not shown."""
    proposal: CardIx = NO_CARD
    """The card that waits for agreement, shown beside the answers."""
    tall: bool = False
    """Whether the cards are shown large, as the face-up portfolio is."""

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """All tiles, in the order of their keys."""
        return (*self.actions, *self.cards)


def make_tray(
    sight: Sight,
    seat: SeatIx,
    narrowing: Narrowing,
    refusal: Refusal,
    marks: frozenset[Action] = frozenset(),
) -> Tray:
    """The tray of a seat; empty where nobody here has a choice, or it is made on the map.

    `marks` are answers to a proposal that are marked and not given yet.
    """
    if seat < 0 or not narrowing.legal:
        return Tray()
    asked = sight.view.pending
    if asked is not None and asked.kind in _AS_A_TURN:
        return _marked(sight, _tactical(sight, seat, refusal), narrowing)
    if asked is not None and asked.kind in _ON_THE_MAP:
        return _on_the_map(sight, seat)
    if asked is not None:
        return _answers(sight, narrowing, asked, marks)
    if any(one.verb == "consent" for one in narrowing.legal):
        return _consent(sight, narrowing)
    listed = _without_place(sight, narrowing)
    if listed is not None:
        return listed
    maker = _PHASES.get(sight.view.phase)
    if maker is None:
        return Tray()
    return _marked(sight, maker(sight, seat, refusal), narrowing)


def _without_place(sight: Sight, narrowing: Narrowing) -> Tray | None:
    """The choices of a tile that are no places on the map, such as which unit to reinforce with."""
    if narrowing.slot is None or narrowing.action is not None:
        return None
    kinds = {ref_kind(ref) for ref in narrowing.lit}
    if not kinds or kinds & {"area", "route", "piece"}:
        return None
    heading = verb_name(sight.words, narrowing.slot[0])
    return Tray(heading=heading, answers=_listed(sight, narrowing.left, named=False))


def _consent(sight: Sight, narrowing: Narrowing) -> Tray:
    legal = [one for one in narrowing.legal if one.verb == "consent"]
    return Tray(heading=sight.words.say("Consent"), answers=_listed(sight, legal, named=False))


def _on_the_map(sight: Sight, seat: SeatIx) -> Tray:
    """The tray of the phase, shut until a place has been chosen, so that nothing jumps."""
    maker = _PHASES.get(sight.view.phase)
    reason = sight.words.say("First choose a lit place on the map.")
    return maker(sight, seat, lambda verb, card: reason) if maker is not None else Tray()


def _answers(sight: Sight, narrowing: Narrowing, asked: Decision, marks: frozenset[Action]) -> Tray:
    several = asked.kind in _SEVERAL_SEATS
    legal = [one for one in narrowing.legal if one.verb != "pass"]
    legal.sort(key=lambda one: one.verb == "withdraw")
    heading = sight.words.say("Your answer") if legal else ""
    answers = _lettered(_listed(sight, legal, named=several))
    answers = tuple(_with_mark(sight, one, marks) for one in answers)
    proposal = asked.card if asked.kind in ("agree", "join") else NO_CARD
    return Tray(heading=heading, answers=answers, proposal=proposal)


def _lettered(answers: tuple[Answer, ...]) -> tuple[Answer, ...]:
    """Yes and no on keys of their own, where a single seat is asked for just that."""
    yes = [one for one in answers if one.action.verb in ("agree", "join")]
    letters = _LETTERS if len(yes) == 1 else {"withdraw": "X"}
    return tuple(replace(one, key=letters.get(one.action.verb, one.key)) for one in answers)


def _with_mark(sight: Sight, answer: Answer, marks: frozenset[Action]) -> Answer:
    if answer.action not in marks:
        return answer
    said = sight.words.say("Marked, not given yet. Press it again to take it back.")
    return replace(answer, marked=True, detail=said)


def _listed(sight: Sight, legal: Sequence[Action], *, named: bool) -> tuple[Answer, ...]:
    found = []
    for place, action in enumerate(legal):
        spec = sight.campaign.seats[action.seat]
        label = action_label(sight.words, action, sight.view)
        if named:
            seat = sight.words.seat(action.seat)
            label = sight.words.say("{seat}: {answer}", seat=seat, answer=label)
        found.append(
            Answer(
                action,
                label,
                _detail(sight, action),
                _KEYS[place] if place < len(_KEYS) else "",
                spec.style if named else "",
                _names(sight, action),
            )
        )
    return tuple(found)


def _names(sight: Sight, action: Action) -> frozenset[str]:
    """Ids of what an answer speaks of on the map."""
    campaign, asked = sight.campaign, sight.view.pending
    ix = ref_ix(action.target)
    if ref_kind(action.target) == "option" and asked is not None and ix < len(asked.options):
        value = asked.options[ix]
        if asked.kind == "rotate":
            return frozenset(
                route.id for at, route in enumerate(campaign.routes) if value >> at & 1
            )
        return (
            frozenset((campaign.routes[value].id,)) if asked.kind == "growth-probe" else frozenset()
        )
    places = (board_id(sight, ref) for ref in (action.target, action.other))
    return frozenset(place[1] for place in places if place is not None)


def places_of(sight: Sight, legal: Sequence[Action]) -> dict[Ref, Action]:
    """Places on the map that stand for an answer, such as the route that will grow most."""
    asked = sight.view.pending
    if asked is None or asked.kind != "growth-probe":
        return {}
    return {
        route_ref(asked.options[ref_ix(one.target)]): one
        for one in legal
        if one.verb == "answer" and ref_ix(one.target) < len(asked.options)
    }


def _detail(sight: Sight, action: Action) -> str:
    asked = sight.view.pending
    if action.verb == "answer" and asked is not None and asked.kind == "inject":
        option = sight.campaign.injects[asked.value].options[ref_ix(action.target)]
        return sight.words.text(option.note) if option.note else ""
    return action_summary(sight.words, action)


def verb_hint(verb: str, tr: Translator) -> str:
    """What a basic action does, in a few words."""
    hints = {
        "surveil": tr.gettext("expose a piece, or true flow"),
        "surge": tr.gettext("more D and E on a route"),
        "raid": tr.gettext("remove an exposed piece"),
        "case": tr.gettext("evidence from what was found"),
        "bribe": tr.gettext("governance −1, or a mole"),
        "intimidate": tr.gettext("violence +1, a team goes home"),
        "relocate": tr.gettext("a piece moves and hides"),
        "reinforce": tr.gettext("one more team or vessel"),
        "watch": tr.gettext("another route, free"),
        "rotate": tr.gettext("among routes, unpredictable"),
        "move": tr.gettext("to a neighbouring area"),
        "spread": tr.gettext("a cell next to a piece"),
        "pin": tr.gettext("a load must use a route"),
        "prefer": tr.gettext("which route, if you lose too much"),
        "keep-shut": tr.gettext("whatever you lose"),
        "seal": tr.gettext("order a tactical turn now"),
        "govern": tr.gettext("raise governance by 1"),
        "order": tr.gettext("react in a window"),
    }
    return hints.get(verb, "")


def _tactical(sight: Sight, seat: SeatIx, refusal: Refusal) -> Tray:
    tr, means = sight.tr, sight.means[seat]
    side = sight.campaign.seats[seat].side
    actions = [_action(sight, verb, refusal) for verb in _TACTICAL.get(side, ())]
    cards = [_card(sight, card, "play", refusal) for card in means.hand]
    if sight.campaign.rules.reactions:
        actions.append(_stand_ready(sight, seat, refusal))
        cards += _reaction_cards(sight, seat, refusal)
    hidden, empty = sight.hides_hand(seat), ""
    if hidden:
        actions.append(_face_down(sight))
        empty = tr.gettext("Face down, since the other side looks on.")
    heading = tr.ngettext("Your hand, {count} card", "Your hand, {count} cards", means.hand_size)
    return Tray(
        heading=tr.gettext("Basic actions"),
        card_heading=heading.format(count=means.hand_size),
        actions=tuple(actions),
        cards=tuple(cards),
        note=money_left(sight, means),
        empty=empty,
    )


def _face_down(sight: Sight) -> Tile:
    """The way to a hand that may not lie open before everybody here."""
    tr = sight.tr
    title, hint = tr.gettext("Look at your hand"), tr.gettext("behind the curtain")
    more = tr.gettext("The rest of your turn is behind the curtain, cards included.")
    return Tile("action", HAND, title, hint, help=more)


def _stand_ready(sight: Sight, seat: SeatIx, refusal: Refusal) -> Tile:
    """A standing reaction. Before others the tile tells nothing, not even whether one is set."""
    if sight.is_alone(seat):
        return _action(sight, "order", refusal)
    tile = _action(sight, "order", lambda verb, card: "")
    return replace(tile, subtitle=sight.tr.gettext("behind the curtain"))


def _reaction_cards(sight: Sight, seat: SeatIx, refusal: Refusal) -> Iterator[Tile]:
    """Cards of the hand that can stand ready, for the seat's own eyes."""
    if not sight.is_alone(seat):
        return
    for ix in dict.fromkeys(sight.means[seat].hand):
        if sight.campaign.cards[ix].reaction is not None:
            yield _card(sight, ix, "order", refusal)


def _situation(sight: Sight, seat: SeatIx, refusal: Refusal) -> Tray:
    """The hand, from which a card that cannot be played may be changed (RULES 6)."""
    means, tr = sight.means[seat], sight.tr
    heading = tr.ngettext("Your hand, {count} card", "Your hand, {count} cards", means.hand_size)
    return Tray(
        card_heading=heading.format(count=means.hand_size),
        cards=tuple(_card(sight, card, "swap", refusal) for card in means.hand),
    )


def _strategic(sight: Sight, seat: SeatIx, refusal: Refusal) -> Tray:
    tr = sight.tr
    cards = tuple(_portfolio(sight, seat, "strategic", "play", refusal))
    return Tray(
        card_heading=tr.gettext("Strategic portfolio, face up"),
        cards=cards,
        note=money_left(sight, sight.means[seat]),
        tall=True,
    )


def _operational(sight: Sight, seat: SeatIx, refusal: Refusal) -> Tray:
    tr = sight.tr
    limit = sight.campaign.rules.limits.deployments
    used = max(0, sight.means[seat].deployments)
    note = tr.gettext("{used} of {limit} deployments, {money}").format(
        used=used, limit=limit, money=money_left(sight, sight.means[seat])
    )
    return Tray(
        heading=tr.gettext("Units"),
        card_heading=tr.gettext("Operational portfolio, face up"),
        actions=tuple(_action(sight, verb, refusal) for verb in _OPERATIONAL),
        cards=tuple(_portfolio(sight, seat, "operational", "deploy", refusal)),
        note=note,
        tall=True,
    )


def _red_plan(sight: Sight, seat: SeatIx, refusal: Refusal) -> Tray:
    tr = sight.tr
    limits = sight.campaign.rules.limits
    note = tr.gettext("{chosen} of {limit} plays, {money}").format(
        chosen=len(sight.means[seat].plans),
        limit=limits.plays_chosen,
        money=money_left(sight, sight.means[seat]),
    )
    cards = (
        *_portfolio(sight, seat, "strategic", "plan", refusal),
        *_portfolio(sight, seat, "operational", "plan", refusal),
    )
    return Tray(
        heading=tr.gettext("Basic plays"),
        card_heading=tr.gettext("Your plays"),
        actions=tuple(_action(sight, verb, refusal) for verb in _PLAN),
        cards=cards,
        note=note,
        tall=True,
    )


def _assess(sight: Sight, seat: SeatIx, refusal: Refusal) -> Tray:
    if sight.campaign.seats[seat].side != "nadc":
        return Tray()
    return Tray(
        heading=sight.tr.gettext("Assess"),
        actions=(_action(sight, "govern", refusal),),
        note=money_left(sight, sight.means[seat]),
    )


def money_left(sight: Sight, means: SeatView) -> str:
    """What a seat has left to spend, in words."""
    if sight.campaign.seats[means.seat].side == "red":
        return sight.tr.gettext("Cash {cash} left").format(cash=max(0, means.cash))
    return sight.tr.gettext("Budget {budget} left").format(budget=max(0, means.budget))


def _action(sight: Sight, verb: str, refusal: Refusal) -> Tile:
    return Tile(
        kind="action",
        slot=(verb, NO_CARD),
        title=verb_name(sight.words, verb),
        subtitle=verb_hint(verb, sight.tr),
        reason=refusal(verb, NO_CARD),
        help=verb_summary(sight.words, verb),
    )


def _portfolio(
    sight: Sight, seat: SeatIx, level: str, verb: str, refusal: Refusal
) -> Iterator[Tile]:
    for name in sight.campaign.seats[seat].cards:
        ix = CardIx(sight.campaign.card_ix[name])
        if sight.campaign.cards[ix].level == level:
            yield _card(sight, ix, verb, refusal)


def _card(sight: Sight, ix: CardIx, verb: str, refusal: Refusal) -> Tile:
    card = sight.campaign.cards[ix]
    tile = Tile(
        kind="card",
        slot=(verb, ix),
        title=sight.words.card(ix),
        subtitle=sight.words.text(card.summary),
        reason=refusal(verb, ix),
        footer=_footer(sight, card),
        button=_button(sight, verb),
    )
    out = next((row for row in sight.view.cards if row.card == ix), None)
    return _lying_out(sight, tile, out, refusal) if out is not None else tile


def _footer(sight: Sight, card: Card) -> str:
    """When a card starts, for the foot of its tile; the hand shows lit places instead."""
    if card.level == "strategic":
        delay = 1 if card.delay is None else card.delay
        quarter = sight.view.quarter + delay
        return sight.tr.gettext("Starts quarter {quarter}").format(quarter=quarter)
    return sight.tr.gettext("Now") if card.level == "operational" else ""


def _button(sight: Sight, verb: str) -> str:
    names = {
        "play": sight.tr.gettext("Play"),
        "deploy": sight.tr.gettext("Deploy"),
        "plan": sight.tr.gettext("Plan"),
        "order": verb_name(sight.words, "order"),
        "swap": sight.tr.gettext("Change"),
    }
    return names[verb]


def _lying_out(sight: Sight, tile: Tile, out: CardView, refusal: Refusal) -> Tile:
    if not out.active:
        text = sight.tr.gettext("Starts quarter {quarter}").format(quarter=out.due)
        return replace(tile, reason=text)
    ix = tile.slot[1]
    text = sight.tr.gettext("Active until repealed")
    if out.due >= 0:
        text = sight.tr.gettext("Active to the end of quarter {quarter}").format(quarter=out.due)
    reason = text if refusal("repeal", ix) else ""
    button = verb_name(sight.words, "repeal")
    return replace(tile, slot=("repeal", ix), reason=reason, footer=text, button=button)


def _marked(sight: Sight, tray: Tray, narrowing: Narrowing) -> Tray:
    """The tray with keys, places and what is chosen."""
    counts: dict[Slot, set[int]] = {}
    for one in narrowing.legal:
        counts.setdefault(slot_of(one), set()).add(one.target)
    tiles = []
    for place, tile in enumerate(tray.tiles):
        places = len(counts.get(tile.slot, set()) - {NO_REF})
        lit = sight.tr.ngettext("{number} lit place", "{number} lit places", places)
        tiles.append(
            replace(
                tile,
                key=_KEYS[place] if place < len(_KEYS) else "",
                chosen=tile.slot == narrowing.slot,
                places=places,
                footer=tile.footer or (lit.format(number=places) if places else ""),
            )
        )
    count = len(tray.actions)
    return replace(tray, actions=tuple(tiles[:count]), cards=tuple(tiles[count:]))


_PHASES: dict[str, Callable[[Sight, SeatIx, Refusal], Tray]] = {
    "situation": _situation,
    "strategic": _strategic,
    "operational": _operational,
    "red-plan": _red_plan,
    "tactical": _tactical,
    "assess": _assess,
}
