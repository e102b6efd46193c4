"""Coalition Shield: a turn-based training wargame."""
