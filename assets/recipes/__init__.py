"""Recipes that made the generated assets; run by hand when a source changes, never by the app."""
