"""Language packs: every file decodes, and whatever is wrong with one is told with its name."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

import dateline.languages.pack as packs
from dateline.errors import UnknownLanguage
from dateline.languages import LanguagePack, available, furniture_words, has_furniture_words, load
from dateline.languages.given import given_names, plain
from dateline.languages.sections import Furniture, Section
from dateline.reading.plain.shapes import shapes_of

SECTIONS = tuple(name for name in LanguagePack.__struct_fields__ if name != "lexicon")
HOME = Path(packs.__file__).parent
ADDED = sorted(file.parent.name for file in HOME.glob("*/furniture.toml") if file.parent.name != "en")
"""Languages that have words of furniture beside those of English."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the English pack under the code `xx`, which tests may spoil."""
    (tmp_path / "xx").mkdir()
    for file in (HOME / "en").glob("*.toml"):
        (tmp_path / "xx" / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr(packs, "_folder", lambda: tmp_path)
    load.cache_clear()
    yield tmp_path / "xx"
    load.cache_clear()


@pytest.mark.parametrize("code", available())
def test_every_pack_decodes(code: str) -> None:
    pack = load(code)
    assert pack.language.code == code
    assert pack.language.pipeline
    for name in SECTIONS:
        assert isinstance(getattr(pack, name), Section), name


@pytest.mark.parametrize("code", available())
@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_has_a_file_and_every_file_a_section(code: str, section: str) -> None:
    assert (HOME / code / f"{section}.toml").is_file()
    assert {file.stem for file in (HOME / code).glob("*.toml")} == set(SECTIONS)


def words_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from words_in(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from words_in(inner)


@pytest.mark.parametrize("section", ["names", "titles", "given_names", "groups", "roles"])
def test_words_are_small_and_have_no_stray_blanks(section: str) -> None:
    raw = msgspec.to_builtins(getattr(load("en"), section))
    if section == "titles":
        raw["by_sector"] = list(raw["by_sector"].values())
    if section == "groups":
        raw["groups"] = list(raw["groups"].values())
    words = list(words_in(raw))
    assert words
    assert [word for word in words if word != word.lower() or word != " ".join(word.split())] == []


@pytest.mark.parametrize(
    "field", ["organisation_nouns", "determiners", "clitics", "prefixes", "capitalised_bodies", "body_adjectives"]
)
def test_no_word_stands_twice_in_a_list(field: str) -> None:
    words = getattr(load("en").names, field)
    assert len(set(words)) == len(words)


def test_lists_that_lean_on_each_other_agree() -> None:
    names = load("en").names
    assert set(names.indefinite) & set(names.determiners) == {"a", "an", "any", "some", "another"}
    assert set(load("en").titles.field_links) <= set(names.organisation_links)
    assert set(names.capitalised_bodies) <= set(names.organisation_nouns) | {"cartel", "command"}
    assert set(names.body_adjectives).isdisjoint(names.outside_names)
    assert set(names.never_places).isdisjoint(names.place_prepositions)


def test_an_unknown_language_is_told_with_the_known_ones() -> None:
    with pytest.raises(UnknownLanguage, match=r"no pack for 'qq'; add languages/qq/ \(there are: .*en"):
        load("qq")


@pytest.mark.parametrize("code", ["", ".", "..", "en/", "EN", "sections"])
def test_a_code_is_no_path(code: str) -> None:
    with pytest.raises(UnknownLanguage, match="no pack for"):
        load(code)


def test_a_pack_of_ones_own_loads(folder: Path) -> None:
    assert available() == ["xx"]
    assert load("xx").titles.honorifics == tuple(
        msgspec.toml.decode((folder / "titles.toml").read_bytes())["honorifics"]
    )


@pytest.mark.parametrize("section", [name for name in SECTIONS if name != "language"])
def test_a_missing_file_is_named(folder: Path, section: str) -> None:
    (folder / f"{section}.toml").unlink()
    with pytest.raises((UnknownLanguage, FileNotFoundError), match=rf"xx/{section}\.toml"):
        load("xx")


def test_without_its_language_file_there_is_no_pack(folder: Path) -> None:
    (folder / "language.toml").unlink()
    assert available() == []
    with pytest.raises(UnknownLanguage, match="no pack for 'xx'"):
        load("xx")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("honorifics = [", "honorific = [", r"titles\.toml: .*honorific"),
        ("honorifics = [", "honorifics = 3\nmore = [", r"titles\.toml: "),
        ("honorifics = [", "honorifics = [3, ", r"titles\.toml: .*honorifics"),
        ("[by_sector]", "[by_sector]\nXYZ = 'by'", r"titles\.toml: .*by_sector"),
        ("[relations]", "[relations]\nbeside = ['by']", r"geography\.toml: .*relations"),
        ("[relations]", "[relations", r"geography\.toml: "),
    ],
)
def test_a_slip_names_the_file(folder: Path, old: str, new: str, message: str) -> None:
    file = folder / ("geography.toml" if old == "[relations]" else "titles.toml")
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(UnknownLanguage, match=message):
        load("xx")


def test_a_misspelt_field_is_refused_in_every_section(folder: Path) -> None:
    for section in SECTIONS:
        file = folder / f"{section}.toml"
        text = file.read_text(encoding="utf-8")
        file.write_text(f"no_such_field = 1\n{text}", encoding="utf-8")
        load.cache_clear()
        with pytest.raises(UnknownLanguage, match=rf"languages/xx/{section}\.toml: .*no_such_field"):
            load("xx")
        file.write_text(text, encoding="utf-8")


def test_a_pack_loads_once() -> None:
    assert load("en") is load("en")


# Given names, looked up


@pytest.mark.parametrize(("word", "expected"), [("Marta", True), ("JOSÉ", True), ("Xorba", False), ("", False)])
def test_given_names_by_any_letters(word: str, expected: bool) -> None:
    assert (word in given_names("en")) is expected


def test_only_words_are_given_names() -> None:
    assert 3 not in given_names("en")
    assert None not in given_names("en")


@pytest.mark.parametrize(("word", "expected"), [("José", "jose"), ("ZOË", "zoe"), ("", ""), ("Ana-Maria", "ana-maria")])
def test_plain_words(word: str, expected: str) -> None:
    assert plain(word) == expected


# Furniture of other languages


def test_languages_with_furniture_alone_have_no_pack() -> None:
    assert {"de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "ar", "tr", "sv"} <= set(ADDED)
    assert set(ADDED).isdisjoint(available())


@pytest.mark.parametrize("code", ADDED)
def test_furniture_is_added_to_the_english_words(code: str) -> None:
    words, english = furniture_words(code), load("en").furniture
    for name in Furniture.__struct_fields__:
        assert getattr(words, name)[: len(getattr(english, name))] == getattr(english, name), name
    assert len(words.furniture_lines) > len(english.furniture_lines) + 20
    assert len(words.note_labels) > len(english.note_labels)
    assert len(words.wall_phrases) > len(english.wall_phrases)


@pytest.mark.parametrize("code", ADDED)
def test_no_added_word_stands_twice_or_is_english_already(code: str) -> None:
    words = msgspec.to_builtins(furniture_words(code))
    english = msgspec.to_builtins(load("en").furniture)
    for name, found in words.items():
        added = found[len(english[name]) :]
        assert len(set(added)) == len(added), name
        assert set(added).isdisjoint(english[name]), name


@pytest.mark.parametrize("code", ADDED)
def test_added_words_have_no_stray_blanks_and_are_compared_without_capitals(code: str) -> None:
    for name, found in msgspec.to_builtins(furniture_words(code)).items():
        assert [word for word in found if not word or word != " ".join(word.split())] == [], name
        if name not in packs.AS_WRITTEN:
            added = found[len(getattr(load("en").furniture, name)) :]
            assert [word for word in added if word != word.casefold()] == [], name


@pytest.mark.parametrize("code", ADDED)
def test_phrases_found_anywhere_in_a_text_are_long_enough_to_mean_it(code: str) -> None:
    words, english = furniture_words(code), load("en").furniture
    anywhere = words.rights[len(english.rights) :] + words.wall_phrases[len(english.wall_phrases) :]
    assert [phrase for phrase in anywhere if len(phrase.encode()) < 12] == []


@pytest.mark.parametrize("code", ["en", "qq", "", "../en", "sections"])
def test_a_language_without_furniture_has_that_of_english(code: str) -> None:
    assert furniture_words(code) == load("en").furniture


@pytest.mark.parametrize(
    ("code", "expected"), [("de", True), ("en", True), ("zh", True), ("qq", False), ("", False), (None, False)]
)
def test_whether_a_language_has_furniture(code: str | None, expected: bool) -> None:
    assert has_furniture_words(code) is expected


def test_letters_that_fold_to_others_are_found() -> None:
    assert "schliessen" in furniture_words("de").furniture_lines
    assert "τέλοσ" in furniture_words("el").signoffs
    assert "i\u0307lgili haberler" in furniture_words("tr").furniture_lines
    assert "März" in furniture_words("de").months


@pytest.fixture
def added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The furniture file of the language `xx`, beside the English pack."""
    english = load("en")
    (tmp_path / "xx").mkdir()
    monkeypatch.setattr(packs, "_folder", lambda: tmp_path)
    monkeypatch.setattr(packs, "load", lambda code: english)
    furniture_words.cache_clear()
    yield tmp_path / "xx" / "furniture.toml"
    furniture_words.cache_clear()


def test_furniture_of_ones_own_is_added(added: Path) -> None:
    added.write_text('signoffs = ["Fein"]\nmonths = ["Merz"]\n', encoding="utf-8")
    assert has_furniture_words("xx")
    assert furniture_words("xx").signoffs[-1] == "fein"
    assert furniture_words("xx").months[-1] == "Merz"
    assert available() == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('signoff = ["Fein"]', r"languages/xx/furniture\.toml: no list is called 'signoff'"),
        ("signoffs = 3", r"languages/xx/furniture\.toml: "),
        ("signoffs = [3]", r"languages/xx/furniture\.toml: "),
        ('signoffs = ["Fein"', r"languages/xx/furniture\.toml: "),
    ],
)
def test_a_slip_in_the_furniture_names_the_file(added: Path, text: str, message: str) -> None:
    added.write_text(text, encoding="utf-8")
    with pytest.raises(UnknownLanguage, match=message):
        furniture_words("xx")


LINES = {
    "note": [
        "de: Korrektur: Der Fluss ist die Saale.",
        "fr: Mis à jour le 3 mars 2019",
        "es: Actualizado: 3 de marzo de 2019",
        "it: Errata corrige: il fiume è l'Arno.",
        "pt: Nota da redação: o rio é o Mondego.",
        "nl: Bijgewerkt om 14.30 uur",
        "pl: Sprostowanie: rzeka to Warta.",
        "ru: Обновлено: 3 марта 2019",
        "uk: Виправлення: річка зветься Рось.",
        "ar: تصحيح: النهر هو العاصي",
        "tr: Düzeltme: Irmağın adı Sakarya'dır.",
        "sv: Rättelse: Ån heter Fyrisån.",
    ],
    "furniture": [
        "de: Lesen Sie auch: Die Fähre fährt wieder",
        "fr: Lire aussi : Le bac est de retour",
        "es: Lea también: Vuelve la barca",
        "it: Leggi anche: Torna il traghetto",
        "pt: Leia também: A barca voltou",
        "nl: Lees ook: De pont vaart weer",
        "pl: Czytaj też: Prom znów pływa",
        "ru: Читайте также: Паром вернулся",
        "uk: Читайте також: Паром повернувся",
        "ar: اقرأ أيضا: عودة العبارة",
        "tr: İlgili haber: Feribot geri döndü",
        "sv: Läs också: Färjan går igen",
        "da: Læs også: Færgen sejler igen",
        "no: Les også: Ferja går igjen",
        "fi: Lue myös: Lautta kulkee taas",
        "cs: Čtěte také: Přívoz jede",
        "ro: Citește și: Bacul merge din nou",
        "el: Διαβάστε επίσης: Το πλοίο επέστρεψε",
        "ja: 関連記事：渡し船が再開",
        "zh: 相关阅读：渡轮复航",
    ],
    "byline": [
        "de: Von Anna Weber",
        "fr: Par Agathe Mérieux",
        "es: Por Marta Olmedo",
        "it: di Lapo Ceccarelli",
        "pt: Por Tainá Moura",
        "nl: Door Wietske Postma",
        "pl: Autor: Halina Sawicka",
        "ru: Автор: Инна Белова",
        "sv: Av Maja Lindqvist",
    ],
    "credit": [
        "de: Foto: Uwe Stark",
        "fr: Crédit photo: Rémi Aubry",
        "es: Fotografía: Jaime Gil",
        "it: Foto: Nico Bardi",
        "nl: Beeld: Henk Vos",
        "pl: Fot. Adam Lis",
        "ru: Фото: Пётр Лунин",
        "uk: Фото: Леся Гай",
    ],
}
"""Role -> lines that have it, the language before each."""

STORIES = [
    "de: Am Montag öffnet die Brücke wieder, teilte die Stadt mit.",
    "de: Vom Ufer aus sahen zwei Kinder den Brand und riefen um Hilfe.",
    "fr: Par ailleurs, la mairie a promis de rouvrir le pont lundi.",
    "fr: Plus de deux cents personnes ont manifesté samedi à Nantes.",
    "es: Por su parte, la alcaldesa anunció el lunes la reapertura del puente.",
    "es: Más de doscientas personas se manifestaron el sábado.",
    "it: Di fronte al municipio si sono riunite duecento persone.",
    "it: Segue con attenzione il caso anche la procura di Como.",
    "pt: Por outro lado, a câmara prometeu reabrir a ponte na segunda-feira.",
    "nl: Door de storm viel in drie dorpen de stroom uit.",
    "pl: Na miejscu pracowało dwanaście zastępów straży pożarnej.",
    "ru: На месте работали двенадцать пожарных расчётов.",
    "sv: Av de tolv skadade får tre fortfarande vård på sjukhus.",
    "tr: Son olarak belediye köprünün pazartesi açılacağını duyurdu.",
]


@pytest.mark.parametrize(("role", "line"), [(role, line) for role, lines in LINES.items() for line in lines])
def test_lines_of_other_languages_tell_their_role(role: str, line: str) -> None:
    code, _, words = line.partition(": ")
    assert shapes_of(code).role(words) == role


@pytest.mark.parametrize("line", STORIES)
def test_sentences_of_other_languages_are_no_furniture(line: str) -> None:
    code, _, words = line.partition(": ")
    assert shapes_of(code).role(words) is None
