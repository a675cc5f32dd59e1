"""The encrypted store on this PC: the only SQLite code in the desktop app."""
