"""Which people, bodies and places of several articles are one."""
