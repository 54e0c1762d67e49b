"""What stands between strangers and the desk: which names it goes by, whose pages may write, what a page may load."""
