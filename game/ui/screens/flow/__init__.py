"""FLOW as the room watches it: units on their way, what met them, where pressure pushes them."""
