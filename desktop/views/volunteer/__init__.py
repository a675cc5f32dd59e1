"""The screens of volunteers and venues: one slip, one verdict."""
