"""What stands between quotation marks: signs, marks, pairs, the repairs where a mark has no partner, insertions."""
