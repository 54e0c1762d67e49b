"""Incidents of which filters hold: one event in all its reports."""
