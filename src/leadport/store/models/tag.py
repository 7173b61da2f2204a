"""Tag categories, tags and who carries them."""

from __future__ import annotations

from django.db import models

from leadport.store.models.account import Account


class TagCategory(models.Model):
    """A group of tags; `import_id` is set when an import made it."""

    pk = models.CompositePrimaryKey("account_id", "id")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, db_index=False)
    id = models.BigIntegerField()
    name = models.TextField()
    name_key = models.TextField(db_collation="C")
    import_id = models.BigIntegerField(null=True)
    created_at = models.DateTimeField()

    class Meta:
        """A name stands for one category in an account."""

        db_table = "tag_category"
        constraints = (models.UniqueConstraint(fields=["account", "name_key"], name="tag_category_name"),)

    def __str__(self) -> str:
        return self.name


class Tag(models.Model):
    """A tag; without `category_id` it is in no category in particular."""

    pk = models.CompositePrimaryKey("account_id", "id")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, db_index=False)
    id = models.BigIntegerField()
    category_id = models.BigIntegerField(null=True)
    name = models.TextField()
    name_key = models.TextField(db_collation="C")
    import_id = models.BigIntegerField(null=True)
    created_at = models.DateTimeField()
    archived_at = models.DateTimeField(null=True)

    class Meta:
        """A name stands for one tag in a category, and for one among those without."""

        db_table = "tag"
        constraints = (
            models.UniqueConstraint(
                fields=["account", "category_id", "name_key"], name="tag_name", nulls_distinct=False
            ),
        )

    def __str__(self) -> str:
        return self.name


class LeadTag(models.Model):
    """A lead carries a tag; `import_id` is the import that gave it."""

    pk = models.CompositePrimaryKey("account_id", "tag_id", "lead_id")
    account_id = models.BigIntegerField()
    tag_id = models.BigIntegerField()
    lead_id = models.BigIntegerField()
    import_id = models.BigIntegerField(null=True)
    added_at = models.DateTimeField()

    class Meta:
        """Its references are guarded by set (ADR 0001)."""

        db_table = "lead_tag"

    def __str__(self) -> str:
        return f"{self.tag_id}:{self.lead_id}"
