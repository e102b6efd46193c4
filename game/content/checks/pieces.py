"""The set-up: every piece comes from its pool, and stands and watches where it may."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from game.content.checks.targets import is_coastal
from game.content.problems import Problem, Sentence, report, say
from game.content.problems.nearest import listed
from game.content.schema.board import Area, Route
from game.content.schema.campaign import Placement
from game.content.schema.units import PieceKind
from game.content.whole import Whole


def placements(whole: Whole) -> Iterator[Problem]:
    """Pieces that stand where they may not, or that no pool has."""
    used: Counter[tuple[str, str]] = Counter()
    in_area: Counter[tuple[str, str]] = Counter()
    of_kind: Counter[tuple[str, str]] = Counter()
    for index, placed in enumerate(whole.frame.placements):
        kind, area = whole.kind[placed.kind], whole.area[placed.area]
        side = whole.seat[placed.seat].side
        used[placed.seat, placed.kind] += placed.count
        in_area[side, placed.area] += placed.count
        of_kind[placed.kind, placed.area] += placed.count
        for key, says in _reasons(whole, placed, kind, area):
            place = whole.draft.frame_place("placements", index, key)
            yield report("N511", place, says, _elsewhere(whole, placed, kind, key))
        yield from _over(whole, index, placed, used, of_kind)
        limit = whole.frame.rules.limits.area_pieces
        if in_area[side, placed.area] > limit:
            says = say(
                "`{area}` holds {count} pieces of one side, more than the {limit} allowed.",
                area=area.id,
                count=in_area[side, placed.area],
                limit=limit,
            )
            fix = say("Put it elsewhere, or raise `area_pieces` under `rules: limits:`.")
            yield report("N512", whole.draft.frame_place("placements", index, "area"), says, fix)


def _over(
    whole: Whole,
    index: int,
    placed: Placement,
    used: Counter[tuple[str, str]],
    of_kind: Counter[tuple[str, str]],
) -> Iterator[Problem]:
    pool = whole.pools[placed.seat][placed.kind]
    if used[placed.seat, placed.kind] > pool:
        says = say(
            "`{seat}` has {count} of `{kind}` in its pool; here number {used} is placed.",
            seat=placed.seat,
            count=pool,
            kind=placed.kind,
            used=used[placed.seat, placed.kind],
        )
        fix = say(
            "Write `- {{kind: {kind}, count: {used}}}` under `pool` of `{seat}`. It has: {pool}.",
            seat=placed.seat,
            kind=placed.kind,
            used=used[placed.seat, placed.kind],
            pool=_pool(whole, placed.seat),
        )
        yield report("N510", whole.draft.frame_place("placements", index, "kind"), says, fix)
    most = whole.kind[placed.kind].area_max
    if of_kind[placed.kind, placed.area] > most:
        says = say(
            "`{area}` holds {count} of `{kind}`, more than the {most} allowed.",
            area=placed.area,
            count=of_kind[placed.kind, placed.area],
            kind=placed.kind,
            most=most,
        )
        fix = say("Put it elsewhere, or raise `area_max` of the kind in units.yaml.")
        yield report("N512", whole.draft.frame_place("placements", index, "area"), says, fix)


def _pool(whole: Whole, seat: str) -> str:
    """What a seat's pool has: `border-team (3), uas-orbit (2)`."""
    return listed(f"{kind} ({count})" for kind, count in whole.pools[seat].items()) or "-"


def _elsewhere(whole: Whole, placed: Placement, kind: PieceKind, wrong: str) -> Sentence | None:
    """Where the piece may stand, or which pieces the seat may have."""
    side = whole.seat[placed.seat].side
    if wrong == "kind":
        kinds = [one.id for one in whole.kinds if one.side == side]
        return say("Kinds of piece of its side: {words}.", words=listed(kinds))
    if side != kind.side:
        return None
    fitting = [area.id for area in whole.areas if not any(_reasons(whole, placed, kind, area))]
    if not fitting:
        return say("No area of this map fits it: leave it out, or change the map.")
    return say("It may stand in: {words}.", words=listed(fitting))


def _reasons(
    whole: Whole, placed: Placement, kind: PieceKind, area: Area
) -> Iterator[tuple[str, Sentence]]:
    """Why this piece may not stand there, each with the key that is wrong."""
    if whole.seat[placed.seat].side != kind.side:
        yield "kind", say("`{kind}` belongs to the other side.", kind=kind.id)
    coast = kind.coastal and is_coastal(area)
    if kind.kinds and area.kind not in kind.kinds and not coast:
        yield (
            "area",
            say("`{kind}` may not stand in an area of kind {of}.", kind=kind.id, of=area.kind),
        )
    if kind.countries and area.country not in kind.countries:
        yield (
            "area",
            say("`{kind}` may not stand in {country}.", kind=kind.id, country=area.country),
        )
    if kind.gov_max is not None and area.gov > kind.gov_max:
        yield (
            "area",
            say("`{kind}` needs governance {most} or less.", kind=kind.id, most=kind.gov_max),
        )
    if kind.needs and not _stands(whole, kind.needs, area.id):
        yield "area", say("`{kind}` needs `{other}` there.", kind=kind.id, other=kind.needs)


def _stands(whole: Whole, kind: str, area: str) -> bool:
    return any(p.kind == kind and p.area == area for p in whole.frame.placements)


def watches(whole: Whole) -> Iterator[Problem]:
    """Watches that a unit cannot keep."""
    watchers: Counter[str] = Counter()
    for index, placed in enumerate(whole.frame.placements):
        if placed.watch is None:
            continue
        place = whole.draft.frame_place("placements", index, "watch")
        for says in _unseen(whole, placed, whole.route[placed.watch]):
            yield report("N513", place, says, _watchable(whole, placed))
        watchers[placed.watch] += placed.count
        if watchers[placed.watch] > whole.frame.rules.limits.watch:
            says = say(
                "{count} units watch `{route}`, more than the {most} allowed.",
                count=watchers[placed.watch],
                route=placed.watch,
                most=whole.frame.rules.limits.watch,
            )
            yield report("N513", place, says, _watchable(whole, placed, placed.watch))


def _watchable(whole: Whole, placed: Placement, full: str = "") -> Sentence:
    """Which routes the unit can watch from where it stands, without one that is full."""
    routes = [route.id for route in whole.routes if not any(_unseen(whole, placed, route))]
    routes = [route for route in routes if route != full]
    if not routes:
        return say("From there it can watch no route: leave `watch` out, or put it elsewhere.")
    return say("From `{area}` it can watch: {words}.", area=placed.area, words=listed(routes))


def _unseen(whole: Whole, placed: Placement, route: Route) -> Iterator[Sentence]:
    """Why a unit cannot watch a route from where it stands."""
    kind = whole.kind[placed.kind]
    if placed.area not in (route.from_, route.to) and kind.watches < 2:
        yield say(
            "`{route}` neither begins nor ends in `{area}`.", route=route.id, area=placed.area
        )
    if not route.watchable:
        yield say("`{route}` cannot be watched.", route=route.id)
    if not kind.watches or not kind.modes:
        yield say("`{kind}` watches no routes.", kind=kind.id)
    elif route.mode not in kind.modes:
        yield say("`{kind}` cannot watch {mode} routes.", kind=kind.id, mode=route.mode)
