"""Whom a source refers to, why nobody is known, and the setting: addressee, occasion, time and place."""
