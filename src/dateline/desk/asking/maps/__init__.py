"""Incidents on a map: places as points, what is known less exactly as areas, and the time they lie in."""
