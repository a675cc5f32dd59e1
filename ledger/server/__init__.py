"""The central ledger: one small service that rules what touches more than one centre, and knows nobody."""
