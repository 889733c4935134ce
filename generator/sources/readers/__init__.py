"""Readers of formats: one module each, named by its suffix, with `parse(content, file)`."""
