"""Releases: staged, scanned, switched. Nothing half-published, ever."""
