"""A test that prints on a real queue is there only where CUPS-PDF is: set-up does not bring a print server along."""

import pytest

from tests.views.printing import queue_of_its_own


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave it out elsewhere, and say so in the count of what was left out."""
    if queue_of_its_own.is_here():
        return
    left_out = [item for item in items if item.path.name == "test_real_queue.py"]
    if left_out:
        items[:] = [item for item in items if item not in left_out]
        config.hook.pytest_deselected(items=left_out)
