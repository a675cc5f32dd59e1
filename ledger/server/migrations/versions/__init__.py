"""The steps, each run once."""
