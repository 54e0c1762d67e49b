"""An Article in, an Annotation out: tokens, sentences, names."""
