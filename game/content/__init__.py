"""Authors' YAML files in, a Campaign out: reading, wording of problems, checks."""
