"""The pure rules: facts, book, postings and what slips mean."""
