"""What people can do, one module a subject, no Qt and no SQL."""
