"""Groups without a name: which phrases tell of one, and which tell of the same one."""
