"""How far a run has come, how fast it goes, how long it takes yet."""
