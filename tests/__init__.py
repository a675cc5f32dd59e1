"""Tests, each reading like the promise it keeps."""
