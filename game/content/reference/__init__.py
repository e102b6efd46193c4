"""The author's reference and the editors' schemas, made from the models."""
