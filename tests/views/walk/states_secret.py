"""States of the screens of secret pictures: pressing them, choosing them, and how a member signs in."""

from typing import Final

from desktop.views.member.secret_pictures import SecretPicturesState
from desktop.views.parts.staff_lists import Note
from desktop.views.staff.staff_secret import StaffSecretState
from desktop.views.staff.staff_sign_in import StaffSignInState
from tests.views.walk.walked import LONG_NAME, Walked

STATES: Final = [
    Walked("secret_pictures", "usual", SecretPicturesState()),
    Walked("secret_pictures", "usual, one pressed", SecretPicturesState(1)),
    Walked("secret_pictures", "most, two pressed", SecretPicturesState(2)),
    Walked("secret_pictures", "problem, others pressed", SecretPicturesState(is_again=True)),
    Walked("secret_pictures", "problem, three times", SecretPicturesState(may_try=False)),
    Walked("staff_secret", "usual", StaffSecretState()),
    Walked("staff_secret", "usual, one pressed", StaffSecretState(1)),
    Walked("staff_secret", "most, two pressed", StaffSecretState(2)),
    Walked("staff_secret", "usual, once more", StaffSecretState(1, is_second=True)),
    Walked("staff_secret", "problem, not the same", StaffSecretState(has_differed=True)),
    Walked("staff_sign_in", "empty", StaffSignInState("Ann", has_pictures=False)),
    Walked("staff_sign_in", "usual", StaffSignInState("Ann", has_pictures=True, note=Note("staff.sign_in.kept"))),
    Walked("staff_sign_in", "longest, problem", StaffSignInState(LONG_NAME, has_pictures=True, is_stopped=True)),
]
