"""The desktop app on the centre's PC."""

__version__ = "0.1.0"
