"""The Django app of the lead book."""

from __future__ import annotations

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """All tables of Leadport belong to this one app."""

    name = "leadport.store"
    label = "store"
