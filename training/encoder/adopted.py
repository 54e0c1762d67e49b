"""The heads that pay, and so go into the package's file. The README has the figures that decided."""

LAYERS = ("name", "nominal", "source", "cue", "content", "trigger")
POINTERS = ("cue", "source")
