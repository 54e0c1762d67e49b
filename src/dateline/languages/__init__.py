"""The words of each language: a folder of TOML files, one per room of the house, typed in `pack`."""

from dateline.languages.pack import LanguagePack, available, furniture_words, has_furniture_words, load, load_with

__all__ = ["LanguagePack", "available", "furniture_words", "has_furniture_words", "load", "load_with"]
