"""The benchmark: the same work beside its floor, printed as ratios. Never part of the tests."""
