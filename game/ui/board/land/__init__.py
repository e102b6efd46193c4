"""The theatre: areas, coasts and nodes, and where a scene's areas and routes lie on it."""
