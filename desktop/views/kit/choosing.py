"""Questions whose answers are outcomes: what a tile is worth is the name of the signal it takes."""

from desktop.views.kit.grid import TileGrid
from desktop.views.kit.screen import Screen


class Choosing(Screen):
    """A screen with tiles whose values are its own outcomes."""

    def choices(self) -> TileGrid:
        """A grid that fills the body; a press takes the outcome of its tile."""
        grid = TileGrid(self.look, self.texts)
        grid.pressed.connect(self.take)
        self.set_body(grid)
        return grid

    def take(self, outcome: object) -> None:
        """Emit the signal of this name."""
        getattr(self, str(outcome)).emit()
