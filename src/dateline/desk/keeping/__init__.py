"""A desk looked after: its articles read anew, some taken out for good, the file examined."""
