"""Proof by kill -9: whatever was said to be done is there afterwards, once, and the book still balances."""
