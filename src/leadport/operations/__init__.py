"""Use cases, one verb a file: permission, transaction, audit, orchestration."""
