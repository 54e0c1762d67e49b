"""Names of invented people, by family of culture: which are one name, and which are two."""

import pytest

from dateline.names import same_name

ENGLISH = [
    ("Walter Penrose", "Walter Penrose", True),
    ("John Harwick", "Joan Harwick", False),
    ("John Harwick", "Jon Harwick", True),
    ("Robert Ashdown", "Bob Ashdown", True),
    ("Margaret Ashdown", "Peggy Ashdown", True),
    ("William Ashdown", "Robert Ashdown", False),
    ("Ashdown, Robert", "Robert Ashdown", True),
    ("R. Ashdown", "Robert Ashdown", True),
    ("R. Ashdown", "William Ashdown", False),
    ("Robert T. Ashdown", "Robert Ashdown", True),
    ("Robert T. Ashdown", "Robert W. Ashdown", False),
    ("Robert T. Ashdown", "Robert Tobias Ashdown", True),
    ("Robert Tobias Ashdown", "Robert Ashdown", True),
    ("Robert Ashdown Jr.", "Robert Ashdown Sr.", False),
    ("Robert Ashdown Jr.", "Robert Ashdown, Junior", True),
    ("Robert Ashdown III", "Robert Ashdown II", False),
    ("Dr. Robert Ashdown, PhD", "Robert Ashdown", True),
    ("Mr Ashdown", "Mrs Ashdown", False),
    ("Robert “Dusty” Ashdown", "Robert Ashdown", True),
    ("Ashdown", "Robert Ashdown", True),
    ("Robert", "Robert Ashdown", False),
    ("Robert Ashdown", "Robert Penrose", False),
    ("Robert Ashdown", "Walter Penrose", False),
    ("Robert Ashdwon", "Robert Ashdown", True),
    ("R0bert Ashd0wn", "Robert Ashdown", True),
    ("Karen Ashdown", "Darren Ashdown", False),
]

SLAVIC = [
    ("Юрий Джафаров", "Yuri Jafarov", True),
    ("Jurij Dzhafarov", "Yuri Jafarov", True),
    ("Yevgeny Khrapov", "Evgenii Hrapov", True),
    ("Sergei Vetrov", "Serhii Vetrov", True),
    ("Sergei Vetrov", "Sergej Wetrow", True),
    ("Sergei Pavlovich Vetrov", "Sergei Vetrov", True),
    ("Sergei Pavlovich Vetrov", "Sergei Ivanovich Vetrov", False),
    ("Oleg Vetrov", "Olga Vetrova", False),
    ("Olga Vetrova", "Olga Vetrov", True),
    ("Sergei Vetrov", "Sergei Vetrenko", False),
    ("Aleksandr Zhukovsky", "Alexander Joukovski", True),
    ("Misha Zhukovsky", "Mikhail Zhukovskiy", True),
    ("Ivan Zhukovsky", "Igor Zhukovsky", False),
    ("Олена Гриценко", "Olena Hrytsenko", True),
    ("Božidar Čurčić", "Bozidar Curcic", True),
    ("Sergejs Vetrovs", "Sergejs Vetrov", True),
]

ARABIC_AND_PERSIAN = [
    ("Mohammed al-Harazi", "Muhammad Al Harazi", True),
    ("Mohamed El-Harazi", "Muhammad al-Harazi", True),
    ("Abdul Rahman Soufi", "Abdelrahman Sufi", True),
    ("Abd al-Rahman Sufi", "Abdurrahman Soofi", True),
    ("Abdul Rahman Sufi", "Abdul Rahim Sufi", False),
    ("Salah ad-Din Qabbani", "Salaheddine Kabbani", True),
    ("Yousef bin Tariq", "Yusuf ibn Tarek", True),
    ("Salem bin Nabil al-Harazi", "Nabil bin Salem al-Harazi", False),
    ("Abu Walid Hassan al-Harazi", "Hassan al-Harazi", True),
    ("Hassan al-Harazi", "Hussein al-Harazi", False),
    ("Hassan Nabil al-Harazi", "Hassan Walid al-Harazi", False),
    ("Hassan al-Harazi", "Hassan al-Basri", False),
    ("Alharazi Nabil", "Nabil al-Harazi", True),
    ("نبيل حرازي", "Nabil Harazi", True),
    ("نبيل حرازي", "Nabil Basri", False),
    ("Gholamreza Shirvani", "Gholam Reza Chirvani", True),
    ("Masoud Shirvani", "Massoud Shirwani", True),
    ("Masoud Shirvani", "Mahmoud Shirvani", False),
    ("שלמה ברנר", "Shlomo Brenner", True),
]

EAST_ASIAN = [
    ("Lin Haoyu", "Lin Hao-yu", True),
    ("Haoyu Lin", "Lin Haoyu", True),
    ("林浩宇", "Lin Haoyu", True),
    ("林浩宇", "林皓宇", False),
    ("陳國強", "陈国强", True),
    ("Chen Guoqiang", "Chan Guoqiang", False),
    ("Chen Guoqiang", "Chen Guoqing", False),
    ("Kim Dong-su", "Kim Dong Su", True),
    ("김동수", "Kim Dong-su", True),
    ("김동수", "김동주", False),
    ("Kim Dong-su", "Kim Yong-su", False),
    ("Pak Dong-su", "Pak Dong-min", False),
    ("Nguyễn Văn Hòa", "Nguyen Van Hoa", True),
    ("Nguyen Van Hoa", "Nguyen Thi Hoa", False),
    ("Thant Zin", "U Thant Zin", True),
    ("Thant Zin", "Thant Myint", False),
    ("モリタ ケンジ", "Kenji Morita", True),
]

ROMANCE_AND_OTHERS = [
    ("María Lucía Robledo Sanz", "Lucía Robledo", True),
    ("Andrés Robledo Sanz", "Andrés Robledo", True),
    ("Andrés Robledo Sanz", "Andrés Robledo Vidal", False),
    ("Paco Robledo", "Francisco Robledo", True),
    ("Andres Robledo", "Andrés Robledo", True),
    ("João da Costa Meireles", "Joao Costa Meireles", True),
    ("Jean-Luc Verrier", "Jean Luc Verrier", True),
    ("Jean-Luc Verrier", "Jean-Marc Verrier", False),
    ("Jörg Müllner", "Joerg Muellner", True),
    ("Jan van den Broek", "Jan Vandenbroek", True),
    ("Anna Halldórsdóttir", "Anna Gunnarsdóttir", False),
    ("Θανάσης Λαμπρινός", "Thanasis Lamprinos", True),
    ("Ali Hikmet Yıldız", "Ali Hikmet Yildiz", True),
    ("Emre Yıldız", "Emre Yılmaz", False),
]

ALL = [*ENGLISH, *SLAVIC, *ARABIC_AND_PERSIAN, *EAST_ASIAN, *ROMANCE_AND_OTHERS]


@pytest.mark.parametrize(("a", "b", "same"), ALL)
def test_people(a: str, b: str, same: bool) -> None:
    likeness = same_name(a, b, "person")
    assert likeness.same is same, likeness


@pytest.mark.parametrize(("a", "b", "same"), ALL)
def test_each_verdict_has_reasons(a: str, b: str, same: bool) -> None:
    likeness = same_name(a, b)
    assert likeness.kind == "person" and all(likeness.reasons)


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        ("Ali Dzhumaev", "Ali Jumaev", "in “Dzhumaev” and “Jumaev”, “dzh” and “j” are two romanisations of one sound"),
        ("John Harwick", "Joan Harwick", "the given names “Joan” and “John” differ"),
        ("Bob Ashdown", "Robert Ashdown", "“Bob” and “Robert” are forms of one given name"),
        ("R. Ashdown", "Robert Ashdown", "“R.” may stand for “Robert”"),
        ("Robert Tobias Ashdown", "Robert Ashdown", "only one of the two has “Tobias”"),
        ("Robert Ashdwon", "Robert Ashdown", "“Ashdown” and “Ashdwon” differ in one letter only"),
        ("Mr Ashdown", "Mrs Ashdown", "“Mr” and “Mrs” are of different sexes"),
        ("Robert Ashdown Jr.", "Robert Ashdown Sr.", "“jr” and “sr” are different generations"),
        ("Oleg Vetrov", "Олег Ветров", "“Oleg” and “Олег” have the same letters in two scripts"),
        ("نبيل حرازي", "Nabil Harazi", "“Nabil” and “نبيل” have the same consonants"),
    ],
)
def test_a_person_can_check_the_reason(a: str, b: str, reason: str) -> None:
    assert reason in same_name(a, b).reasons


@pytest.mark.parametrize(
    ("likelier", "less"),
    [
        (("Robert Ashdown", "Robert Ashdown"), ("Robert T. Ashdown", "Robert Ashdown")),
        (("Robert T. Ashdown", "Robert Ashdown"), ("Robert Tobias Ashdown", "Robert Ashdown")),
        (("Robert Tobias Ashdown", "Robert Ashdown"), ("Ashdown", "Robert Ashdown")),
        (("Sergei Vetrov", "Sergej Vetrow"), ("Sergei Vetrov", "Sergei Vetrof-Lamin")),
        (("Robert Ashdown", "Bob Ashdown"), ("Ivan Ashdown", "John Ashdown")),
        (("Robert Ashdown", "Robert Ashdwon"), ("Robert Ashdown", "Robert Penrose")),
    ],
)
def test_what_is_left_out_or_wrong_makes_it_less_sure(likelier: tuple[str, str], less: tuple[str, str]) -> None:
    assert same_name(*likelier).score > same_name(*less).score
