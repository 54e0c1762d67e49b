"""The desk's side of merging: each article compared as it comes in, the stories and incidents that it touches
told anew.

Everything happens within the transaction that saves the article, so a desk never has the one without the other.
"""
