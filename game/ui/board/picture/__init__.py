"""The map's picture: the base map in tiles, frames made of them, and what stands in meanwhile."""
