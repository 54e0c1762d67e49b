"""Machinery of the step `charges`: legal verbs, offences, sentences."""
