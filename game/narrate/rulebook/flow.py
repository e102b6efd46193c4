"""Chapters on the network: flow and displacement, and its money."""

from fractions import Fraction

from game.narrate.rulebook.blocks import Block, Chapter, points, rows, text
from game.narrate.words import Words, plain, signed


def flow_and_displacement(words: Words) -> Chapter:
    """How loads choose their way, what harm they do, and what pressure does."""
    flow = words.campaign.rules.flow
    return Chapter(
        "displacement",
        words.say("Flow and displacement"),
        (
            text(
                words.say(
                    "Each quarter loads set out from the sources and the Labs, one after the "
                    "other. Each takes the cheapest way: the route's own cost, plus its heat, plus "
                    "{crowd} for every load beyond what it carries.",
                    crowd=flow.over_cap_cost,
                )
            ),
            text(
                words.say(
                    "The network does not know your D and E. It knows heat, and nothing else. A "
                    "seizure brings heat {change}, up to {most}; a quiet quarter cools a route.",
                    change=signed(flow.heat_step),
                    most=flow.heat_max,
                )
            ),
            _harm_rows(words),
            points(
                words.say(
                    "**Losses of {tolerance} % or more**: the network opens a dormant route for "
                    "{cost} Cash, and one more for each {step} % beyond.",
                    tolerance=flow.loss_tolerance,
                    cost=flow.open_cost,
                    step=flow.open_step,
                ),
                words.say(
                    "**Fewer losses**: a route it opened and hardly used falls asleep again."
                ),
                words.say("Routes that were open from the start never close."),
                words.say(
                    "Where a newly opened route starts, violence may rise; weak places suffer most."
                ),
                words.say(
                    "**{bad}** or more delivered unseen: Border {worse}. **{good}** or fewer: "
                    "Border {better}.",
                    worse=signed(-flow.border_step),
                    better=signed(flow.border_step),
                    bad=flow.undetected_bad,
                    good=flow.undetected_good,
                ),
            ),
        ),
    )


def _harm_rows(words: Words) -> Block:
    flow = words.campaign.rules.flow
    neutral = flow.neutral_delivery
    delivered = [neutral + step for step in (-4, -2, -1, 0, 1, 2, 4) if neutral + step >= 0]
    return rows(
        (words.say("Delivered"), *(str(one) for one in delivered)),
        (words.say("Harm"), *(_change(words, one) for one in delivered)),
    )


def quiet_deliveries(words: Words) -> str:
    """How many deliveries a quarter leave Harm as it is, since its change is rounded."""
    flow = words.campaign.rules.flow
    least = most = flow.neutral_delivery
    reach = range(1, flow.harm_divisor + 1)
    least -= max((step for step in reach if _harm_of(words, least - step) == 0), default=0)
    most += max((step for step in reach if _harm_of(words, most + step) == 0), default=0)
    if least == most:
        return words.say(
            "**{neutral}** deliveries leave Harm as it is; more raise it, fewer lower it.",
            neutral=most,
        )
    return words.say(
        "**{least} to {most}** deliveries leave Harm as it is; more raise it, fewer lower it.",
        least=max(0, least),
        most=most,
    )


def _harm_of(words: Words, delivered: int) -> int:
    flow = words.campaign.rules.flow
    change = round(Fraction(delivered - flow.neutral_delivery, flow.harm_divisor))
    return max(flow.harm_least, min(flow.harm_most, change))


def _change(words: Words, delivered: int) -> str:
    change = _harm_of(words, delivered)
    return f"+{change}" if change > 0 else plain(change)


def money_of_the_network(words: Words) -> Chapter:
    """From delivered loads to the bank."""
    money, launder = words.campaign.rules.money, _launder(words)
    return Chapter(
        "money",
        words.say("Money of the network"),
        (
            points(
                words.say("Each load delivered becomes 1 **dirty** cash."),
                words.say(
                    "Each **Front** turns up to {number} of it into Cash a quarter.", number=launder
                ),
                words.say(
                    "What the Fronts cannot take waits in the **stash**, at most {most}; the rest "
                    "is lost.",
                    most=money.stash_max,
                ),
                words.say(
                    "**Upkeep** is {base}, and 1 more for every {routes} routes used.",
                    base=money.upkeep_base,
                    routes=money.upkeep_routes,
                ),
                words.say("Each Cash short means one load less next quarter."),
                words.say(
                    "In Assess up to {most} Cash goes to the **bank**. It is safe there, and "
                    "counts.",
                    most=money.bank_max,
                ),
            ),
            text(
                words.say(
                    "So pressure on Fronts reaches the roads too, a quarter later: a network that "
                    "cannot launder cannot pay."
                )
            ),
        ),
    )


def _launder(words: Words) -> int:
    return max((kind.launder for kind in words.campaign.kinds), default=0)
