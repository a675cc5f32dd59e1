"""What crosses the network or goes on paper, and its keys."""
