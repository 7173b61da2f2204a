"""Writes every example file and what it must turn into: `python -m examples.make` from the root of the checkout.

The same bytes come out every time, so a changed example shows up as a changed file.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from examples.making import address_books, crms, email_services, newsletters, odd_ones, shops
from examples.making.expected import expectations
from examples.making.sheet import Known, Sheet, known_formats

HERE = Path(__file__).parent

MAKERS: dict[str, Callable[[Known], Sheet]] = {
    "mailchimp_subscribed": email_services.mailchimp,
    "mailchimp_unsubscribed": email_services.mailchimp,
    "mailchimp_cleaned": email_services.mailchimp,
    "mailchimp_older": email_services.mailchimp_older,
    "shopify_customers": shops.shopify_customers,
    "shopify_customers_2021": shops.shopify_customers_2021,
    "shopify_orders": shops.shopify_orders,
    "google_contacts_old": address_books.google_contacts,
    "outlook_desktop": address_books.outlook_desktop,
    "outlook_com": address_books.outlook_com,
    "linkedin_connections": address_books.linkedin,
    "stripe_customers": shops.stripe,
    "magento1_customers": shops.magento1,
    "ghost_members": newsletters.ghost,
    "substack_signups": newsletters.substack,
    "substack_subscribers": newsletters.substack,
    "tiny_news_v1": newsletters.tiny_news_v1,
    "tiny_news_v2": newsletters.tiny_news_v2,
    "kajabi_contacts": newsletters.kajabi,
    "constant_contact": email_services.constant_contact,
    "mailerlite_classic": email_services.mailerlite_classic,
    "brevo_contacts": email_services.brevo,
    "activecampaign_contacts": email_services.activecampaign,
    "kit_subscribers": email_services.kit,
    "kit_subscribers_short": email_services.kit,
    "aweber_subscribers": email_services.aweber,
    "hubspot_contacts": crms.hubspot,
    "salesforce_report": crms.salesforce,
    "pipedrive_people": crms.pipedrive,
    "zoho_leads": crms.zoho,
    "woocommerce_orders": shops.woocommerce,
    "bigcommerce_customers": shops.bigcommerce,
    "listmonk_subscribers": email_services.listmonk,
    "keila_contacts": email_services.keila,
    "mautic_contacts": email_services.mautic,
    "outlook_de": address_books.outlook_translated,
    "outlook_es": address_books.outlook_translated,
    "outlook_fr": address_books.outlook_translated,
    "outlook_pt": address_books.outlook_translated,
    "outlook_ru": address_books.outlook_translated,
}
"""One function for each format of `formats.toml`."""


def make(*, root: Path) -> None:
    """Write all examples below `root`."""
    known = known_formats()
    sheets = [MAKERS[slug](known[slug]) for slug in known]
    sheets.append(address_books.google_contacts_utf16(known["google_contacts_old"]))
    sheets.append(
        odd_ones.readme_shop(replace(known["shopify_customers"], slug="readme_shop", source="The shop of the README"))
    )
    odd = [odd_ones.mailchimp_zip(known), odd_ones.pasted(), odd_ones.bare_addresses(), *odd_ones.spreadsheets()]
    (root / "exports").mkdir(parents=True, exist_ok=True)
    for sheet in sheets:
        (root / sheet.file).write_bytes(sheet.data())
    for one in odd:
        (root / one.file).write_bytes(one.data)
    (root / "exports" / "expected.toml").write_text(expectations(sheets=sheets, odd_ones=odd), encoding="utf-8")


if __name__ == "__main__":
    make(root=HERE)
