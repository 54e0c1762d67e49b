"""What a row of the lexicon asks for before its words count."""
