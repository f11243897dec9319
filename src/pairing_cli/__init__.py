"""pairing: school pairing-assistance programmes as YAML in git, checked, counted and scored."""

__version__ = "0.1.0"
