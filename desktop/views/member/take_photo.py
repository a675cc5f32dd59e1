"""A photo of what I did: the camera shows it, one press takes it. A worker gives it a name later."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.problems import KnownProblem
from desktop.services.pictures import clean_photo
from desktop.services.seen import Pic
from desktop.views.kit.art import Symbol
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.screen import Screen
from desktop.views.kit.stack import Columns
from desktop.views.kit.tile import Tile
from desktop.views.parts.beginning import begin_unlisted
from desktop.views.parts.camera import Viewfinder
from desktop.views.visit import Visit


class NoPicture(KnownProblem):
    """The camera does not show anything. Look whether it is plugged in, and whether another program uses it."""

    code = "no_picture"
    picture = "gh:camera"
    easy_words = "problem.no_picture"


@dataclass(frozen=True, slots=True)
class TakePhotoState:
    """Nothing: the camera shows what there is."""


class TakePhoto(Screen):
    """Shows what the camera sees; a press takes it."""

    name: ClassVar[str] = "take_photo"

    taken = Signal(object)  # JPEG bytes

    @staticmethod
    def read(_services: Any, _visit: Visit) -> TakePhotoState:
        """Nothing to read."""
        return TakePhotoState()

    @staticmethod
    def on_taken(services: Any, visit: Visit, jpeg: bytes) -> None:
        """Begin a contribution to something unlisted, shown by the photo."""
        if not jpeg:
            raise NoPicture("The camera does not show anything. Look whether it is plugged in, or used elsewhere.")
        begin_unlisted(services, visit, Pic("", photo=clean_photo(jpeg)))

    def fill(self, _state: TakePhotoState) -> None:
        """Show the camera's picture and one tile."""
        self.ask(self.texts("not_here.photo_of_it"))
        finder = Viewfinder(self.look, self.texts("not_here.camera"))
        grid = TileGrid(self.look, self.texts)
        grid.pressed.connect(lambda _value: self.taken.emit(finder.still()))
        self.set_body(Columns(self.look, [finder, grid], [3, 2]))
        grid.show_tiles([Tile("take", self.texts("not_here.take_it"), Symbol("gh:camera"))])
