"""A question, understood: filters, words, days, places, types of events."""
