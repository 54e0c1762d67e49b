"""Machinery of the steps `casualties` and `quantities`: numerals, words of harm, and whom they befell."""
