"""What people judged to be wrong, which no question finds any more."""

WRONG = """SELECT facts.key FROM judgements JOIN facts ON facts.id = judgements.left
WHERE judgements.right IS NULL AND judgements.verdict = 'wrong' AND judgements.key = (
    SELECT max(later.key) FROM judgements AS later WHERE later.left = judgements.left AND later.right IS NULL)"""
"""A query for the keys of these facts; of several judgements on one fact the last one counts. Say `NOT IN (...)`."""
