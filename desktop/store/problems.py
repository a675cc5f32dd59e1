"""What can go wrong with the data folder, each said to staff with what to do next."""

from __future__ import annotations

from typing import ClassVar

from desktop.problems import KnownProblem


class StoreProblem(KnownProblem):
    """A known problem of the data on this PC; `what_to_do` is its message unless the raiser knows more."""

    code = "store"
    what_to_do: ClassVar[str] = "Goodhour cannot reach its records. Nothing recorded so far is lost."

    def __init__(self, message: str = "") -> None:
        super().__init__(message or self.what_to_do)


class WrongKey(StoreProblem):
    """The passphrase, keyring or words given do not open this centre's records."""

    code = "wrong_key"
    picture = "gh:staff-lock"
    easy_words = "problem.wrong_key"
    what_to_do = (
        "The records here did not open. Type the five words of this PC again (or set GOODHOUR_PASSPHRASE), "
        "or restore a backup with the recovery sheet. Nothing is lost."
    )


class PassphraseNeeded(WrongKey):
    """The keyring of this PC does not hold the key, and no passphrase was given."""

    code = "passphrase_needed"
    easy_words = "problem.passphrase_needed"
    what_to_do = (
        "The five words of this PC are needed to open its records: they are on the recovery sheet. "
        "On the command line set GOODHOUR_PASSPHRASE."
    )


class DamagedStore(StoreProblem):
    """The database is cut short, altered or no longer agrees with itself."""

    code = "damaged_store"
    picture = "gh:nothing-saved"
    easy_words = "problem.damaged_store"
    what_to_do = (
        "The records on this PC are damaged. Change nothing, copy the whole folder somewhere safe, "
        "then restore the latest backup with the recovery sheet."
    )


class NewerStore(StoreProblem):
    """The records were written by a newer Goodhour than this one."""

    code = "newer_store"
    picture = "gh:hourglass"
    easy_words = "problem.newer_store"
    what_to_do = "A newer Goodhour wrote these records. Install that version on this PC; nothing has been changed."


class AlreadyOpen(StoreProblem):
    """Another Goodhour has this data folder open."""

    code = "already_open"
    picture = "gh:door"
    easy_words = "problem.already_open"
    what_to_do = "Goodhour is already open on these records. Go to its window, or close it first."


class FolderRefused(StoreProblem):
    """This folder is no safe place for the records; the message names it and says why."""

    code = "folder_refused"
    picture = "gh:nothing-saved"
    easy_words = "problem.folder_refused"


class SyncedFolder(FolderRefused):
    """The folder is kept in step with a cloud, which would copy half-written records."""

    code = "synced_folder"


class RoamingFolder(FolderRefused):
    """The folder is copied to and from a server at each sign-in of Windows."""

    code = "roaming_folder"


class NetworkFolder(FolderRefused):
    """The folder is on another computer, where locks and safe writing cannot be relied on."""

    code = "network_folder"


class ReadOnlyFolder(StoreProblem):
    """Goodhour may not write here."""

    code = "read_only_folder"
    picture = "gh:nothing-saved"
    easy_words = "problem.read_only_folder"
    what_to_do = "Goodhour may not write in its data folder. Ask whoever looks after this PC to allow it."


class DiskFull(StoreProblem):
    """There is no room left on this PC's disk."""

    code = "disk_full"
    picture = "gh:disk-full"
    easy_words = "problem.disk_full"
    what_to_do = (
        "There is no room left on this PC. Free some space and try again; "
        "everything shown as done is safe, only this last step was not saved."
    )


class DiskTrouble(StoreProblem):
    """The disk answers with an error or not at all."""

    code = "disk_trouble"
    picture = "gh:disk-full"
    easy_words = "problem.disk_trouble"
    what_to_do = (
        "The disk of this PC does not answer as it should. Close Goodhour, save a copy of its folder elsewhere "
        "and have the disk looked at; everything shown as done before is safe."
    )


class NoCentreHere(StoreProblem):
    """The folder holds no centre."""

    code = "no_centre_here"
    picture = "gh:nothing-saved"
    easy_words = "problem.no_centre_here"
    what_to_do = "There is no centre in this folder. Start a new one, or restore a backup."


class CentreHereAlready(StoreProblem):
    """A new centre was to be made where one is already."""

    code = "centre_here_already"
    picture = "gh:nothing-saved"
    easy_words = "problem.centre_here_already"
    what_to_do = "There is already a centre in this folder. Open it, or choose another folder for the new one."


class WrongWords(StoreProblem):
    """The twelve words are not those of this backup's recovery sheet."""

    code = "wrong_words"
    picture = "gh:staff-lock"
    easy_words = "problem.wrong_words"
    what_to_do = "These twelve words do not open this backup. Check each against the recovery sheet it was made with."


class DamagedBackup(StoreProblem):
    """The backup file is cut short or altered, or no backup of Goodhour at all."""

    code = "damaged_backup"
    picture = "gh:nothing-saved"
    easy_words = "problem.damaged_backup"
    what_to_do = "This file is not a whole Goodhour backup. Try an older one; nothing on this PC has been changed."
