"""Machinery of the step `moments`: the grammar of time expressions and the calendar."""
