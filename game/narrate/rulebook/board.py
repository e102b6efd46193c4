"""Chapters on the map: reading it, D and E, hidden things."""

from game.content.schema.units import PieceKind
from game.narrate.rulebook.blocks import Block, Chapter, example, note, points, rows, text
from game.narrate.things.areas import GOVERNANCE, VIOLENCE
from game.narrate.things.units import authority_means, authority_word, unit_values
from game.narrate.words import Words, signed

_LAW = ("LE", "T14")


def reading_the_map(words: Words) -> Chapter:
    """What is drawn on the map and what it means."""
    return Chapter(
        "map",
        words.say("Reading the map"),
        (
            text(
                words.say(
                    "The map is divided into **areas**, joined by **routes**. Loads go one way, "
                    "from a source to a market. A dotted route is not in use; the network may open "
                    "it."
                )
            ),
            points(
                words.say("**Width** of a route: how many loads went there."),
                words.say("**Pale band**: last quarter's flow. So you see where it moved."),
                words.say("**Number** on a route: last quarter's loads, as far as they are known."),
                words.say(
                    "**Crossed square**: a load was seized there last quarter. **Eye**: one was "
                    "seen there and not stopped."
                ),
                words.say("**Bars of heat**: how much attention the route has drawn."),
                words.say("**D and E** on a plate: the chances to see and to stop there."),
                words.say("**Ladder** below an area's name: its governance."),
                words.say("**Triangles**: violence in the area."),
                words.say("**Gate, anchor**: a port of entry on a land border, and a seaport."),
                words.say(
                    "**Tile**: a unit, in its seat's colour. **Diamond**: a piece of Red that was "
                    "found."
                ),
                words.say("**Gold**: where you may act now."),
            ),
            _limits(words),
        ),
    )


def _limits(words: Words) -> Block:
    limits = words.campaign.rules.limits
    return note(
        words.say(
            "At most {watch} units watch one route, and {pieces} pieces of a side stand in an "
            "area.",
            watch=limits.watch,
            pieces=limits.area_pieces,
        )
    )


def see_and_stop(words: Words) -> Chapter:
    """D and E, with a worked example from the campaign's own units."""
    flow = words.campaign.rules.flow
    blocks = [
        text(
            words.say(
                "**D** is the chance in six to **see** a load on a route. **E** is the chance in "
                "six to **stop** a load that was seen. You need both, and they are multiplied."
            )
        ),
        *_example(words),
        points(
            words.say("A unit adds its D and E on the route that it watches, and on no other."),
            words.say(
                "Good governance ({step}) where the route ends: {change} D and {change} E.",
                step=signed(flow.gov_cover_from),
                change=signed(flow.gov_cover),
            ),
            words.say("A mole at either end: D {change}.", change=signed(flow.mole_cover)),
            words.say(
                "Without a unit that may stop and arrest there, E is **0**, whatever else stands "
                "by."
            ),
            words.say("D and E never go above {most}.", most=flow.detect_max),
            words.say(
                "A load that was seen and not stopped goes on. Seeing alone changes nothing."
            ),
        ),
        _unit_rows(words),
        _titles(words),
        text(
            words.say(
                "Each seat has a **pool**: all the pieces that it can ever have on the map. What "
                "is removed or sent home goes back there; what was prosecuted does not."
            )
        ),
    ]
    return Chapter("d-and-e", words.say("D and E: see and stop"), tuple(blocks))


def _example(words: Words) -> list[Block]:
    kinds = [(ix, one) for ix, one in enumerate(words.campaign.kinds) if one.side == "nadc"]
    eyes = max((one for one in kinds if not one[1].endgame), key=_detect, default=None)
    hands = next((one for one in kinds if one[1].endgame and one[1].authority in _LAW), None)
    if eyes is None or hands is None:
        return []
    detect = min(words.campaign.rules.flow.detect_max, eyes[1].detect + hands[1].detect)
    endgame = hands[1].endgame
    return [
        example(
            words.say("Two units watch one route"),
            words.say(
                "{eyes}: {eye_values}. {hands}: {hand_values}.",
                eyes=f"**{words.kind(eyes[0])}**",
                eye_values=unit_values(words, eyes[0]),
                hands=f"**{words.kind(hands[0])}**",
                hand_values=unit_values(words, hands[0]),
            ),
            words.say(
                "Together D{detect} and E{endgame}: a load is seen on {detect} or less, and then "
                "stopped on {endgame} or less.",
                detect=detect,
                endgame=endgame,
            ),
            words.say(
                "{detect}/6 × {endgame}/6 = **{percent} %** of the loads are stopped.",
                detect=detect,
                endgame=endgame,
                percent=round(100 * detect * endgame / 36),
            ),
            words.say(
                "Without {hands} nobody may stop them: E0, and all go through.",
                hands=words.kind(hands[0]),
            ),
        )
    ]


def _detect(one: tuple[int, PieceKind]) -> int:
    return one[1].detect if "satellite" not in one[1].traits else 0


def _unit_rows(words: Words) -> Block:
    owned = {pool.kind for seat in words.campaign.seats for pool in seat.pool}
    head = (words.say("Unit"), words.say("Values"), words.say("Legal title"))
    lines = [
        (
            f"**{words.kind(ix)}**",
            unit_values(words, ix),
            "" if kind.authority == "none" else authority_word(words, kind.authority),
        )
        for ix, kind in enumerate(words.campaign.kinds)
        if kind.side == "nadc" and kind.id in owned
    ]
    return rows(head, *lines)


def _titles(words: Words) -> Block:
    """What the legal titles of the units of this campaign let them do."""
    owned = {pool.kind for seat in words.campaign.seats for pool in seat.pool}
    kinds = [kind for kind in words.campaign.kinds if kind.side == "nadc" and kind.id in owned]
    titles = dict.fromkeys(kind.authority for kind in kinds if kind.authority != "none")
    lines = (
        words.say(
            "**{title}**: {meaning}",
            title=authority_word(words, one),
            meaning=authority_means(words, one),
        )
        for one in titles
    )
    return points(*lines)


def governance(words: Words) -> Chapter:
    """The ladder and violence."""
    rules = words.campaign.rules
    ladder = ", ".join(f"{signed(step)} {words.say(name)}" for step, name in GOVERNANCE.items())
    levels = ", ".join(f"{level} {words.say(name)}" for level, name in enumerate(VIOLENCE))
    return Chapter(
        "governance",
        words.say("Governance and violence"),
        (
            text(words.say("Every populated area has a place on a ladder: {steps}.", steps=ladder)),
            points(
                words.say("**Govern** lifts it one step, **Bribe** lowers it one step."),
                words.say("The **governance score** is population times the step, over all areas."),
                words.say(
                    "Where the step is {reach} or less, the people count for the network's Reach.",
                    reach=signed(rules.thresholds.reach_gov),
                ),
                words.say("At 0 or less the network can build Labs and place moles."),
            ),
            text(words.say("**Violence** goes from 0 to 3: {levels}.", levels=levels)),
            points(
                words.say(
                    "At {level} or more, Govern is harder by {number}.",
                    level=rules.thresholds.violence_govern,
                    number=rules.tests.modifiers.violence,
                ),
                words.say("At 3 it may break governance when the quarter ends."),
                words.say("Good governance calms it by 1 each quarter."),
            ),
        ),
    )


def hidden_things(words: Words) -> Chapter:
    """What is hidden, how it is found, and what each Red piece does."""
    head = (words.say("Red piece"), words.say("What it does"))
    owned = {pool.kind for seat in words.campaign.seats for pool in seat.pool}
    lines = [
        (f"**{words.kind(ix)}**", words.text(kind.summary))
        for ix, kind in enumerate(words.campaign.kinds)
        if kind.side == "red" and kind.id in owned
    ]
    return Chapter(
        "hidden",
        words.say("Hidden things"),
        (
            text(
                words.say(
                    "Red pieces start hidden. **Surveil** exposes them. An exposed piece can be "
                    "raided; it hides again when it moves away."
                )
            ),
            rows(head, *lines),
            points(
                words.say("Heat, seizures, violence and governance are public."),
                words.say(
                    "Flow is an estimate, at most {band} loads off; a Surveil of the route shows "
                    "it truly.",
                    band=words.campaign.rules.estimate_band,
                )
                if not words.campaign.rules.ghost
                else words.say("In this campaign everybody sees last quarter's true flow."),
                words.say("A route that the network opened looks unused until somebody finds it."),
                words.say("Where hidden pieces could spoil a Test, the screen says so, always."),
                words.say("Red sees your units and what they watch, but not a Rotating choice."),
                words.say(
                    "Partners see each other's hands; the other side sees only how many cards. "
                    "Where both sides look on, you look at your hand behind the curtain."
                ),
            ),
        ),
    )
