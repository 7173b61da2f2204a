"""Imports, the chunks they have landed or undone, and what turned out otherwise than planned."""

from __future__ import annotations

from django.db import models

from leadport.domain.status import ImportState
from leadport.domain.verdicts import Verdict
from leadport.store.models.account import Account

UNFINISHED = [ImportState.DRAFT.value, ImportState.FILTERED.value, ImportState.LANDING.value]
PHASES = ["land", "suppress", "undo"]


class LeadImport(models.Model):
    """One run. `fingerprint` names source and answers, so that the same request finds its unfinished import again.

    `watermark` is the oldest transaction that may have been running when the filter asked for the blocklist; entries
    made since are looked for again at landing. `targets` holds the ids that the actions were resolved to.
    New leads get ids from `lead_id_first` to `lead_id_last`. Chunks hold `chunk_size` records.
    """

    pk = models.CompositePrimaryKey("account_id", "id")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, db_index=False)
    id = models.BigIntegerField()
    state = models.TextField(default=ImportState.DRAFT.value)
    file_name = models.TextField()
    source_sha256 = models.TextField(null=True)
    fingerprint = models.TextField(null=True)
    options = models.JSONField(default=dict)
    mapping = models.JSONField(default=dict)
    actions = models.JSONField(default=dict)
    targets = models.JSONField(null=True)
    tally = models.JSONField(null=True)
    counts = models.JSONField(null=True)
    watermark = models.BigIntegerField(null=True)
    lead_id_first = models.BigIntegerField(null=True)
    lead_id_last = models.BigIntegerField(null=True)
    chunk_size = models.IntegerField(null=True)
    chunks = models.IntegerField(null=True)
    seconds = models.JSONField(default=dict)
    actor = models.TextField()
    trouble = models.TextField(default="")
    created_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        """The same request is not open twice."""

        db_table = "lead_import"
        constraints = (
            models.UniqueConstraint(
                fields=["account", "fingerprint"],
                condition=models.Q(state__in=UNFINISHED),
                name="lead_import_open_once",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=[state.value for state in ImportState]), name="lead_import_state"
            ),
            models.CheckConstraint(
                condition=models.Q(lead_id_first__isnull=True, lead_id_last__isnull=True)
                | models.Q(lead_id_first__isnull=False, lead_id_last__gte=models.F("lead_id_first")),
                name="lead_import_id_range",
            ),
        )

    def __str__(self) -> str:
        return f"import {self.id}"


class ImportChunk(models.Model):
    """The ledger: this chunk has been landed, suppressed or undone, and these are its numbers."""

    pk = models.CompositePrimaryKey("account_id", "import_id", "phase", "number")
    account_id = models.BigIntegerField()
    import_id = models.BigIntegerField()
    phase = models.TextField(db_collation="C")
    number = models.IntegerField()
    counts = models.JSONField(default=dict)
    at = models.DateTimeField()

    class Meta:
        """A chunk happens once: whoever inserts its row first does its work, in the same transaction."""

        db_table = "import_chunk"
        constraints = (
            models.CheckConstraint(condition=models.Q(phase__in=PHASES), name="import_chunk_phase"),
            models.CheckConstraint(condition=models.Q(number__gte=0), name="import_chunk_number"),
        )

    def __str__(self) -> str:
        return f"{self.phase} {self.number}"


class ImportOutcome(models.Model):
    """A record that landed otherwise than the filter said; all others are as their verdict says."""

    pk = models.CompositePrimaryKey("account_id", "import_id", "record_number")
    account_id = models.BigIntegerField()
    import_id = models.BigIntegerField()
    record_number = models.BigIntegerField()
    verdict = models.TextField()
    reason = models.TextField()
    lead_id = models.BigIntegerField(null=True)

    class Meta:
        """One outcome a record."""

        db_table = "import_outcome"
        constraints = (
            models.CheckConstraint(
                condition=models.Q(verdict__in=[verdict.value for verdict in Verdict]), name="import_outcome_verdict"
            ),
        )

    def __str__(self) -> str:
        return f"{self.record_number}: {self.verdict}"


class RandomId(models.Func):
    """A random number that nobody else gets."""

    template = "gen_random_uuid()"
    output_field = models.UUIDField()


class ImportLoss(models.Model):
    """How much of what an import wrote was removed by one statement since; triggers add it.

    Present and removed together are what the receipt says was added. A negative number was taken over from an import
    that was undone. Rows are only added, so removing never waits for a landing.
    """

    pk = models.CompositePrimaryKey("account_id", "import_id", "id")
    account_id = models.BigIntegerField()
    import_id = models.BigIntegerField()
    id = models.UUIDField(db_default=RandomId())
    kind = models.TextField()
    removed = models.BigIntegerField()

    class Meta:
        """Leads, links (by what they link to) and blocklist entries."""

        db_table = "import_loss"
        constraints = (
            models.CheckConstraint(
                condition=models.Q(kind__in=["lead", "list", "tag", "sequence", "suppression"]),
                name="import_loss_kind",
            ),
            models.CheckConstraint(condition=~models.Q(removed=0), name="import_loss_counts"),
        )

    def __str__(self) -> str:
        return f"{self.kind}: {self.removed}"
