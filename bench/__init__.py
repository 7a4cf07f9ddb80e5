"""Benchmarks, on the real papers of `../shared/data`: `make bench`.

They print figures and judge nothing; compare figures of one run with each other only.
"""
