"""PostgreSQL: the lead book's tables, and every statement that reads or writes them in bulk."""
