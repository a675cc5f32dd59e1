"""What both sides must agree on, and the central service."""
