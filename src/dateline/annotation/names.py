"""first version"""

from dateline.annotated import NameMention, Sentence, Token
from dateline.annotation.gazetteer import Gazetteer
from dateline.languages import LanguagePack

LABELS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "demonym"}


def names(tokens, sentences, words, gazetteer):
    out = []
    i = 0
    while i < len(tokens):
        t = tokens[i]
        if t.opens and t.entity in LABELS:
            j = i + 1
            while j < len(tokens) and tokens[j].entity == t.entity and not tokens[j].opens:
                j += 1
            k = j
            while k > i + 1 and tokens[k - 1].text == "'s":
                k -= 1
            text = " ".join(x.text for x in tokens[i:k])
            out.append(NameMention(first=i, last=k, start=t.start, end=tokens[k - 1].end, text=text, label=LABELS[t.entity]))
            i = j
        else:
            i += 1
    return tuple(out)
