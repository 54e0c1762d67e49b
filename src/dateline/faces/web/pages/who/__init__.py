"""People, organisations and places: who is who in the news, and all that is told of one."""
