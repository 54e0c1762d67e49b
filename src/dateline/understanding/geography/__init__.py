"""Machinery behind the step `places`: which place a name means, how it is used, where what lies near it is."""
