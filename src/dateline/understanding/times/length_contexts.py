"""Whether words in the form of a length of time are one: "two days" is, "two days old" is an age."""

from dateline.understanding.times.time_scene import Scene, leads, led


def is_duration(scene: Scene) -> bool:
    """Whether the words are a length of time."""
    found, code = scene.found, scene.annotation.words.language.code
    if scene.before(leads(code, "not_durations")) or led(scene, "ages") or found["unit"].startswith("quarter"):
        return False  # an age, or a fraction
    if any(part in found for part in ("half", "half_a")):
        return not led(scene, "rates")
    if "lasting" in found:
        return True
    plural = found["unit"].endswith("s")
    if not any(part in found for part in ("n", "vague")):
        return plural and (found.start < found.spans["unit"][0] or _bare(scene))  # "the years"
    hyphen = scene.plain[found.spans["unit"][0] - 1] == "-"
    if found["n"] in ("a", "an", "one", "1") and not hyphen:
        return found["unit"] != "second" and ("mod" in found or led(scene, "duration_leads"))
    return plural or (hyphen and "vague" not in found) or _before_noun(scene)


def _bare(scene: Scene) -> bool:
    """ "For years", "within weeks", "months of talks", "weeks ago": some, and nobody says how many."""
    found = scene.found
    if found["unit"].startswith("second"):
        return False
    if "ago" in found:
        return True
    token = scene.token(found.start)
    if token is None or scene.annotation.children(token, "det", "amod", "nummod", "poss"):
        return False
    return led(scene, "bare_leads") or scene.before(r"of(?! (?:the|this|that))")


def _before_noun(scene: Scene) -> bool:
    """ "A five year low": a number and a unit in the singular that say of what length a noun is."""
    last = scene.token(scene.found.end - 1)
    if last is None or "vague" in scene.found or scene.found["n"] in ("a", "an"):
        return False
    head = scene.annotation.head(last)
    return last.i < head.i <= last.i + 2 and head.pos in ("NOUN", "ADJ") and head.start <= scene.found.end + 12
