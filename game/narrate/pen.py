"""Pen: writes one sentence with bold names, and remembers what the sentence speaks of."""

from game.model.ids import NO_REF, Ref, SeatMask, ref_ix, ref_kind, seats_in
from game.narrate.line import Link, LinkKind
from game.narrate.moment import Moment
from game.narrate.words import Words, bold


class Pen:
    """One sentence in the making. `links` lists each thing once, in the order of mention."""

    def __init__(self, words: Words, moment: Moment | None = None) -> None:
        self.words = words
        self.moment = moment or Moment()
        self._links: dict[Link, None] = {}

    @property
    def links(self) -> tuple[Link, ...]:
        """What was spoken of so far."""
        return tuple(self._links)

    def link(self, kind: LinkKind, ix: int) -> None:
        """Remember something that the sentence means without naming it."""
        self._links[Link(kind, ix)] = None

    def say(self, template: str, /, **values: object) -> str:
        """A sentence of the interface."""
        return self.words.say(template, **values)

    def many(self, one: str, many: str, number: int, /, **values: object) -> str:
        """A sentence in singular or plural."""
        return self.words.many(one, many, number, **values)

    def seat(self, seat: int) -> str:
        """A seat's name in bold."""
        return bold(self.words.seat(seat))

    def seats(self, mask: SeatMask) -> str:
        """Several seats' names in bold."""
        count = len(self.words.campaign.seats)
        return self.words.all_of([self.seat(one) for one in seats_in(mask, count)])

    def area(self, area: int) -> str:
        """An area's name in bold."""
        self.link("area", area)
        return bold(self.words.area(area))

    def route(self, route: int) -> str:
        """A route's name in bold."""
        self.link("route", route)
        return bold(self.words.route(route))

    def routes(self, routes: tuple[int, ...]) -> str:
        """Several routes' names in bold."""
        return self.words.all_of([self.route(one) for one in routes])

    def card(self, card: int) -> str:
        """A card's title in bold."""
        self.link("card", card)
        return bold(self.words.card(card))

    def piece(self, piece: int) -> str:
        """A piece's name in bold, after "the" in English."""
        self.link("piece", piece)
        return self.words.the(self.words.piece(piece))

    def one_piece(self, piece: int) -> str:
        """A piece's name in bold, with its article in English where it has one."""
        self.link("piece", piece)
        name = self.words.piece(piece)
        return bold(name) if self._is_plural(piece) else self.words.one(name)

    def of_piece(self, ix: int, one: str, many: str, /, **values: object) -> str:
        """A sentence about a piece: the second template where its name is a plural (Gunmen)."""
        return self.words.many(one, many, 2 if self._is_plural(ix) else 1, **values)

    def _is_plural(self, piece: int) -> bool:
        kind = self.words.tables.kind_of(piece)
        return kind.name == kind.plural

    def piece_there(self, piece: int) -> str:
        """A piece's name and where it stands, as far as the readers know."""
        area = self.moment.where.get(piece, -1)
        if area < 0:
            return self.piece(piece)
        return self.say("{piece} in {area}", piece=self.piece(piece), area=self.area(area))

    def track(self, track: int) -> str:
        """A track's name in bold."""
        self.link("track", track)
        return bold(self.words.track(track))

    def ref(self, ref: Ref) -> str:
        """What a reference points at, in bold; empty for none."""
        kind, ix = ref_kind(ref), ref_ix(ref)
        if kind is None or ref == NO_REF:
            return ""
        if kind == "area":
            return self.area(ix)
        if kind == "route":
            return self.route(ix)
        if kind == "piece":
            return self.piece_there(ix)
        if kind == "card":
            return self.card(ix)
        if kind == "seat":
            return self.seat(ix)
        if kind == "kind":
            return bold(self.words.kind(ix))
        return bold(str(ix))
