"""The caucus: who has chosen in this phase, and whose agreement is still awaited."""

from collections.abc import Iterator, Sequence

from game.model.actions import Action
from game.model.decisions import Decision
from game.model.events import ActionTaken, PhaseBegan
from game.model.ids import SeatIx
from game.narrate.choices.actions import action_label
from game.narrate.things.tracks import consent_detail
from game.ui.present.inspection import Inspection, InspectorRow
from game.ui.present.sight import Sight
from game.ui.widgets.card_face import Agreement, AgreeState

_CHOICES = ("play", "repeal", "pass", "done")


def caucus_page(sight: Sight) -> Inspection:
    """Every coalition seat with what it has chosen, and the card that waits for consent."""
    words = sight.words
    rows = [_seat_row(sight, SeatIx(ix)) for ix in _coalition(sight)]
    asked = sight.view.pending
    if asked is not None and asked.kind in ("agree", "join", "fund"):
        rows.append(InspectorRow("rule"))
        rows += _asked(sight, asked)
    rows += _consent(sight)
    return Inspection(words.say("Caucus"), words.say("who has chosen this phase"), tuple(rows))


def agreements(
    sight: Sight, asked: Decision, marked: Sequence[Action] = ()
) -> tuple[Agreement, ...]:
    """The seats that a proposal needs, each with how it stands; `marked` are answers that are
    chosen on the screen and can still be taken back."""
    card = sight.campaign.cards[asked.card] if asked.card >= 0 else None
    names = card.consent if card is not None and asked.kind == "agree" else ()
    seats = [sight.campaign.seat_ix[name] for name in names if name in sight.campaign.seat_ix]
    return tuple(_agreement(sight, asked, SeatIx(seat), marked) for seat in seats)


def _agreement(sight: Sight, asked: Decision, seat: SeatIx, marked: Sequence[Action]) -> Agreement:
    style = sight.campaign.seats[seat].style
    state, word = _answer(sight, asked, seat)
    verb = next((one.verb for one in marked if one.seat == seat), "")
    if state == "asked" and verb:
        word = sight.words.say("would agree") if verb == "agree" else sight.words.say("would not")
    return Agreement(style, state, word)


def _answer(sight: Sight, asked: Decision, seat: SeatIx) -> tuple[AgreeState, str]:
    if asked.agreed >> seat & 1 or seat == asked.seat:
        return "agreed", sight.words.say("agreed")
    if asked.waiting >> seat & 1:
        return "asked", sight.words.say("agree?")
    return "refused", sight.words.say("refused")


def _coalition(sight: Sight) -> list[int]:
    return [ix for ix, seat in enumerate(sight.campaign.seats) if seat.side == "nadc"]


def _seat_row(sight: Sight, seat: SeatIx) -> InspectorRow:
    words, spec = sight.words, sight.campaign.seats[seat]
    chosen = _chosen(sight, seat)
    is_now = seat in sight.view.to_move
    if chosen is not None:
        label, sign = action_label(words, chosen, sight.view), "check"
    elif is_now:
        label, sign = words.say("Choosing"), ""
    else:
        label, sign = words.say("Waiting"), "clock"
    means = sight.means[seat]
    detail = words.say(
        "{seat}: {budget} Budget, {capital} Capital",
        seat=words.seat(seat),
        budget=means.budget,
        capital=means.capital,
    )
    return InspectorRow("thing", label, detail, seat=spec.style, sign=sign, marked=is_now)


def _chosen(sight: Sight, seat: SeatIx) -> Action | None:
    """What a seat has chosen in this phase; to set Consent, or to keep it, comes before."""
    mine: list[Action] = []
    for _, event in sight.events:
        if isinstance(event, PhaseBegan):
            mine.clear()
        elif isinstance(event, ActionTaken) and event.action.seat == seat:
            mine.append(event.action)
    sets_consent = sight.view.phase == "strategic" and sight.campaign.seats[seat].sets_consent
    choices = mine[1:] if sets_consent else mine
    return next((one for one in reversed(choices) if one.verb in _CHOICES), None)


def _asked(sight: Sight, asked: Decision) -> Iterator[InspectorRow]:
    words = sight.words
    title = words.say("Waiting for consent") if asked.kind == "agree" else words.say("Who joins")
    yield InspectorRow("head", title)
    if asked.card >= 0:
        yield InspectorRow("note", text=f"**{words.card(asked.card)}**")
    for seat in _coalition(sight):
        if not (asked.waiting | asked.agreed) >> seat & 1 and seat != asked.seat:
            continue
        state, word = _answer(sight, asked, SeatIx(seat))
        sign = {"agreed": "check", "asked": "clock"}.get(state, "cross")
        style = sight.campaign.seats[seat].style
        label = words.seat(seat)
        yield InspectorRow("thing", label, word[:1].upper() + word[1:], seat=style, sign=sign)


def _consent(sight: Sight) -> Iterator[InspectorRow]:
    words = sight.words
    level = sight.track("consent")
    yield InspectorRow("rule")
    yield InspectorRow("head", words.say("Consent {level}", level=level))
    yield InspectorRow("note", text=consent_detail(words, level))
