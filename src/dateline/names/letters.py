"""Any script in plain Latin letters."""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

FOREIGN = re.compile("[\u0370-\U0003ffff]")
"""Letters of scripts other than the Latin one, and signs."""

VOWELLESS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""Letters of scripts that leave most vowels out: Hebrew, Arabic, Syriac and their presentation forms."""

HANGUL = re.compile("[가-힣]+")
"""A word of Korean signs."""

_CYRILLIC = re.compile("[\u0400-\u052f]")
_UKRAINIAN = re.compile("[ґєії]", re.IGNORECASE)
_SIGNS = re.compile("[\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]+")
_SIMPLE = str.maketrans(
    "張劉陳楊黃趙吳孫馬鄭許蕭葉蔣鄧馮韓蘇盧呂鍾譚賈鄒閻薛龍錢湯賴龔萬顧嚴習國華東軍偉劍麗紅蘭寶慶榮輝鋒銘澤濤勝義禮傑強瑋璽鵬飛鳳雲靈爾貴賢達遠進"
    "學興業實廣開長門關見視覺親觀記誠謙讓豐貝財賓車輪連運過選鄉鋼鐵錦鎮陽陰隊階雙離電靜韋頓頡風馳駿魯鮑鳥鴻麥黨齊龐樂橋機權歐歷歸氣沒溫滿漢潔濟燕愛獨環"
    "盡監種稱竇節簡紀純紅細終組結給統經維綱緒線總績繼續羅聖聞聯聲聰職肅臨與舉舊藍藝處號衛裝補規",
    "张刘陈杨黄赵吴孙马郑许萧叶蒋邓冯韩苏卢吕钟谭贾邹阎薛龙钱汤赖龚万顾严习国华东军伟剑丽红兰宝庆荣辉锋铭泽涛胜义礼杰强玮玺鹏飞凤云灵尔贵贤达远进"
    "学兴业实广开长门关见视觉亲观记诚谦让丰贝财宾车轮连运过选乡钢铁锦镇阳阴队阶双离电静韦顿颉风驰骏鲁鲍鸟鸿麦党齐庞乐桥机权欧历归气没温满汉洁济燕爱独环"
    "尽监种称窦节简纪纯红细终组结给统经维纲绪线总绩继续罗圣闻联声聪职肃临与举旧蓝艺处号卫装补规",
)
"""Signs that names have, as Taiwan and Hong Kong write them, with what the mainland makes of them."""

_PICTURES = re.compile(r":[a-z0-9_+-]+:")
_KEPT = str.maketrans({"&": " & ", "ß": "ss", "ı": "i"} | dict.fromkeys("’‘ʼʻ`´", "'"))
_HEBREW = str.maketrans("ובפ", "wbp")
_AS_UKRAINIAN = str.maketrans(
    {"и": "y", "И": "Y", "г": "h", "Г": "H", "ґ": "g", "і": "i", "І": "I", "є": "ye", "Є": "Ye", "ї": "yi", "Ї": "Yi"}
)
_SURNAMES = {"gim": "kim", "i": "lee", "bag": "park", "choe": "choi", "jeong": "jung", "gang": "kang", "jo": "cho"}
_SURNAMES |= {"yun": "yoon", "im": "lim", "no": "roh", "mun": "moon", "gwon": "kwon", "u": "woo", "go": "ko"}
_SURNAMES |= {"ju": "joo", "ryu": "yoo"}
"""Korean surnames, as the official romanisation and as their bearers write them."""


@lru_cache(8192)
def plain(text: str) -> str:
    """The text in small ASCII letters, digits and signs; Arabic and Hebrew come without most vowels.

    Signs of Han are read as Mandarin, Cyrillic as Russian unless a letter shows that it is Ukrainian.
    """
    if text.isascii():
        return text.lower()
    composed = unicodedata.normalize("NFKC", text).translate(_KEPT)
    if _UKRAINIAN.search(composed) and _CYRILLIC.search(composed):
        composed = composed.translate(_AS_UKRAINIAN)
    composed = HANGUL.sub(_korean, composed).translate(_HEBREW)
    latin = composed if composed.isascii() else _PICTURES.sub(" ", anyascii(composed))
    return latin.lower()


@lru_cache(8192)
def signs(shown: str) -> str:
    """The signs of Han and Hangul in a word, traditional ones as simplified; empty where there are others beside."""
    return shown.translate(_SIMPLE) if _SIGNS.fullmatch(shown) else ""


def korean(shown: str) -> list[str]:
    """The syllables of a word of Hangul the way Koreans write themselves abroad: kim jong un, not gim jeong eun."""
    parts = [anyascii(sign).lower() for sign in shown]
    first = _SURNAMES.get(parts[0], parts[0]) if len(parts) > 1 else parts[0]
    return [first, *(part.replace("eo", "o").replace("eu", "u") for part in parts[1:])]


def _korean(found: re.Match[str]) -> str:
    return "".join(korean(found[0]))
