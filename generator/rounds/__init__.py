"""Approval rounds."""
