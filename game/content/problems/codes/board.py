"""N5: the map, and what stands on it at the start."""

from game.content.problems.codes.entry import Code, advice, error, warning

BOARD: tuple[Code, ...] = (
    error(
        "N501",
        "An area without a place on the board",
        "Each area needs exactly one place: `covers` with areas of the theatre's map, `node` with "
        "a point of that map, or `box` with a place beside it.",
        wrong="- {id: haven, name: Haven, kind: box, country: none}\n",
        right="- {id: haven, name: Haven, kind: box, country: none, box: {x: 300, y: 900}}\n",
    ),
    error(
        "N502",
        "Ground that belongs to two areas",
        "An area of the theatre's map can belong to only one area of the campaign.",
    ),
    error(
        "N503",
        "A route that ends where it begins",
        "A route leads from one area to another one.",
        wrong="- {id: loop, from: mx-north, to: mx-north, mode: land, cap: 4, cost: 1}\n",
        right="- {id: loop, from: mx-north, to: mx-central, mode: land, cap: 4, cost: 1}\n",
    ),
    error(
        "N504",
        "A source with no way to a market",
        "Flow starts in areas of kind source and goes over open routes, in their direction only, "
        "to areas of kind market. From each source a way must lead to one of them at the start.",
    ),
    error(
        "N505",
        "A backstop that is not in use",
        "A backstop stands for many small loads that nobody can stop altogether. It is in use "
        "from the start and never closes.",
        wrong="backstop: true\ndormant: true\n",
        right="backstop: true\n",
    ),
    warning(
        "N506",
        "An area that no route reaches",
        "Nothing flows through the area and no unit there has anything to watch.",
    ),
    warning(
        "N507",
        "A source from which nothing comes",
        "An area of kind source sends out as many units a quarter as its `output` says.",
        wrong="kind: source\n",
        right="kind: source\noutput: 3\n",
    ),
    warning(
        "N508",
        "A value of an area that has no effect",
        "Governance counts only in populated areas of Mexico and Central America, `output` only "
        "in sources, `demand` only in markets.",
        wrong="kind: market\noutput: 3\n",
        right="kind: market\ndemand: 6\n",
    ),
    advice(
        "N509",
        "A map without backstop or dormant routes",
        "Without a backstop the flow can be shut off altogether; without dormant routes pressure "
        "cannot push it elsewhere, which is what the game is about.",
    ),
    error(
        "N510",
        "More pieces than the pool has",
        "The pieces that stand on the map at the start come from their seat's `pool`.",
    ),
    error(
        "N511",
        "A piece where it may not stand",
        "A kind of piece says in which kinds of area and countries it may stand, up to what "
        "governance, and what must be there already.",
    ),
    error(
        "N512",
        "Too many pieces in an area",
        "An area holds only so many pieces of a side, and of each kind.",
    ),
    error(
        "N513",
        "A watch that cannot be kept",
        "A unit watches a route that begins or ends where it stands, of a mode that it can see, "
        "and only a few units may watch the same route.",
    ),
)
