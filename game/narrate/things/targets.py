"""What a card is aimed at, in a few words (RULES 10)."""

from game.content.schema.cards import AreaTarget, PieceTarget, RouteTarget, Target
from game.narrate.things.areas import COUNTRIES, KINDS, mode_word
from game.narrate.words import Words, signed


def target_words(words: Words, target: Target | None) -> str:
    """What a card is aimed at, in a few words; empty for none."""
    if target is None:
        return ""
    if target.area is not None:
        return _area_target(words, target.area)
    if target.route is not None:
        return _route_target(words, target.route)
    return _piece_target(words, target.piece) if target.piece is not None else ""


def _area_target(words: Words, target: AreaTarget) -> str:
    parts = []
    if target.kinds:
        kinds = words.any_of([words.say(KINDS[kind]) for kind in target.kinds])
        parts.append(kinds)
    if target.countries:
        parts.append(words.any_of([words.say(COUNTRIES[one]) for one in target.countries]))
    if target.governed:
        parts.append(words.say("with governance"))
    if target.gov_max is not None:
        parts.append(words.say("governance {number} or less", number=signed(target.gov_max)))
    if target.gov_min is not None:
        parts.append(words.say("governance {number} or more", number=signed(target.gov_min)))
    if target.own_unit:
        parts.append(words.say("with a unit of yours"))
    if target.coastal:
        parts.append(words.say("sea or coast"))
    return _aim(words, words.say("an area"), parts)


def _route_target(words: Words, target: RouteTarget) -> str:
    parts = [words.any_of([mode_word(words, mode) for mode in target.modes])]
    if target.port_of_entry:
        parts.append(words.say("through a port of entry"))
    if target.crosses_border:
        parts.append(words.say("across a border"))
    if target.dormant:
        parts.append(words.say("not in use"))
    if target.own_unit:
        parts.append(words.say("watched by a unit of yours"))
    return _aim(words, words.say("a route"), [part for part in parts if part])


def _piece_target(words: Words, target: PieceTarget) -> str:
    names = [words.kind(words.campaign.kind_ix[kind]) for kind in target.kinds]
    what = words.any_of(names) or words.say("a piece of the other side")
    parts = [words.say("exposed")] if target.exposed else []
    if target.countries:
        parts.append(words.any_of([words.say(COUNTRIES[one]) for one in target.countries]))
    return _aim(words, what, parts)


def _aim(words: Words, what: str, parts: list[str]) -> str:
    if not parts:
        return what
    return words.say("{what}: {conditions}", what=what, conditions=", ".join(parts))
