"""The tables, one aggregate a file. Keys that span tables, triggers and checks by set are in `sql/integrity/`."""

from __future__ import annotations

from leadport.store.models.account import Account, Membership, User
from leadport.store.models.audit import AuditEntry
from leadport.store.models.field import CustomField
from leadport.store.models.journal import FieldChange
from leadport.store.models.lead import Lead
from leadport.store.models.lead_import import ImportChunk, ImportLoss, ImportOutcome, LeadImport
from leadport.store.models.lead_list import LeadList, ListMember
from leadport.store.models.matching import RememberedMatching
from leadport.store.models.sequence import Enrolment, Sequence, Step
from leadport.store.models.suppression import Suppression
from leadport.store.models.tag import LeadTag, Tag, TagCategory

__all__ = [
    "Account",
    "AuditEntry",
    "CustomField",
    "Enrolment",
    "FieldChange",
    "ImportChunk",
    "ImportLoss",
    "ImportOutcome",
    "Lead",
    "LeadImport",
    "LeadList",
    "LeadTag",
    "ListMember",
    "Membership",
    "RememberedMatching",
    "Sequence",
    "Step",
    "Suppression",
    "Tag",
    "TagCategory",
    "User",
]
