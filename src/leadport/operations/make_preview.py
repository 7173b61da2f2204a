"""Gathers what an importer needs to know before deciding."""

from __future__ import annotations

from leadport.domain.results import Earlier, Preview
from leadport.domain.status import ImportState
from leadport.engine.report import causes, likely_typos
from leadport.operations.match import export_title
from leadport.operations.prepare_import import Prepared
from leadport.operations.receive import Received
from leadport.store.models import LeadImport


def preview_of(*, account_id: int, import_id: int | None, received: Received, prepared: Prepared) -> Preview:
    """The preview of a prepared import."""
    return Preview(
        import_id=import_id,
        name=received.name,
        match=prepared.match,
        tally=prepared.tally,
        causes=causes(verdicts=prepared.verdicts),
        typos=likely_typos(verdicts=prepared.verdicts),
        export=export_title(prepared.match),
        earlier=_earlier(account_id=account_id, sha256=received.sha256),
        seconds=prepared.seconds,
    )


def _earlier(*, account_id: int, sha256: str) -> Earlier | None:
    landed = LeadImport.objects.filter(account_id=account_id, source_sha256=sha256, state=ImportState.LANDED.value)
    last = landed.order_by("-id").first()
    return Earlier(import_id=last.id, at=last.finished_at or last.created_at) if last else None
