"""Exports of shops and payment services: Shopify, Stripe, Magento, WooCommerce, BigCommerce."""

from __future__ import annotations

from examples.making.cast import Person, people
from examples.making.rows import Style, blocked, cells, failed, new, put, repeated, with_trouble
from examples.making.sheet import Known, Row, Sheet

_SHOPIFY = Style(tag_joint=", ", tags=("repeat", "spring fair", "wholesale"), short_country=True, apostrophe=True)


def shopify_customer(
    *, known: Known, person: Person, consent: str = "yes", address: str | None = None
) -> dict[str, str]:
    """The cells of one shopper as Shopify writes them since 2023: an apostrophe stands before every number."""
    filled = cells(
        known=known,
        person=person,
        style=_SHOPIFY,
        consent_email=consent,
        email=person.address if address is None else address,
        consent_sms="yes" if address == "" else "no",
        phone_secondary="'" + person.phone if person.number % 4 == 0 else "",
    )
    return {**filled, "Tax Exempt": "no"}


def shopify_customers(known: Known) -> Sheet:
    """Shoppers with and without consent, and some who gave a telephone number only."""
    cast = people(count=20, start=3)
    rows = [new(shopify_customer(known=known, person=person)) for person in cast[:13]]
    rows += [
        blocked(shopify_customer(known=known, person=person, consent="no"), "not_subscribed") for person in cast[13:17]
    ]
    rows += [
        failed(shopify_customer(known=known, person=person, consent="no", address=""), "email_missing")
        for person in cast[17:]
    ]
    return Sheet(
        known=known, rows=(*rows[5:], *rows[:5], repeated(rows[6], column="Email")), file=f"exports/{known.slug}.csv"
    )


def shopify_customers_2021(known: Known) -> Sheet:
    """Province and country as name and as code side by side; only the name is imported."""
    rows: list[Row] = []
    for place, person in enumerate(people(count=16, start=13)):
        consent = "no" if place in (6, 9) else "yes"
        filled = cells(known=known, person=person, style=Style(tag_joint=", "), consent_email=consent, consent_sms="no")
        filled |= {
            "Province Code": person.place.state_code,
            "Country Code": person.place.country_code,
            "Tax Exempt": "no",
        }
        filled |= {"Total Spent": "12.50", "Total Orders": "1"}
        rows.append(blocked(filled, "not_subscribed") if consent == "no" else new(filled))
    return Sheet(known=known, rows=with_trouble(rows=rows, column="Email", bad=1), file=f"exports/{known.slug}.csv")


def shopify_orders(known: Known) -> Sheet:
    """One row a line item: the order number and the address repeat, all else stands in an order's first row only."""
    rows: list[Row] = []
    for place, person in enumerate(people(count=12, start=33)):
        consent = "no" if place == 7 else "yes"
        filled = cells(known=known, person=person, style=Style(), consent_email=consent)
        name = f"#{1001 + place}"
        filled |= {
            "Name": name,
            "Financial Status": "paid",
            "Fulfillment Status": "fulfilled",
            "Currency": "EUR",
            "Total": "43.90",
        }
        filled |= {
            "Paid at": "2024-02-21 10:00:00 +0100",
            "Created at": "2024-02-21 09:58:12 +0100",
            "Shipping Method": "Standard",
        }
        item = {
            "Lineitem quantity": "1",
            "Lineitem name": "Teapot, blue",
            "Lineitem price": "39.00",
            "Lineitem sku": "TP-1",
        }
        rows.append(blocked({**filled, **item}, "not_subscribed") if consent == "no" else new({**filled, **item}))
        if place % 3 == 0:
            again = {"Name": name, "Email": person.address, **item, "Lineitem name": "Cosy"}
            rows.append(Row(cells=again, verdict="duplicated", reason="duplicate_in_file"))
    return Sheet(known=known, rows=tuple(rows), file=f"exports/{known.slug}.csv")


def stripe(known: Known) -> Sheet:
    """`Status` is about the subscription: a canceled customer may still be mailed. Some customers have no address."""
    rows: list[Row] = []
    for place, person in enumerate(people(count=16, start=19)):
        filled = cells(
            known=known, person=person, style=Style(moment="%Y-%m-%d %H:%M"), external_id=f"cus_{person.number:014d}"
        )
        filled |= {
            "Status": ("active", "past_due", "canceled", "")[place % 4],
            "Delinquent": "false",
            "Plan": "tea-monthly",
        }
        filled |= {
            "Refunded Volume": "0.00",
            "Dispute Losses": "0.00",
            "tag (metadata)": "gift" if place % 5 == 0 else "",
        }
        rows.append(failed({**filled, "Email": ""}, "email_missing") if place in (5, 6) else new(filled))
    return Sheet(known=known, rows=with_trouble(rows=rows, column="Email", bad=2), file=f"exports/{known.slug}.csv")


def magento1(known: Known) -> Sheet:
    """Further addresses of a customer follow in rows without an email; streets hold line breaks."""
    rows: list[Row] = []
    for place, person in enumerate(people(count=14, start=29)):
        filled = cells(
            known=known, person=person, style=Style(short_country=True), address=f"{person.street}\nFloor {place}"
        )
        filled |= {
            "_website": "base",
            "_store": "default",
            "created_in": "Default Store View",
            "disable_auto_group_change": "0",
        }
        filled |= {
            "group_id": "1",
            "store_id": "1",
            "website_id": "1",
            "password_hash": f"{person.number:064x}",
            "_address_default_billing_": "1",
        }
        filled |= {
            "_address_firstname": person.first,
            "_address_lastname": person.last,
            "updated_at": filled["created_at"],
        }
        rows.append(new(filled))
        if place % 4 == 2:
            more = {
                key: cell
                for key, cell in filled.items()
                if key.startswith("_address") and key != "_address_default_billing_"
            }
            rows.append(Row(cells={**more, "_address_city": "Graz"}, verdict="duplicated", reason="continuation_row"))
    rows.append(failed({**rows[0].cells, "email": "dots..twice@example.com"}, "email_local_part"))
    return Sheet(known=known, rows=(*rows, repeated(rows[1], column="email")), file=f"exports/{known.slug}.csv")


def woocommerce(known: Known) -> Sheet:
    """One row an order: guests have no customer_email, and whoever orders again is listed again."""
    rows: list[Row] = []
    for place, person in enumerate(people(count=14, start=7)):
        guest = place % 3 == 1
        account = {
            "email_secondary": "" if guest else person.address,
            "external_id": "0" if guest else str(500 + place),
        }
        filled = cells(known=known, person=person, style=Style(short_country=True), **account)
        filled |= {
            "order_id": str(8100 + place),
            "order_number": str(8100 + place),
            "status": ("completed", "cancelled", "refunded")[place % 3],
        }
        filled |= {
            "order_total": "43.90",
            "order_currency": "EUR",
            "payment_method": "stripe",
            "shipping_method": "Flat rate",
        }
        filled |= {"customer_user_agent": "Mozilla/5.0 (X11; Linux x86_64; rv:128.0), like Gecko"}
        filled |= {
            "shipping_first_name": person.first,
            "shipping_last_name": person.last,
            "shipping_city": person.place.city,
        }
        rows.append(new(filled))
    again = [
        put(
            repeated(rows[place], column="billing_email", address=rows[place].cells["billing_email"]),
            {"order_id": "8200"},
        )
        for place in (0, 3)
    ]
    wrong = failed({**rows[1].cells, "billing_email": "nobody.example.com", "customer_email": ""}, "email_no_at")
    return Sheet(known=known, rows=(*rows, *again, wrong), file=f"exports/{known.slug}.csv")


def bigcommerce(known: Known) -> Sheet:
    """Consent as Yes and No; the customer group is a list."""
    rows: list[Row] = []
    for place, person in enumerate(people(count=15, start=21)):
        consent = "No" if place in (5, 6, 7) else "Yes"
        filled = cells(
            known=known,
            person=person,
            style=Style(),
            consent_email=consent,
            lists="Retail" if place % 2 else "Trade, North",
        )
        filled["Store Credit"] = "0.00"
        rows.append(blocked(filled, "not_subscribed") if consent == "No" else new(filled))
    return Sheet(
        known=known,
        rows=with_trouble(rows=rows, column="Email", bad=3),
        file=f"exports/{known.slug}.csv",
        newline="\r\n",
    )
