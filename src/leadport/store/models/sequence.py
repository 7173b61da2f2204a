"""Sequences, their steps and who is at which."""

from __future__ import annotations

from django.db import models

from leadport.store.models.account import Account


class Sequence(models.Model):
    """An ordered series of emails; `import_id` is set when an import made it."""

    pk = models.CompositePrimaryKey("account_id", "id")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, db_index=False)
    id = models.BigIntegerField()
    name = models.TextField()
    name_key = models.TextField(db_collation="C")
    import_id = models.BigIntegerField(null=True)
    created_at = models.DateTimeField()
    archived_at = models.DateTimeField(null=True)

    class Meta:
        """A name stands for one sequence in an account."""

        db_table = "sequence"
        constraints = (models.UniqueConstraint(fields=["account", "name_key"], name="sequence_name"),)

    def __str__(self) -> str:
        return self.name


class Step(models.Model):
    """One email of a sequence; `position` counts from 1 and may change, the id stays.

    Its account is that of its sequence, which a key in `sql/schema/references.sql` makes sure of.
    """

    pk = models.CompositePrimaryKey("account_id", "id")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, db_index=False, db_constraint=False)
    id = models.BigIntegerField()
    sequence_id = models.BigIntegerField()
    position = models.IntegerField()
    name = models.TextField(default="")
    subject = models.TextField(default="")
    body = models.TextField(default="")
    delay_hours = models.IntegerField(default=24)
    import_id = models.BigIntegerField(null=True)

    class Meta:
        """Positions may be swapped in one transaction, so they are compared at its end."""

        db_table = "step"
        constraints = (
            models.UniqueConstraint(
                fields=["account", "sequence_id", "position"],
                name="step_position",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(condition=models.Q(position__gte=1), name="step_position_from_one"),
            models.CheckConstraint(condition=models.Q(delay_hours__gte=0), name="step_delay"),
        )

    def __str__(self) -> str:
        return f"{self.sequence_id}:{self.position}"


class Enrolment(models.Model):
    """A lead's place in a sequence; `moved_at` is set, by the database, when it leaves the step it entered at."""

    pk = models.CompositePrimaryKey("account_id", "sequence_id", "lead_id")
    account_id = models.BigIntegerField()
    sequence_id = models.BigIntegerField()
    lead_id = models.BigIntegerField()
    step_id = models.BigIntegerField()
    import_id = models.BigIntegerField(null=True)
    added_at = models.DateTimeField()
    moved_at = models.DateTimeField(null=True)

    class Meta:
        """Its references are guarded by set (ADR 0001)."""

        db_table = "enrolment"

    def __str__(self) -> str:
        return f"{self.sequence_id}:{self.lead_id}"
