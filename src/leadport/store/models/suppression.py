"""The blocklist."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from leadport.domain.suppressions import SuppressionKind, SuppressionScope
from leadport.store.models.account import Account


class CurrentTransaction(models.Func):
    """The 64-bit number of the running transaction."""

    template = "(pg_current_xact_id()::text::bigint)"
    output_field = models.BigIntegerField()


class Suppression(models.Model):
    """An address, domain or hash that must not be mailed or imported.

    Entries are added and lifted, never changed. A stronger entry for the same key replaces a weaker one: the weaker is
    lifted and `replaced_by` names the stronger. `confirmed_by` holds the imports that said the same later (0: by hand
    or by an event), so that undoing the first of them does not let the person back in. `address` is what was typed.
    `created_txid` is the transaction that added it, so that a landing can ask for what came after the filter looked.
    """

    pk = models.CompositePrimaryKey("account_id", "id")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, db_index=False)
    id = models.BigIntegerField()
    scope = models.TextField(db_collation="C")
    key = models.TextField(db_collation="C")
    kind = models.TextField()
    address = models.TextField()
    reason = models.TextField(default="")
    source = models.TextField(default="")
    import_id = models.BigIntegerField(null=True)
    created_at = models.DateTimeField()
    created_by = models.TextField(default="")
    created_txid = models.BigIntegerField(db_default=CurrentTransaction())
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.TextField(null=True)
    lift_reason = models.TextField(null=True)
    confirmed_by = ArrayField(models.BigIntegerField(), db_default=[], default=list)
    replaced_by = models.BigIntegerField(null=True)

    class Meta:
        """One active entry a key; a lifted one says when, by whom and why."""

        db_table = "suppression"
        constraints = (
            models.UniqueConstraint(
                fields=["account", "scope", "key"],
                condition=models.Q(lifted_at__isnull=True),
                name="suppression_active",
            ),
            models.CheckConstraint(
                condition=models.Q(scope__in=[scope.value for scope in SuppressionScope]), name="suppression_scope"
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=[kind.value for kind in SuppressionKind]), name="suppression_kind"
            ),
            models.CheckConstraint(
                condition=models.Q(lifted_at__isnull=True, lifted_by__isnull=True, lift_reason__isnull=True)
                | (
                    models.Q(lifted_at__isnull=False, lifted_by__isnull=False, lift_reason__isnull=False)
                    & ~models.Q(lift_reason="")
                ),
                name="suppression_lifted_whole",
            ),
            models.CheckConstraint(
                condition=models.Q(replaced_by__isnull=True) | models.Q(lifted_at__isnull=False),
                name="suppression_replaced_is_lifted",
            ),
        )
        indexes = (
            models.Index(fields=["account", "created_txid"], name="suppression_since"),
            models.Index(
                fields=["account", "import_id", "id"],
                condition=models.Q(import_id__isnull=False),
                name="suppression_by_import",
            ),
        )

    def __str__(self) -> str:
        return f"{self.scope}:{self.kind}"
