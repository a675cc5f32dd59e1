"""What every test starts from: no real screen, no Qt warning unseen, and Hypothesis in a quick or a long profile."""

import os

from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Shared and slow machines run these: a deadline would fail a test for the neighbour's work.
settings.register_profile("quick", max_examples=50, deadline=None, database=None, derandomize=True)
settings.register_profile("long", max_examples=5_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
