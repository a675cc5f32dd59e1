"""States of the screen where staff choose a picture or take a photo."""

import io
from typing import Final

from PIL import Image

from desktop.services.pictures import PictureFound
from desktop.views.staff.staff_picture import StaffPictureState
from tests.views.walk.walked import Walked, found


def _photo() -> bytes:
    """A photo as it comes from a camera, nearly."""
    out = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").save(out, "JPEG")
    return out.getvalue()


_PHOTO: Final = _photo()

STATES: Final = [
    Walked("staff_picture", "usual", StaffPictureState("sweep", found(9))),
    Walked(
        "staff_picture",
        "usual, favourites and people",
        StaffPictureState(
            "",
            (*found(2), PictureFound("om:1F9D1-1F3FE", "Person")),
            liked=frozenset({"om:1F9F9"}),
            tone="1F3FE",
            is_marking=True,
        ),
    ),
    Walked("staff_picture", "usual, a photo", StaffPictureState("sweep", photo=_PHOTO, has_camera=True)),
    Walked("staff_picture", "usual, the camera", StaffPictureState("sweep", has_camera=True, is_camera=True)),
    Walked("staff_picture", "empty", StaffPictureState("xyz", ())),
    Walked(
        "staff_picture",
        "problem",
        StaffPictureState("", found(3), "This file is no photo, or it is damaged. Use a JPEG or PNG photo."),
    ),
]
