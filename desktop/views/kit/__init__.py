"""The few widgets all screens are made of; none knows a service, a screen or the map of doors."""
