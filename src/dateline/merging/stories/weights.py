"""What each piece of evidence for one story weighs, on the scale of logits.

The weights are learnt: training/merging/stories.py. What days tell is set, for the articles that it learns from have
none: two articles of one day need little more in common, two that are months apart need nearly the same words. The
bias is that of pairs which were found by a key: these are likelier to be of one story than those it learns from.
"""

from dateline.merging.stories.evidence import Evidence

__all__ = ["BIAS", "FALL", "NEAR", "WEIGHTS"]

WEIGHTS = Evidence(
    words=5.1, lead=5.0, names=2.7, places=1.25, abroad=-1.1, figures=1.8, strangers=-0.9, elsewhere=-0.9, apart=None
)
BIAS = -4.95
NEAR, FALL = 2.2, 0.6
