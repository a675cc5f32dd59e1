"""Databases and backups of every release, kept for ever: today's Goodhour opens them all."""
