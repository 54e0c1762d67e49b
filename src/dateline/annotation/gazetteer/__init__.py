"""Stand-in; the gazetteer's engineer replaces this file."""


class Gazetteer:
    def places(self, name):
        return ()

    def country_of_demonym(self, word):
        return None
