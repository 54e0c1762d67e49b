"""Machinery of the step `events`: triggers, clauses, participants, factuality, coding; and how later steps tie in."""
