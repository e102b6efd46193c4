"""N5: the map, and what stands on it at the start."""

from game.content.problems.codes.entry import Code, advice, error, warning

BOARD: tuple[Code, ...] = (
    error(
        "N501",
        "An area without a place on the board",
        "The board has to know where to draw it. Give exactly one of three: `covers` lists areas "
        "of the drawn map that become one area of yours (`nadc reference map-areas` names them "
        "all); `node` is a single point, such as a port (`nadc reference map-nodes`); `box` is a "
        "place beside the map for what lies outside it.",
        wrong="- {id: haven, name: Haven, kind: box, country: none}\n",
        right="- {id: haven, name: Haven, kind: box, country: none, box: {x: 300, y: 900}}\n",
    ),
    error(
        "N502",
        "Ground that belongs to two areas",
        "A click on the drawn map must say one area, so no part of it may be in the `covers` of "
        "two. Divide the ground: a part that both want goes to the one in which more happens.",
        wrong="areas:\n  - {id: coast, covers: [mx-sinaloa, mx-sonora]}\n"
        "  - {id: desert, covers: [mx-sonora]}\n",
        right="areas:\n  - {id: coast, covers: [mx-sinaloa]}\n"
        "  - {id: desert, covers: [mx-sonora]}\n",
    ),
    error(
        "N503",
        "A route that ends where it begins",
        "A route is one step of a load from one area to the next. What happens inside an area is "
        "not on the map; give it a card or an event.",
        wrong="- {id: loop, from: mx-north, to: mx-north, mode: land, cap: 4, cost: 1}\n",
        right="- {id: loop, from: mx-north, to: mx-central, mode: land, cap: 4, cost: 1}\n",
    ),
    error(
        "N504",
        "A source with no way to a market",
        "Put a finger on the source and go along the arrows: `from` to `to`, never back, and only "
        "over routes that are not dormant. It must be able to come to an area of kind market, or "
        "no load ever leaves. Most often one route of the chain is missing or turned round.",
        wrong="areas: [{id: farms, kind: source}, {id: city, kind: market}]\n"
        "routes: [{id: road, from: city, to: farms}]\n",
        right="areas: [{id: farms, kind: source}, {id: city, kind: market}]\n"
        "routes: [{id: road, from: farms, to: city}]\n",
    ),
    error(
        "N505",
        "A backstop that is not in use",
        "A backstop stands for many small loads that nobody can stop altogether, so that pressure "
        "moves the flow instead of ending it. It is in use from the start and never closes; a "
        "route that is to open later is `dormant` and no backstop.",
        wrong="backstop: true\ndormant: true\n",
        right="backstop: true\n",
    ),
    warning(
        "N506",
        "An area that no route reaches",
        "People see the area, may send units there, and learn nothing by it: no load passes, and "
        "there is no route to watch. Name it in the `from` or `to` of a route; an area that is "
        "there only for its governance may stay, with a word why.",
        wrong="- {id: islands, name: Islands, kind: home, country: mexico}\n",
        right="- {id: islands, name: Islands, kind: home, country: mexico}  "
        "# nadc: ignore N506 because it is there to be governed\n",
    ),
    warning(
        "N507",
        "A source from which nothing comes",
        "`output` is how many loads it sends out each quarter; without it that is none. Four to "
        "eight loads in all make a small campaign; each kind of piece with a `supply`, such as "
        "the Lab, adds to them.",
        wrong="kind: source\n",
        right="kind: source\noutput: 3\n",
    ),
    warning(
        "N508",
        "A value of an area that has no effect",
        "Some values count only in some areas: `gov` where people live (`pop` 1 or more) in "
        "Mexico and Central America, `output` in sources, `demand` in markets, `network` where "
        "it names a network's seat. Elsewhere the line misleads whoever reads the file.",
        wrong="kind: market\noutput: 3\n",
        right="kind: market\ndemand: 6\n",
    ),
    advice(
        "N509",
        "A map without backstop or dormant routes",
        "Two things make pressure move the flow, which is what most campaigns teach: a dear "
        "`backstop`, so that some loads always find a way, and `dormant` routes, which open where "
        "the network loses too much. A map without them can be shut like a door.",
        wrong="- {id: tunnel, from: mx-north, to: city, mode: land, cap: 2, cost: 3}\n",
        right="- {id: tunnel, from: mx-north, to: city, mode: land, cap: 2, cost: 3, "
        "dormant: true}\n",
    ),
    error(
        "N510",
        "More pieces than the pool has",
        "A seat's `pool` is all that it can ever have on the map at once: what stands there at "
        "the start and what cards put down later. Leave more in the pool than you place, or "
        "nobody can deploy anything.",
        wrong="pool: [{kind: border-team, count: 1}]\n"
        "placements:\n  - {seat: us, kind: border-team, area: desert, count: 2}\n",
        right="pool: [{kind: border-team, count: 3}]\n"
        "placements:\n  - {seat: us, kind: border-team, area: desert, count: 2}\n",
    ),
    error(
        "N511",
        "A piece where it may not stand",
        "Each kind says where it works: `kinds` of area, `countries`, up to which governance "
        "(`gov_max`), and what must be there first (`needs`). A police team of one country does "
        'not stand in another, a ship not inland. `nadc reference "piece kind"` lists the keys; '
        "the kinds themselves are in the library's units.yaml.",
        wrong="- {seat: us, kind: coast-guard-cutter, area: us-south}\n",
        right="- {seat: us, kind: coast-guard-cutter, area: gulf}\n",
    ),
    error(
        "N512",
        "Too many pieces in an area",
        "An area has room for so many pieces of one side (`area_pieces` under `rules: limits:`) "
        "and of one kind (`area_max` of the kind). So both sides have to choose where to be, "
        "which is a part of the lesson; raise the limit only if that is not yours.",
        wrong="- {seat: cartel, kind: front, area: city, count: 6}\n",
        right="- {seat: cartel, kind: front, area: city, count: 2}\n",
    ),
    error(
        "N513",
        "A watch that cannot be kept",
        "A unit watches one route, and four things must fit: the route begins or ends where the "
        "unit stands; its `mode` is among those that the kind can see; it is not `watchable: "
        "false`; and fewer than `rules: limits: watch` others are on it already.",
        wrong="- {seat: us, kind: border-team, area: desert, watch: sea-run}\n",
        right="- {seat: us, kind: border-team, area: desert, watch: trail}\n",
    ),
    advice(
        "N514",
        "An area from which nothing leads on",
        "Loads that came here could go no further, so no way through this area is ever used: its "
        "routes are decoration, and whoever watches them wastes a unit. Mostly one route was "
        "forgotten or runs the wrong way. Dormant routes count as ways here, since they may open.",
        wrong="- {id: causeway, from: pier, to: island}\n",
        right="- {id: causeway, from: pier, to: island}\n- {id: ferry, from: island, to: market}\n",
    ),
)
