"""The data plane: from bytes to verdicts, without a database or a network."""
