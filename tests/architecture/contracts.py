"""The house rules that import-linter has no contract for; pyproject.toml says which rooms they bind.

A contract here names what is kept and where, never who is excused: a new module is bound from its first import.
"""

import sys
from collections.abc import Iterable, Iterator
from itertools import product

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output

Link = tuple[str, str]


def within(module: str, rooms: Iterable[str]) -> bool:
    """Whether a module is one of the rooms or lies inside one."""
    return any(module == room or module.startswith(f"{room}.") for room in rooms)


def links(graph: ImportGraph) -> Iterator[Link]:
    """Every direct import, as (importer, imported), in order."""
    for importer in sorted(graph.modules):
        for imported in sorted(graph.find_modules_directly_imported_by(importer)):
            yield importer, imported


class HouseRule(Contract):
    """A rule judged one import at a time."""

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: FBT001  import-linter's own signature
        """Judge every direct import in the graph."""
        output.verbose_print(verbose, f"Judging every import by {self.name}.")
        broken = [link for link in links(graph) if self.breaks(*link)]
        lines = {
            link: [detail["line_number"] for detail in graph.get_import_details(importer=link[0], imported=link[1])]
            for link in broken
        }
        return ContractCheck(kept=not broken, metadata={"lines": lines})

    def breaks(self, importer: str, imported: str) -> bool:
        """Whether this one import is against the rule."""
        raise NotImplementedError

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Name each import against the rule, with its lines."""
        for (importer, imported), numbers in check.metadata["lines"].items():
            where = ", ".join(f"l.{number}" for number in numbers)
            output.print_error(f"- {importer} imports {imported} ({where})", bold=False)


class KeptIn(HouseRule):
    """What is kept may be imported inside its rooms only."""

    kept = fields.ListField(subfield=fields.StringField())
    rooms = fields.ListField(subfield=fields.StringField(), required=False)

    def breaks(self, importer: str, imported: str) -> bool:
        """An import of a kept thing from outside its rooms and outside itself."""
        kept = _names(self.kept)
        return within(imported, kept) and not within(importer, (*_names(self.rooms), *kept))


class Closed(HouseRule):
    """Modules inside these rooms may not import what is barred to them."""

    rooms = fields.ListField(subfield=fields.StringField())
    barred = fields.ListField(subfield=fields.StringField())

    def breaks(self, importer: str, imported: str) -> bool:
        """An import from inside the rooms of something barred."""
        return within(importer, _names(self.rooms)) and within(imported, _names(self.barred))


class Apart(HouseRule):
    """Modules inside these rooms never import one another, in whichever of the rooms they are."""

    rooms = fields.ListField(subfield=fields.StringField())

    def breaks(self, importer: str, imported: str) -> bool:
        """An import from a module inside a room to another inside a room."""
        return any(
            importer.startswith(f"{here}.") and imported.startswith(f"{there}.")
            for here, there in product(_names(self.rooms), repeat=2)
        )


class StandardLibraryOnly(HouseRule):
    """Modules inside these rooms import one another and the standard library, less what is barred."""

    rooms = fields.ListField(subfield=fields.StringField())
    barred = fields.ListField(subfield=fields.StringField())

    def breaks(self, importer: str, imported: str) -> bool:
        """An import of a library, of another part of the house, or of a barred part of the standard library."""
        rooms = _names(self.rooms)
        if not within(importer, rooms) or within(imported, rooms):
            return False
        return imported.split(".", maxsplit=1)[0] not in sys.stdlib_module_names or within(
            imported, _names(self.barred)
        )


def _names(field: object) -> tuple[str, ...]:
    """A field's parsed value: import-linter types the declaration, not what it becomes."""
    return tuple(field) if isinstance(field, list) else ()
