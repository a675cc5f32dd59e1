"""The member's screens: one question each, answered by pictures."""
