"""Claims: clauses with who says them, how surely, how many and when."""

from tui.core.claims.build import find_claims

__all__ = ["find_claims"]
