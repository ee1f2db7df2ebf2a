"""What is particular to one conflict, as data: parties and their aliases, outlets, places."""

from riwaya.packs.pack import Alias, Outlet, Pack, Party, load_pack

__all__ = ["Alias", "Outlet", "Pack", "Party", "load_pack"]
