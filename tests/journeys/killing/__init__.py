"""Proof by kill -9 through the whole app: what a screen showed as done, after repaint, is there afterwards, once."""
