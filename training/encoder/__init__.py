"""The small encoder's training: corpora in, one int8 file out. Needs PyTorch; the package never imports it."""
