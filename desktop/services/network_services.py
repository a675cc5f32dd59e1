"""The services about the network, each read in when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from desktop.services.faces import Faces
from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.services.attention import Attention
    from desktop.services.door import Door
    from desktop.services.judging import Judging
    from desktop.services.network import Network
    from desktop.services.saying import Saying
    from desktop.services.week_items import WeekItems


class NetworkServices:
    """What concerns other centres, venues, and this PC among them."""

    store: Store
    _faces: Faces

    if TYPE_CHECKING:

        @property
        def week_items(self) -> WeekItems:
            """What of the week needs a person."""

        @property
        def saying(self) -> Saying:
            """What members found bad."""

    @cached_property
    def attention(self) -> Attention:
        """What needs a person."""
        from desktop.services.attention import Attention

        return Attention(self.store, self._faces, self.week_items.all, self.saying.need)

    @cached_property
    def network(self) -> Network:
        """How this PC stands with the network."""
        from desktop.services.network import Network

        return Network(self.store)

    @cached_property
    def door(self) -> Door:
        """A venue's door, where this PC is one."""
        from desktop.services.door import Door

        return Door(self.store, self._faces)

    @cached_property
    def judging(self) -> Judging:
        """The record of what was answered to slips."""
        from desktop.services.judging import Judging

        return Judging(self.store)
