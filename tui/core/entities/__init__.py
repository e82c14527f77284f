"""Entities: who and what a set of documents speaks of, and under which names."""

from tui.core.entities.find import find_entities

__all__ = ["find_entities"]
