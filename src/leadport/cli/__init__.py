"""The command line: translates words in, makes one call to an operation, translates the answer out."""
