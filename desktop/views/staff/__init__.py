"""The screens of staff: denser, with lists and fields, equally calm."""
