"""What is told of posts: in noun phrases, in clauses, of kin and of members; from when to when."""
