"""Parts that several member screens share: no screen is here, and screens still never import one another."""
