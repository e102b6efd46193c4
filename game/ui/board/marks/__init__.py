"""What stands on the map: routes, washes, plates, counters, names, and what moves above it."""
