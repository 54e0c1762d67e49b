"""Fits the weights of `understanding/identity/antecedents/evidence.py` to GUM's pronouns and prints them.

    python -m training.people.fit [--gold ../shared/gold] [--folds 4]

A conditional logit over the candidates of every pronoun of the third person, and nobody: a candidate is right when the
gold has its head in the pronoun's cluster. While gathering, earlier pronouns mean what the gold says; `--folds` also
tells how often the resolver is right by itself on documents that were left out. Numbers go into `evidence.py` by hand,
rounded. Needs Dateline and numpy.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from training.encoder.gum import Mention, documents

from dateline.annotated import Annotation, Token
from dateline.annotation.annotate import annotate
from dateline.model import Article
from dateline.reading import read_page
from dateline.settings import Settings
from dateline.sources import pages
from dateline.understanding.identity.antecedents.candidates import Candidate
from dateline.understanding.identity.antecedents.evidence import Weights
from dateline.understanding.identity.antecedents.learnt import LEARNT
from dateline.understanding.identity.antecedents.pronouns import Pronoun, Sort
from dateline.understanding.identity.antecedents.resolver import Features, Resolver, likelihoods

SORTS: tuple[Sort, ...] = ("person", "thing", "group", "noun")
TURNS, STEPS, RATE, PULL = 2, 250, 0.5, 0.003
SURE = (0.4, 0.5, 0.6, 0.7, 0.8)


class Marked:
    """The gold's mentions of a text, by where their head words begin."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._heads: dict[int, list[Mention]] = defaultdict(list)
        for each in mentions:
            self._heads[each.head[0]].append(each)

    def clusters(self, token: Token, last: Token | None = None) -> set[str]:
        """The clusters of the mentions that this word heads; only of those that reach the last of several, if any."""
        found = self._heads.get(token.start, [])
        if last is not None:
            return {each.cluster for each in found if each.end >= last.end}
        shortest = min(found, key=lambda each: each.end - each.start, default=None)
        return {shortest.cluster} if shortest else set()


class Story(NamedTuple):
    """A text of the corpus, read by Dateline, and its gold."""

    annotation: Annotation
    marked: Marked


class Case(NamedTuple):
    """The features of a pronoun's candidates, with nobody's last, and which of them are right."""

    features: Any
    right: Any


def stories(path: Path) -> Iterator[Story]:
    """The corpus, in batches."""
    gold = {id_: (text, mentions) for id_, text, mentions in documents(path)}
    given = [{"id": id_, "text": text} for id_, (text, _) in gold.items()]
    articles = [a for page in pages(given, Settings()) for a in read_page(page) if isinstance(a, Article)]
    for i in range(0, len(articles), 16):
        batch = articles[i : i + 16]
        for article, annotation in zip(batch, annotate(batch), strict=True):
            yield Story(annotation, Marked(gold[article.id][1]))


class Gatherer:
    """Reads a story with its gold beside it: by the gold's own decisions, or by those of weights."""

    def __init__(self, story: Story, weights: Mapping[Sort, Weights] | None = None) -> None:
        self.story = story
        self.weights = weights
        self.cases: list[tuple[Sort, Case]] = []
        self.decided: list[tuple[Sort, float, bool, bool]] = []
        """The sort of each pronoun, how sure, whether somebody was chosen, whether rightly."""
        self.resolver = Resolver(story.annotation, self._decide)
        self.resolver.run()

    def _decide(
        self, pronoun: Pronoun, fitting: Sequence[Candidate], features: Sequence[Features]
    ) -> tuple[int | None, float]:
        own = self.story.marked.clusters(pronoun.token)
        right = [bool(own & self._clusters(each)) for each in fitting]
        none = not any(right)
        self.cases.append((pronoun.sort, Case(np.array(features), np.array([*right, none], dtype=float))))
        if self.weights is None:
            return (None if none else right.index(True)), 1.0
        chosen, likely = self.resolver.choose(fitting, likelihoods(features, self.weights[pronoun.sort]))
        hit = right[chosen] if chosen is not None else none
        self.decided.append((pronoun.sort, likely, chosen is not None, hit))
        return chosen, likely

    def _clusters(self, candidate: Candidate) -> set[str]:
        """The gold's clusters of a candidate; of a pronoun those of the name or noun that it was taken for."""
        tokens = self.story.annotation.tokens
        if candidate.joined:
            return self.story.marked.clusters(tokens[candidate.i], tokens[candidate.joined])
        last = self.resolver.entities[candidate.entity].last
        return self.story.marked.clusters(tokens[last if candidate.form == "pronoun" and last >= 0 else candidate.i])


def fit(given: Sequence[Case]) -> Weights:
    """The weights under which the right candidates are likeliest."""
    begin = values = np.array([getattr(Weights(), name) for name in Weights.__struct_fields__])
    for step in range(STEPS):
        slope = np.zeros_like(values)
        for features, right in given:
            logits = features @ values
            likely = np.exp(logits - logits.max())
            likely /= likely.sum()
            hit = likely * right
            slope += features.T @ (hit / (hit.sum() + 1e-9) - likely)
        rate = RATE if step < STEPS // 2 else RATE / 2
        values = values + rate * (slope / len(given) - PULL * (values - begin))
    return Weights(*map(float, values))


def fitted(given: Sequence[Story]) -> dict[Sort, Weights]:
    """The weights of each sort of pronoun: first where all before is right, then also where it is as weights say."""
    gathered: dict[Sort, list[Case]] = defaultdict(list)
    weights: dict[Sort, Weights] | None = None
    for _ in range(TURNS):
        for story in given:
            for sort, case in Gatherer(story, weights).cases:
                gathered[sort].append(case)
        weights = {sort: fit(gathered[sort]) for sort in SORTS}
    return weights or {}


def lines(decided: Sequence[tuple[Sort, float, bool, bool]]) -> Iterator[str]:
    """For each sort of pronoun the share of right decisions, and precision and number of links by surety."""
    for sort in SORTS:
        own = [(likely, chosen, hit) for its, likely, chosen, hit in decided if its == sort]
        yield f"  {sort}: {sum(hit for _, _, hit in own) / len(own):.3f} of {len(own)} decisions right"
        for sure in SURE:
            made = [hit for likely, chosen, hit in own if chosen and likely >= sure]
            if made:
                yield f"    from {sure}: {len(made)} links, precision {sum(made) / len(made):.3f}"


def main() -> None:
    """Prints the weights, and with `--folds` how well they do on what they were not fitted to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path(__file__).parents[2].parent / "shared" / "gold")
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args()
    path = options.gold / "coref-gum" / "train.conllu.gz"
    if not path.is_file():
        sys.exit(f"no corpus at {path}; give the gold folder with --gold")
    given = list(stories(path))
    report(given, options.folds)


def report(given: Sequence[Story], folds: int) -> None:
    """Folds first, then the weights of all stories."""
    aside: list[tuple[Sort, float, bool, bool]] = []
    for i in range(folds):
        weights = fitted([story for n, story in enumerate(given) if n % folds != i])
        aside += [each for story in given[i::folds] for each in Gatherer(story, weights).decided]
    if aside:
        print("left out", *lines(aside), sep="\n")
    print("as shipped", *lines([each for story in given for each in Gatherer(story, LEARNT).decided]), sep="\n")
    for sort, weights in fitted(given).items():
        print(f'    "{sort}": Weights(')
        for name in Weights.__struct_fields__:
            print(f"        {name}={getattr(weights, name):.2f},")
        print("    ),")


if __name__ == "__main__":
    main()
