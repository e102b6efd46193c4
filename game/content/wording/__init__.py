"""What the models refuse, said to an author: which words and values may stand at a place."""

from game.content.wording.findings import validate
from game.content.wording.translate import Faults, schema_faults

__all__ = ["Faults", "schema_faults", "validate"]
