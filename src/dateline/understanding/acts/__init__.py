"""Machinery of the step `events`: triggers, clauses, participants, factuality, PLOVER coding."""
