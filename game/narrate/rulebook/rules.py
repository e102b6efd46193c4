"""Chapters on how things are decided: the Test, consent and law, cards."""

from collections.abc import Sequence

from game.content.schema.rules import BasicTest
from game.narrate.choices.actions import verb_name
from game.narrate.rulebook.blocks import Block, Chapter, example, note, points, rows, text
from game.narrate.things.cards import PARTS, level_word
from game.narrate.things.tracks import consent_detail, consent_price, consent_word
from game.narrate.words import Words, signed


def the_test(words: Words) -> Chapter:
    """One die for everything, with an example."""
    tests = words.campaign.rules.tests
    return Chapter(
        "test",
        words.say("The Test"),
        (
            text(
                words.say(
                    "Roll one die. If it shows **N or less**, it works. You see N, and every "
                    "reason for it, before you commit."
                )
            ),
            points(
                words.say(
                    "N is never below {lowest} and never above {highest}: nothing is certain.",
                    lowest=tests.lowest,
                    highest=tests.highest,
                ),
                words.say("A **1** is a clean success: a little more than you hoped for."),
                words.say("A **6** always fails, with a complication."),
                words.say(
                    "The usual complication: violence {violence} there, or Legitimacy {legitimacy} "
                    "where there is no governance. For Red: its piece or nearest Cell is exposed.",
                    violence=signed(tests.complication_violence),
                    legitimacy=signed(tests.complication_legitimacy),
                ),
            ),
            _table(words),
            _worked(words),
        ),
    )


def _table(words: Words) -> Block:
    tests = words.campaign.rules.tests
    head = (words.say("Action"), words.say("Base N"), words.say("What changes it"))
    lines = [
        (verb_name(words, verb), str(test.base), _parts(words, test.add))
        for verb, test in (
            ("surveil", tests.surveil),
            ("raid", tests.raid),
            ("case", tests.case),
            ("govern", tests.govern),
            ("bribe", tests.bribe),
            ("intimidate", tests.intimidate),
        )
    ]
    return rows(head, *lines)


def _parts(words: Words, parts: Sequence[str]) -> str:
    return ", ".join(words.say(PARTS[part]) for part in parts)


def _worked(words: Words) -> Block:
    tests = words.campaign.rules.tests
    team = next(
        (
            (ix, kind)
            for ix, kind in enumerate(words.campaign.kinds)
            if kind.endgame and kind.authority == "LE"
        ),
        None,
    )
    name = words.kind(team[0]) if team else words.say("a team")
    endgame = team[1].endgame if team else 1
    needed = _clamped(words, tests.raid, endgame)
    return example(
        words.say("A raid"),
        words.say("Raid begins with {base}.", base=tests.raid.base),
        words.say("{unit} there: +{endgame}.", unit=f"**{name}**", endgame=endgame),
        words.say("N = {needed}. You succeed on {needed} or less.", needed=needed),
        words.say(
            "That is {needed} chances in six, **{percent} %**. Gunmen there would take one away.",
            needed=needed,
            percent=round(100 * needed / 6),
        ),
    )


def _clamped(words: Words, test: BasicTest, bonus: int) -> int:
    tests = words.campaign.rules.tests
    return max(tests.lowest, min(tests.highest, test.base + bonus))


def consent_and_law(words: Words) -> Chapter:
    """Consent levels and legal titles."""
    head = (words.say("Consent"), words.say("What is allowed"), words.say("Price"))
    lines = [
        (
            f"**{level}** {consent_word(words, level)}",
            consent_detail(words, level),
            consent_price(words, level),
        )
        for level in range(4)
    ]
    is_strict = words.campaign.rules.legal == "strict"
    last = (
        words.say("What the law forbids is grey, and the reason is shown.")
        if is_strict
        else words.say(
            "What the law forbids may be done, at Legitimacy −{number}.",
            number=-words.campaign.rules.consent.penalty_legitimacy,
        )
    )
    return Chapter(
        "consent",
        words.say("Consent and law"),
        (
            text(
                words.say(
                    "The host country decides each quarter what partners may do on its land. It "
                    "may lower Consent at once, and raise it one level at a time."
                )
            ),
            rows(head, *lines),
            text(
                words.say(
                    "Only **law enforcement** may stop, search and arrest, and only in its own "
                    "country, at sea, or at Consent 3 beside a unit of the host. Soldiers and "
                    "aircraft see and support; they do not stop anybody at home."
                )
            ),
            note(last),
        ),
    )


def cards(words: Words) -> Chapter:
    """Three levels, three tempos."""
    rules = words.campaign.rules
    return Chapter(
        "cards",
        words.say("Cards at three tempos"),
        (
            _tempos(words),
            points(
                words.say("Slow cards **open** faster ones. Without them the fast ones stay grey."),
                words.say("A grey card says why. Read it: it is a plan for next quarter."),
                words.say(
                    "At Cohesion {level} or less, cards that need consent cost {more} Capital "
                    "more.",
                    level=rules.thresholds.cohesion_low,
                    more=rules.money.surcharge,
                ),
                words.say(
                    "The first card agreed in a quarter brings Cohesion {change}.",
                    change=signed(rules.consent.agreed_cohesion),
                ),
                words.say(
                    "Repealing a card that partners agreed to: Cohesion {change}.",
                    change=signed(rules.consent.repealed_cohesion),
                ),
                words.say(
                    "Tactical cards go to the discards and come back when the deck is empty."
                ),
            ),
        ),
    )


def _tempos(words: Words) -> Block:
    now, instant = words.say("Now"), words.say("Instant")
    policy, units, moment = (
        words.say("policy, law, access"),
        words.say("units on the map"),
        words.say("one contested moment"),
    )
    return rows(
        (words.say("Level"), words.say("Changes"), words.say("Starts"), words.say("Lasts")),
        (
            level_word(words, "strategic"),
            policy,
            words.say("Next quarter"),
            words.say("Until repealed"),
        ),
        (level_word(words, "operational"), units, now, words.say("While upkeep is paid")),
        (level_word(words, "tactical"), moment, now, instant),
    )


def reactions(words: Words) -> tuple[Chapter, ...]:
    """Standing reactions, where the campaign plays with them."""
    if not words.campaign.rules.reactions:
        return ()
    return (
        Chapter(
            "reactions",
            words.say("Reactions"),
            (
                text(
                    words.say(
                        "On your tactical turn you may write down a reaction. It happens by itself "
                        "when its moment comes, so that nobody gives a hand away by being asked."
                    )
                ),
                points(
                    words.say(
                        "**Respond** lowers N by {number} in an opponent's Test, or raises it by "
                        "{number} in a partner's, where you have a piece in the area or on the "
                        "route.",
                        number=words.campaign.rules.tests.respond,
                    ),
                    words.say(
                        "Reactions a quarter: {number}; one more for a Ready marker.",
                        number=words.campaign.rules.limits.reactions,
                    ),
                    words.say(
                        "Several seats may react: the one attacked first, then by initiative."
                    ),
                    words.say("Nobody reacts to a reaction."),
                    words.say(
                        "Nobody else learns whether you stand ready: before others, you write it "
                        "down behind the curtain."
                    ),
                ),
            ),
        ),
    )
