"""Is it one name? Names of people and bodies across scripts, romanisations, orders, short forms and slips.

from dateline.names import same_name

likeness = same_name("Jurij Dzhafarov", "Yuri Jafarov")
print(likeness.score, *likeness.reasons, sep="\\n")
"""

from dateline.names.comparing import same_name
from dateline.names.story import spelling_variant
from dateline.names.values import Kind, Likeness, Variant

__all__ = ["Kind", "Likeness", "Variant", "same_name", "spelling_variant"]
