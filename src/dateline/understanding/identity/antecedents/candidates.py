"""What pronouns may take up: names and nouns, each with what it is and who else of the text is the same."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal

from msgspec import Struct

from dateline.annotated import Annotation, NameMention, PlaceEntry, Token
from dateline.languages import load
from dateline.languages.given import given_names
from dateline.languages.titles import title_words
from dateline.understanding.identity.antecedents.grammar import MODIFIERS, Grammar, Role
from dateline.understanding.identity.people.bystanders import HUMAN
from dateline.understanding.identity.titles import gender_of

Kind = Literal["person", "body", "place", "people", "thing"]
Form = Literal["name", "definite", "indefinite", "pronoun"]

LABELS: dict[str, Kind] = {"person": "person", "organisation": "body", "place": "place"}
PLURALS = frozenset({"NNS", "NNPS"})
HEADERS = frozenset({"headline", "deck", "caption"})
FIGHTERS = {"REB"}
PEOPLE = ("man", "woman", "person", "people", "member", "official", "leader", "child", "worker")
CAPITAL = "PPLC"
ISLANDS = ("ISL", "ISLS")
"""GeoNames' codes for a country's capital, and for islands."""
SAID_OF_ANOTHER = frozenset({"attr", "oprd", "acomp"})
"""What stands here tells of something, and is nothing by itself."""


class Entity(Struct):
    """Somebody or something, as far as the text has told."""

    kind: Kind
    gender: str | None = None
    named: bool = False
    header: bool = False
    words: frozenset[str] = frozenset()
    """Nouns that the entity is told to be: of its name, its title, of appositions; in small letters."""
    acronym: bool = False
    """Whether a name of it is all capitals, which may hide what it is."""
    places: frozenset[str] = frozenset()
    """The kinds that the gazetteer knows of the first of a place's namesakes."""
    count: int = 0
    last: int = -1
    """The last token that was no pronoun: a name, while there is none a noun."""


class Candidate(Struct, frozen=True, gc=False):
    """A word that stands for an entity."""

    i: int
    sentence: int
    block: int
    entity: int
    kind: Kind
    form: Form
    role: Role
    verb: int
    box: int
    many: bool
    opens: bool
    speaks: bool
    word: str = ""
    """The lemma of a common noun."""
    joined: int = 0
    """The last of several joined by "and" that are meant together; 0 for one alone."""


@cache
def _human_nouns(code: str) -> frozenset[str]:
    words = load(code)
    groups = (g for sector in (HUMAN | FIGHTERS) & words.groups.groups.keys() for g in words.groups.groups[sector])
    titles = title_words(code)
    bodies = {*words.names.organisation_nouns, *words.groups.mass, *words.groups.wide}
    people = {*words.groups.peoples, *PEOPLE}
    return frozenset(({g for g in groups if " " not in g} | titles.heads | titles.genders.keys()) - bodies) | people


@cache
def _kinds(code: str) -> dict[str, Kind]:
    """Nouns by what they stand for, where nobody has looked at the sentence."""
    words = load(code)
    kinds: dict[str, Kind] = dict.fromkeys(words.events.place_nouns, "place")
    kinds |= dict.fromkeys((*words.groups.mass, *words.names.organisation_nouns, *words.anaphors.body_nouns), "body")
    kinds |= dict.fromkeys(_human_nouns(code), "person")
    return kinds | dict.fromkeys((noun for nouns in words.anaphors.place_kinds.values() for noun in nouns), "place")


class Candidates:
    """All candidates of a text in order, and the entities that they stand for."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.annotation = grammar.annotation
        self.code = self.annotation.words.language.code
        self.words = self.annotation.words.anaphors
        self.entities: list[Entity] = []
        self.all: list[Candidate] = []
        self.of_token: dict[int, int] = {}
        """The entity of each head word."""
        self.identified: dict[int, int] = {}
        """For a noun that is told to be somebody named, by its index, that name's."""
        self._known: dict[tuple[str, str], int] = {}
        self._labels = {i: each.label for each in self.annotation.nominals for i in range(each.first, each.last)}
        self._full = _full_names(self.annotation)
        for token in self.annotation.tokens:
            self.all.extend(self._of(token))

    def begun(self, kind: Kind, gender: str | None = None) -> int:
        """A new entity's number."""
        self.entities.append(Entity(kind, gender))
        return len(self.entities) - 1

    def is_person(self, i: int) -> bool:
        """Whether a word stands for a person."""
        return i in self.of_token and self.entities[self.of_token[i]].kind == "person"

    def word_for(self, entity: int) -> int | None:
        """The first word that stands for an entity."""
        return next((each.i for each in self.all if each.entity == entity), None)

    def is_introduced(self, entity: int) -> bool:
        """Whether an entity comes in by a noun as somebody new: "a hijacker"."""
        return any(each.entity == entity and each.form == "indefinite" for each in self.all)

    def country_word(self, country: str) -> int | None:
        """The first word that names a country, by its ISO 3166-1 alpha-3 code."""
        entity = self._known.get(("place", country))
        return self.word_for(entity) if entity is not None else None

    def _of(self, token: Token) -> Iterator[Candidate]:
        if token.pos not in ("NOUN", "PROPN"):
            return
        name = self.annotation.name_at(token)
        if name is not None:
            if name.first <= token.head < name.last and token.head != token.i:
                return
            found = self._named(token, name)
        else:
            found = self._noun(token)
        if found is not None:
            self.of_token[token.i] = found.entity
            yield found
            if (last := self._last_joined(token)) is not None:
                many = self.begun("people" if found.kind in ("person", "people") else found.kind)
                yield self._candidate(token, many, self.entities[many].kind, "indefinite", True, last.i)

    def _named(self, token: Token, name: NameMention) -> Candidate | None:
        if name.label == "demonym":
            if token.tag not in PLURALS and token.dep in MODIFIERS:
                return None
            kind: Kind = "people" if token.tag in PLURALS else "person"
            entity = self._entity(("demonym", token.lower), kind)
        else:
            kind = LABELS[name.label]
            if kind == "place" and token.tag in PLURALS and not name.places:
                kind = "people"  # "Brek Lunders"
            entity = self._entity(self._key(name), kind)
        known = self.entities[entity]
        known.named = True
        known.words |= self._words_of(name)
        known.acronym = known.acronym or name.text.isupper()
        if kind == "place" and name.places:
            known.places |= self._kinds_of(name.places[0])
        if kind == "person":
            known.gender = known.gender or self._gender(name)
        return self._candidate(token, entity, kind, "name", kind == "people")

    def _kinds_of(self, place: PlaceEntry) -> frozenset[str]:
        island = place.feature in ISLANDS or (place.kind == "country" and place.country in self.words.island_countries)
        capital = place.feature == CAPITAL
        return frozenset((place.kind, *(("island",) if island else ()), *(("capital",) if capital else ())))

    def _words_of(self, name: NameMention) -> frozenset[str]:
        """The words of a body's or a place's name; of a person's title and of what stands before the name."""
        if name.label != "person":
            return frozenset(name.text.casefold().split())
        own = self.annotation.tokens[name.first : name.last]
        words = [kid for word in own for kid in self.annotation.children(word, "compound", "amod", "nmod", "poss")]
        words += self.annotation.tokens_in(name.titles) if name.titles else ()
        words = [word for word in words if not name.first <= word.i < name.last]
        return frozenset(word.lower for word in words) | self._countries(words)

    def _countries(self, words: Iterable[Token]) -> frozenset[str]:
        return frozenset(country for word in words if (country := self.grammar.country(word)) is not None)

    def _key(self, name: NameMention) -> tuple[str, str]:
        text = name.text.casefold()
        if name.label == "person":
            return "person", self._full.get(text, text)
        if name.label == "place" and name.country and name.places and name.places[0].kind == "country":
            return "place", name.country
        return name.label, text

    def _gender(self, name: NameMention) -> str | None:
        told = gender_of(self.annotation, self.annotation.tokens_in(name.titles)) if name.titles else None
        whole = self._full.get(name.text.casefold(), "")
        if told is None and (" " in name.text or not whole):
            return given_names(self.code).gender(name.text.split()[0])
        return told

    def _noun(self, token: Token) -> Candidate | None:
        lemma = token.lemma.lower()
        if token.dep in MODIFIERS or lemma in self.words.time_nouns:
            return None
        if token.dep == "appos" and (owner := self.of_token.get(token.head)) is not None:
            self._told(owner, lemma, token)
            return None
        if token.dep in SAID_OF_ANOTHER:
            self._said_of_subject(token, lemma)
            return None
        many = token.tag in PLURALS
        kind = self._kind(token, lemma, many)
        form = self._form(token)
        known = None if form == "indefinite" else self._known.get(("noun", lemma + "s" * many))
        entity = known if known is not None else self._beside(token, kind)
        self._known["noun", lemma + "s" * many] = entity
        if kind == "person":
            self.entities[entity].gender = title_words(self.code).genders.get(lemma)
        return self._candidate(token, entity, self.entities[entity].kind, form, many, word=lemma)

    def _beside(self, token: Token, kind: Kind) -> int:
        """Whoever is named in apposition to a noun ("their child, Ana") or by a verb behind it, else a new entity."""
        for kid in (*self.annotation.children(token, "appos"), *self._identified_as(token)):
            name = self.annotation.name_at(kid)
            if name is not None and LABELS.get(name.label) == kind:
                owner = self._entity(self._key(name), kind)
                self._told(owner, token.lemma.lower(), token)
                return owner
        return self.begun(kind)

    def _identified_as(self, noun: Token) -> Iterator[Token]:
        """ "The hijacker, identified by police as Lund": the word for Lund."""
        for verb in self.annotation.children(noun, "acl"):
            if verb.lemma.lower() in self.words.identifying:
                for kid in (verb, *self.annotation.children(verb, "prep")):
                    found = self.annotation.children(kid, "pobj", "oprd")
                    if found and (kid is verb or kid.lower == "as"):
                        self.identified[noun.i] = found[0].i
                        yield found[0]

    def _told(self, owner: int, lemma: str, noun: Token) -> None:
        """A noun in apposition says of whom it may be used later on."""
        known = self.entities[owner]
        known.words |= {lemma} | self._countries(self.annotation.children(noun))
        if known.kind == "person":
            known.gender = known.gender or title_words(self.code).genders.get(lemma)

    def _said_of_subject(self, token: Token, lemma: str) -> None:
        """ "Lund is a farmer": what is said of a name by "be"."""
        verb = self.annotation.head(token)
        subjects = self.annotation.children(verb, "nsubj") if verb.lemma == "be" and token.dep == "attr" else []
        for subject in subjects:
            if (owner := self.of_token.get(subject.i)) is not None and self.entities[owner].named:
                self._told(owner, lemma, token)

    def _kind(self, token: Token, lemma: str, many: bool) -> Kind:
        label = self._labels.get(token.i)
        if token.tag == "NNPS" and label is None:
            return "people"  # "the Nationalists"
        kind = LABELS.get(label, "thing") if label else _kinds(self.code).get(lemma, "thing")
        return "people" if kind == "person" and (many or lemma in self.annotation.words.groups.plural_mass) else kind

    def _form(self, token: Token) -> Form:
        for kid in self.annotation.children(token):
            if kid.dep == "poss" or kid.lower in self.words.definite:
                return "definite"
            if kid.lower in self.words.indefinite or kid.dep == "nummod":
                return "indefinite"
        return "definite" if token.tag in PLURALS else "indefinite"

    def _last_joined(self, token: Token) -> Token | None:
        """The last of "Lund, Brek and Moss", asked of the first."""
        if token.dep == "conj" or not self.annotation.children(token, "cc"):
            return None
        last = token
        while kids := [k for k in self.annotation.children(last, "conj") if k.pos in ("NOUN", "PROPN")]:
            last = kids[-1]
        return last if last.i != token.i else None

    def _entity(self, key: tuple[str, str], kind: Kind) -> int:
        if key not in self._known:
            self._known[key] = self.begun(kind)
        return self._known[key]

    def _candidate(
        self, token: Token, entity: int, kind: Kind, form: Form, many: bool, joined: int = 0, word: str = ""
    ) -> Candidate:
        grammar = self.grammar
        if self.annotation.sentence(token).role in HEADERS or token.sentence == 0:
            self.entities[entity].header = True
        return Candidate(
            i=token.i,
            sentence=token.sentence,
            block=token.block,
            entity=entity,
            kind=kind,
            form=form,
            role=grammar.role(token),
            verb=grammar.verb(token),
            box=grammar.box[token.i],
            many=many,
            opens=grammar.opens(token),
            speaks=grammar.speaks(token),
            joined=joined,
            word=word,
        )


def _full_names(annotation: Annotation) -> dict[str, str]:
    """The name that each name of a person is short for, or a longer form of, in small letters."""
    whole: dict[str, str] = {}
    given: dict[str, str] = {}
    for name in annotation.names:
        words = name.text.casefold().split()
        if name.label == "person" and len(words) > 1:
            text = " ".join(words)
            first = whole.setdefault(words[-1], text)
            whole[text] = first if first.split()[0] == words[0] else text
            given.setdefault(words[0], text)
    return given | whole
