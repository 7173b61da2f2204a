"""Vocabulary, policies and catalogues of Leadport; standard library only."""
