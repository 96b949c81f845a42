"""Adapters: newsnorm inside frames, clusters and frameworks. Thin, with no logic of their own.

Each module is imported by name and imports its engine only when it is used: ``newsnorm.adapters.arrow`` for everything
that speaks Apache Arrow.
"""

__all__: list[str] = []
