"""What a scene stands on: where its areas are and how its routes run."""

from collections.abc import Hashable

from game.ui.board.land.geography import Geography, Inset
from game.ui.board.land.pathways import lay_paths
from game.ui.board.land.places import Place, place_areas
from game.ui.board.land.shapes import Point
from game.ui.board.land.terrain import Owners, Terrain
from game.ui.board.scene import Scene


class Ground:
    """The places of areas and the paths of routes, on one map.

    Made anew only when areas or the ends of routes change; what flows, opens or closes moves
    nothing.
    """

    def __init__(self, geography: Geography) -> None:
        self.geography = geography
        self.places: dict[str, Place] = {}
        self.paths: dict[str, tuple[Point, ...]] = {}
        self.owners = Owners(geography.box, ())
        self._terrain: Terrain | None = None
        self._key: Hashable = None

    def settle(self, scene: Scene) -> bool:
        """Take over a scene's areas and routes; returns whether anything moved."""
        key = (
            tuple((a.id, a.kind, a.covers, a.node, a.box) for a in scene.areas),
            tuple((r.id, r.from_id, r.to_id, r.mode, r.node, r.backstop) for r in scene.routes),
        )
        if key == self._key:
            return False
        self._key = key
        if self._terrain is None:
            self._terrain = Terrain(self.geography)
        self.places = place_areas(scene.areas, self.geography)
        fills = [(p.id, p.region.fills) for p in self.places.values() if p.region is not None]
        self.owners = Owners(self.geography.box, fills)
        nodes = {node_id: node.at for node_id, node in self.geography.nodes.items()}
        self.paths = lay_paths(scene.routes, self.places, nodes, self._terrain)
        return True

    def is_land(self, at: Point) -> bool:
        """Whether a board point lies on anybody's land; water before a scene is settled."""
        return self._terrain is not None and self._terrain.is_land(at)

    def insets_of(self, scene: Scene) -> tuple[Inset, ...]:
        """The framed parts of the map that a scene's areas lie in."""
        known = self.geography.areas
        used = {
            known[area_id].inset
            for area in scene.areas
            for area_id in area.covers
            if area_id in known
        }
        return tuple(inset for inset in self.geography.insets if inset.id in used)
