"""How presses come in: switches that scan, pointers that rest, hold or shake. What decides is plain logic, no Qt."""
