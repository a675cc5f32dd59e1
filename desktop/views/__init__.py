"""Everything a person sees and presses: the only Qt code."""
