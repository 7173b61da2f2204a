"""Accounts, the people who log in, and who belongs to which account."""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models

from leadport.domain.permissions import Role


class Account(models.Model):
    """One customer's workspace; the counters hand out the ids of everything in it (see `store/ids.py`)."""

    id = models.BigAutoField(primary_key=True)
    name = models.TextField()
    name_key = models.TextField(db_collation="C", unique=True)
    created_at = models.DateTimeField()
    next_lead_id = models.BigIntegerField(default=1)
    next_import_id = models.BigIntegerField(default=1)
    next_id = models.BigIntegerField(default=1)

    class Meta:
        """One name, one account."""

        db_table = "account"

    def __str__(self) -> str:
        return self.name


class User(AbstractBaseUser):
    """A person who logs in; reviewer and operator are roles on the platform, all others belong to a membership."""

    USERNAME_FIELD = "email_key"

    id = models.BigAutoField(primary_key=True)
    email = models.TextField()
    email_key = models.TextField(db_collation="C", unique=True)
    name = models.TextField(default="")
    is_active = models.BooleanField(default=True)
    is_reviewer = models.BooleanField(default=False)
    is_operator = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    class Meta:
        """One address, one login."""

        db_table = "user"

    def __str__(self) -> str:
        return self.email


class Membership(models.Model):
    """A user's role in an account."""

    pk = models.CompositePrimaryKey("account_id", "user_id")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, db_index=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE)
    role = models.TextField()
    created_at = models.DateTimeField()

    class Meta:
        """A user has one role in an account."""

        db_table = "membership"
        constraints = (
            models.CheckConstraint(condition=models.Q(role__in=[role.value for role in Role]), name="membership_role"),
        )

    def __str__(self) -> str:
        return self.role
