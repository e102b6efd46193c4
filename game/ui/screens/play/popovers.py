"""What comes up beside a place: the odds before a choice, or the choices that it offers."""

from collections.abc import Callable, Sequence

from game.model.actions import Action
from game.model.ids import NO_CARD, ref_ix
from game.narrate.choices.actions import action_label, action_price, action_summary
from game.narrate.choices.odds import OddsText
from game.narrate.words import Words, plain, signed
from game.ui.kit import Kit
from game.ui.present.sight import Sight
from game.ui.widgets.boxes import Passage, Stacked, TextBlock
from game.ui.widgets.button import Button
from game.ui.widgets.odds import Modifier, OddsFace, odds_popover
from game.ui.widgets.popover import Popover

MENU_WIDTH = 330


def confirm_popover(
    kit: Kit,
    sight: Sight,
    action: Action,
    odds: OddsText | None,
    on_commit: Callable[[], None],
    on_back: Callable[[], None],
) -> Popover:
    """The odds, or what an action without a Test will do, with its two buttons."""
    return odds_popover(kit, odds_face(sight, action, odds), on_commit, on_back)


def odds_face(sight: Sight, action: Action, odds: OddsText | None) -> OddsFace:
    """What the popover says of an action."""
    words = sight.words
    title = action_label(words, action, sight.view)
    subtitle = _subtitle(words, action)
    back = words.say("Back")
    if odds is None:
        chance = _surged(sight, action) if action.verb == "surge" else ""
        outcomes = (action_summary(words, action), chance, *_price(words, action))
        said = tuple(line for line in outcomes if line)
        return OddsFace(title, subtitle, outcomes=said, commit=words.say("Do it"), back=back)
    rows = [Modifier(plain(odds.rows[0].number), odds.rows[0].name, odds.rows[0].detail)]
    rows += [Modifier(signed(row.number), row.name, row.detail) for row in odds.rows[1:]]
    return OddsFace(
        title,
        subtitle,
        need=int(odds.fraction.split("/")[0]),
        clean=odds.clean_on if odds.clean else "",
        modifiers=tuple(rows),
        unknown=odds.unknown,
        outcomes=tuple(
            line for line in (odds.sure, odds.success, odds.clean, odds.complication) if line
        ),
        commit=words.say("Roll {odds}", odds=odds.fraction),
        back=back,
    )


def _surged(sight: Sight, action: Action) -> str:
    """How often a surged route stops a load, beside what it does now."""
    route = sight.routes.get(ref_ix(action.target))
    if route is None:
        return ""
    rules = sight.campaign.rules
    most, more = rules.flow.detect_max, rules.tests.surge
    detect, endgame = min(most, route.detect + more), min(most, route.endgame + more)
    return sight.words.say(
        "Then it stops {after} % of loads as far as you know, instead of {before} %.",
        after=round(100 * detect * endgame / 36),
        before=round(100 * route.detect * route.endgame / 36),
    )


def menu_popover(
    kit: Kit,
    sight: Sight,
    title: str,
    choices: Sequence[tuple[Action, str]],
    on_choose: Callable[[Action], None],
    on_back: Callable[[], None],
) -> Popover:
    """What can be done at a place; each choice with its odds, where it rolls."""
    buttons = []
    for action, odds in choices:
        label = action_label(sight.words, action, sight.view)
        button = Button(label, _bound(on_choose, action), detail=odds, size=16)
        button.name = f"menu-{action.verb}-{action.card}-{action.other}"
        buttons.append(button)
    content = Stacked([TextBlock([Passage(title, "heading")]), *buttons], gap=8)
    back = Button(kit.tr.gettext("Back"), on_back, key="Esc", size=15)
    return Popover(content, [back], width=MENU_WIDTH)


def _bound(on_choose: Callable[[Action], None], action: Action) -> Callable[[], None]:
    return lambda: on_choose(action)


def _subtitle(words: Words, action: Action) -> str:
    price = action_price(words, action)
    if action.card != NO_CARD:
        return words.say("card, {price}", price=price)
    return words.say("basic action, {price}", price=price)


def _price(words: Words, action: Action) -> tuple[str, ...]:
    if action.card == NO_CARD:
        return ()
    price = words.campaign.cards[action.card].price
    return (words.say("**Price** {price}", price=words.text(price)),) if price else ()
