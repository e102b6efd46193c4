"""N6: cards, portfolios and decks."""

from game.content.problems.codes.entry import Code, error, warning

CARDS: tuple[Code, ...] = (
    error(
        "N601",
        "A cost that nobody can pay",
        "The coalition pays in `budget`, `capital` and `cases`, Red in `cash`, and neither in the "
        "other's coin. Budget comes from `income` and little of it is kept from one quarter to "
        "the next, so a card can cost no more than a quarter brings together with what was kept.",
        wrong="seats: [cartel]\ncost: {budget: 2}\n",
        right="seats: [cartel]\ncost: {cash: 2}\n",
    ),
    warning(
        "N602",
        "A card that can never be played",
        "Follow its `requires` backwards: each `active(...)` names a card that somebody must be "
        "able to play first, and so on down to a card that requires nothing. Somewhere on the way "
        "a card is not in the campaign, lies on no pile, or waits for one that waits for it. "
        "Conditions on numbers must be reachable, too.",
        wrong="requires: [active(nadc-chater)]\n",
        right="requires: [active(nadc-charter)]\n",
    ),
    warning(
        "N603",
        "A deck that is too small",
        "Each quarter a hand is drawn (`rules: limits: hand`). A deck of just as many cards gives "
        "everybody the same hand every time: nothing to choose, nothing to learn. Twice a hand is "
        "a good size; `copies` counts.",
        wrong="deck: [night-shift]\n",
        right="deck: [night-shift, freeze-assets, open-books]\n",
    ),
    error(
        "N604",
        "A card on the wrong pile",
        "The `level` of a card decides its pile: `tactical` ones are drawn from the `deck`, "
        "`strategic` and `operational` ones lie open under `cards`. And the card's own `seats` "
        "must name the seat, because there stands who may play it.",
        wrong="cards: [night-shift]  # tactical\n",
        right="deck: [night-shift]  # tactical\n",
    ),
    warning(
        "N605",
        "A card that no seat holds",
        "Writing a card and giving it to somebody are two steps: the card stands in cards/, its "
        "id on the pile of a seat in campaign.yaml. `nadc new card` does both. A card that comes "
        "into play only by an effect (`do: draw`) counts as held.",
        wrong="deck: [open-books]\n",
        right="deck: [open-books, night-shift]\n",
    ),
    error(
        "N606",
        "A target that is not one thing",
        "The player points once: at an area, a route or a piece. A card that needs two things has "
        "a `second` target, which is chosen after the first. An empty `{}` means any of its kind.",
        wrong="target: {area: {}, route: {}}\n",
        right="target: {route: {}}\nsecond: {area: {}}\n",
    ),
    warning(
        "N607",
        "A target that nothing fits",
        "The keys of a target narrow it down, and all of them must fit the same thing: `kinds: "
        "[home]` with `countries: [us]` finds nothing where no such area is drawn. Take keys away "
        "one by one until something is left.",
        wrong="target: {area: {kinds: [home], countries: [sea]}}\n",
        right="target: {area: {kinds: [home]}}\n",
    ),
    warning(
        "N608",
        "A line of a card that has no effect",
        "Some lines need another one beside them: `clean`, `on_fail` and `complication` a `test`, "
        "`requires_text` something in `requires`, `upkeep` a piece that is put down, "
        "`each_quarter` a card that lasts. Alone they promise what never happens.",
        wrong="on_fail: [{do: track, track: legitimacy, by: -1}]\n",
        right="test: {base: 3}\non_fail: [{do: track, track: legitimacy, by: -1}]\n",
    ),
    warning(
        "N609",
        "An effect without a target",
        "An effect that names no place of its own acts where the card is aimed. So either the "
        "card lets the player choose (`target`), or the effect says where: `where: {area: ...}`, "
        "`where: {pick: all}`, or `route: ...`. An event has no target, so its effects must say.",
        wrong="effects: [{do: area_gov, by: 1}]\n",
        right="target: {area: {governed: true}}\neffects: [{do: area_gov, by: 1}]\n",
    ),
    error(
        "N611",
        "A piece that no pool has",
        "`do: deploy` takes a piece from the `pool` of whoever plays the card, or of the `seat` "
        "that the effect names. A kind that is in no pool cannot be put down.",
        wrong="pool: [{kind: border-team, count: 3}]\n",
        right="pool: [{kind: border-team, count: 3}, {kind: uas-orbit, count: 2}]\n",
    ),
    warning(
        "N612",
        "A card for pieces that are all on the map already",
        "Whatever `placements` put on the map comes out of the pool. If that empties it, the card "
        "can be played only after one of the pieces was lost, and most groups wonder all evening "
        "why it stays grey.",
        wrong="pool: [{kind: uas-orbit, count: 1}]\n"
        "placements: [{seat: us, kind: uas-orbit, area: gulf}]\n",
        right="pool: [{kind: uas-orbit, count: 2}]\n"
        "placements: [{seat: us, kind: uas-orbit, area: gulf}]\n",
    ),
    warning(
        "N613",
        "A deck that nobody draws",
        "Tactical cards come to the table only in a hand. With `hand: 0` under `rules: limits:` "
        "nobody has one; that is meant for the smallest campaigns, which have no tactical cards.",
        wrong="limits: {hand: 0}\n",
        right="limits: {hand: 2}\n",
    ),
    warning(
        "N614",
        "A card for a piece that this seat does not have",
        "Several seats may hold the same card, but each puts down pieces of its own `pool`. A seat "
        "whose pool lacks the piece can hardly use the card, though its partner can.",
        wrong="pool: [{kind: police-team, count: 3}]\ncards: [uas-orbit]\n",
        right="pool: [{kind: police-team, count: 3}, {kind: uas-orbit, count: 1}]\n"
        "cards: [uas-orbit]\n",
    ),
)
