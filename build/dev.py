"""Set up, run, test and bundle Goodhour."""
