"""Benchmarks. `make bench` runs `benchmarks.pages`."""
