"""Exports of publishing tools: Ghost, Substack, Tiny News, Kajabi."""

from __future__ import annotations

from examples.making.cast import people
from examples.making.rows import Style, blocked, cells, new, with_trouble
from examples.making.sheet import Known, Row, Sheet


def ghost(known: Known) -> Sheet:
    """CRLF, true and false, labels as one comma list; whoever turned mails off has `false`."""
    style = Style(moment="%Y-%m-%dT%H:%M:%S.000Z", tags=("newsletter", "founding"))
    rows: list[Row] = []
    for place, person in enumerate(people(count=14, start=17)):
        off = place in (4, 8)
        filled = cells(
            known=known,
            person=person,
            style=style,
            consent_email="false" if off else "true",
            external_id=f"64f0{person.number:020x}",
        )
        filled |= {"complimentary_plan": "false", "tiers": "Bronze" if place % 3 == 0 else ""}
        rows.append(blocked(filled, "not_subscribed") if off else new(filled))
    return Sheet(
        known=known,
        rows=with_trouble(rows=rows, column="email", bad=3),
        file=f"exports/{known.slug}.csv",
        newline="\r\n",
    )


def substack(known: Known) -> Sheet:
    """Truth as words, an expiry in 2118 for gifts, and one address with a local part outside ASCII."""
    style = Style(moment="%Y-%m-%dT%H:%M:%S.%fZ")
    rows: list[Row] = []
    for place, person in enumerate(people(count=14, start=len(known.slug))):
        disabled = place in (5, 11)
        address = "søren.æbelø@example.org" if place == 6 else person.address
        filled = cells(known=known, person=person, style=style, email=address, status="true" if disabled else "false")
        filled |= {"active_subscription": "false", "prefer_digests": "false", "type": "free"}
        filled |= {"expiry": "2118-06-01T00:00:00.000Z" if place == 2 else ""}
        rows.append(blocked(filled, "unsubscribe") if disabled else new(filled))
    return Sheet(known=known, rows=with_trouble(rows=rows, column="email"), file=f"exports/{known.slug}.csv")


def tiny_news_v1(known: Known) -> Sheet:
    """Status is a number without a legend, so nobody is blocked for it; Name may hold the whole name."""
    rows: list[Row] = []
    for place, person in enumerate(people(count=13, start=37)):
        names = {"first_name": person.name, "last_name": ""} if place % 4 == 1 else {}
        filled = cells(
            known=known, person=person, style=Style(), status="1", external_id=f"{person.number:08x}", **names
        )
        filled |= {
            "Channel id": "77",
            "Tier": "0",
            "Tier title": "Free",
            "Engagement OptIn": "true",
            "User id": str(900 + place),
        }
        filled["Updated At"] = filled["Created at"]
        rows.append(new(filled))
    return Sheet(known=known, rows=with_trouble(rows=rows, column="Email", bad=1), file=f"exports/{known.slug}.csv")


def tiny_news_v2(known: Known) -> Sheet:
    """The status as a word in lower case."""
    words = {3: ("unsubscribed", "unsubscribe"), 7: ("bounced", "bounce")}
    rows: list[Row] = []
    for place, person in enumerate(people(count=13, start=41)):
        word, status = words.get(place, ("subscribed", ""))
        filled = cells(known=known, person=person, style=Style(), status=word)
        filled |= {"Last modified": filled["Date added"], "clicks": str(place % 4), "opens": str(place)}
        rows.append(blocked(filled, status) if status else new(filled))
    return Sheet(known=known, rows=with_trouble(rows=rows, column="email", bad=2), file=f"exports/{known.slug}.csv")


def kajabi(known: Known) -> Sheet:
    """Every field of the address carries its machine name in brackets."""
    style = Style(moment="%Y-%m-%d %H:%M:%S -0700", tag_joint=", ")
    rows = []
    for person in people(count=14, start=25):
        filled = cells(known=known, person=person, style=style)
        rows.append(new({**filled, "Products": "Watercolour for beginners" if person.number % 3 else ""}))
    return Sheet(known=known, rows=with_trouble(rows=rows, column="Email", bad=4), file=f"exports/{known.slug}.csv")
