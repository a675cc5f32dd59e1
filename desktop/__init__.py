"""The desktop app on the centre's PC."""
