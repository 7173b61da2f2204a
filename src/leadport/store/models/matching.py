"""Matchings an account made before, found again by the file's header or by name."""

from __future__ import annotations

from django.db import models

from leadport.store.models.account import Account


class RememberedMatching(models.Model):
    """What the columns of a header were matched to; with a name it is a preset of the account, too."""

    pk = models.CompositePrimaryKey("account_id", "id")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, db_index=False)
    id = models.BigIntegerField()
    header_key = models.TextField(db_collation="C", null=True)
    name = models.TextField(null=True)
    name_key = models.TextField(db_collation="C", null=True)
    mapping = models.JSONField()
    used_at = models.DateTimeField()

    class Meta:
        """One matching a header, one preset a name; a row is at least one of the two."""

        db_table = "remembered_matching"
        constraints = (
            models.UniqueConstraint(fields=["account", "header_key"], name="remembered_matching_header"),
            models.UniqueConstraint(fields=["account", "name_key"], name="remembered_matching_name"),
            models.CheckConstraint(
                condition=models.Q(header_key__isnull=False) | models.Q(name_key__isnull=False),
                name="remembered_matching_found_by",
            ),
            models.CheckConstraint(
                condition=models.Q(name__isnull=True, name_key__isnull=True)
                | models.Q(name__isnull=False, name_key__isnull=False),
                name="remembered_matching_name_whole",
            ),
        )

    def __str__(self) -> str:
        return self.name or ""
