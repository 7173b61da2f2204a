"""The lead book: one row a person."""

from __future__ import annotations

from django.db import models


class Lead(models.Model):
    """A person, one an account for each `email_key`.

    The text columns are those of `domain.fields.LEAD_COLUMNS`, a blank value is NULL; `custom` is an object of the
    account's custom fields. `mailbox_key` is what the blocklist is asked for, NULL where it equals `email_key`.
    `revision` is 0 at creation and grows by one with every later change, `changed_at` is the time of the last
    (`updated_at` is what the source said). `import_id` is the import that created the lead.
    """

    pk = models.CompositePrimaryKey("account_id", "id")
    account_id = models.BigIntegerField()
    id = models.BigIntegerField()
    email = models.TextField()
    email_key = models.TextField(db_collation="C")
    mailbox_key = models.TextField(db_collation="C", null=True)
    email_secondary = models.TextField(null=True)
    salutation = models.TextField(null=True)
    first_name = models.TextField(null=True)
    middle_name = models.TextField(null=True)
    last_name = models.TextField(null=True)
    suffix = models.TextField(null=True)
    full_name = models.TextField(null=True)
    nickname = models.TextField(null=True)
    company = models.TextField(null=True)
    department = models.TextField(null=True)
    job_title = models.TextField(null=True)
    phone = models.TextField(null=True)
    phone_mobile = models.TextField(null=True)
    phone_home = models.TextField(null=True)
    phone_secondary = models.TextField(null=True)
    address = models.TextField(null=True)
    address2 = models.TextField(null=True)
    city = models.TextField(null=True)
    state = models.TextField(null=True)
    zip = models.TextField(null=True)
    country = models.TextField(null=True)
    address_home = models.TextField(null=True)
    city_home = models.TextField(null=True)
    state_home = models.TextField(null=True)
    zip_home = models.TextField(null=True)
    country_home = models.TextField(null=True)
    website = models.TextField(null=True)
    linkedin_url = models.TextField(null=True)
    birthday = models.TextField(null=True)
    gender = models.TextField(null=True)
    language = models.TextField(null=True)
    timezone = models.TextField(null=True)
    location = models.TextField(null=True)
    latitude = models.TextField(null=True)
    longitude = models.TextField(null=True)
    ip = models.TextField(null=True)
    signup_date = models.TextField(null=True)
    confirm_date = models.TextField(null=True)
    updated_at = models.TextField(null=True)
    unsubscribed_at = models.TextField(null=True)
    unsubscribe_reason = models.TextField(null=True)
    bounced_at = models.TextField(null=True)
    deleted_at = models.TextField(null=True)
    source = models.TextField(null=True)
    external_id = models.TextField(null=True)
    total_spent = models.TextField(null=True)
    orders_count = models.TextField(null=True)
    lead_status = models.TextField(null=True)
    notes = models.TextField(null=True)
    consent_email = models.TextField(null=True)
    consent_sms = models.TextField(null=True)
    custom = models.JSONField(null=True)
    import_id = models.BigIntegerField(null=True)
    revision = models.IntegerField(db_default=0)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        """Every further index or key on this table has a price, see ADR 0001."""

        db_table = "lead"
        constraints = (models.UniqueConstraint(fields=["account_id", "email_key"], name="lead_email_key"),)

    def __str__(self) -> str:
        return f"lead {self.id}"
