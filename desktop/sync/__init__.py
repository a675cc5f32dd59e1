"""The exchange with the central ledger, by network or by stick."""
