"""Read several articles about the same events and show where they cannot all be right."""

__version__ = "0.1.0"
