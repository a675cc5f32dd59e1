"""goodhour-ledger: arguments in, one JSON object or plain lines out, and an exit code."""
