"""The words of each language: a folder of TOML files, one per room of the house, typed in `pack`."""

from dateline.languages.pack import LanguagePack, available, load

__all__ = ["LanguagePack", "available", "load"]
