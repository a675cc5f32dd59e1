"""The only SQLite code in desktop: facts, projections and readings in an encrypted database, and its keys.

Before anything here imports sqlite_utils it must be shown SQLCipher: it looks for a pysqlite3 while it is imported,
and would otherwise wait for the exceptions of Python's own SQLite.
"""

import sys

import sqlcipher3

sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = sqlcipher3.dbapi2
