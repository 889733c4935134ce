"""Adapters: the only imports of other people's site engines."""
