"""German header words."""

from __future__ import annotations

from leadport.domain.synonyms.language import Language, Qualifier

GERMAN = Language(
    strong={
        "email": (
            "e-mail-adresse | email-adresse | mailadresse | mail-adresse | e-mail | elektronische adresse | emailadr"
        ),
        "first_name": "vorname | rufname",
        "middle_name": "weitere vornamen | zweiter vorname | mittelname | 2. vorname",
        "last_name": "nachname | familienname | zuname",
        "full_name": (
            "vollständiger name | anzeigename | vor- und nachname | vorname nachname | kompletter name | voller name"
        ),
        "salutation": "anrede",
        "suffix": "namenszusatz",
        "nickname": "spitzname",
        "company": "firma | unternehmen | organisation | firmenname | betrieb | unternehmensname | name der firma",
        "department": "abteilung",
        "job_title": "position | funktion | berufsbezeichnung | stellenbezeichnung | jobtitel | stelle",
        "phone": (
            "telefon | telefonnummer | tel | telefonnr | rufnummer | tel-nr | festnetz | festnetznummer | telefon nr"
        ),
        "phone_mobile": (
            "handy | handynummer | mobil | mobiltelefon | mobilnummer | mobilfunk | mobil-tel-nr | mobilfunknummer"
            " | mobiltelefonnummer | natel | handynr"
        ),
        "address": (
            "straße | anschrift | adresse | straße und hausnummer | straße hausnr | straße nr | straße hausnummer | str"
        ),
        "address2": "adresszusatz | adresszeile 2 | adresse 2 | straße 2",
        "city": "ort | stadt | wohnort",
        "state": "bundesland | region | kanton",
        "zip": "plz | postleitzahl",
        "country": "land",
        "website": "webseite | internetseite | webadresse | homepage | internetadresse",
        "birthday": "geburtstag | geburtsdatum | geb-datum | geboren am",
        "gender": "geschlecht",
        "language": "sprache",
        "timezone": "zeitzone",
        "latitude": "breitengrad",
        "longitude": "längengrad",
        "ip": "ip-adresse | anmelde-ip",
        "signup_date": (
            "angemeldet am | anmeldedatum | erstellt am | erstellt | registriert am | hinzugefügt am"
            " | eintragsdatum | registrierungsdatum | erstellungsdatum | angelegt am | anmeldezeitpunkt"
            " | eingetragen am"
        ),
        "confirm_date": "bestätigt am | bestätigungsdatum",
        "updated_at": "geändert am | aktualisiert am | letzte änderung | zuletzt geändert | änderungsdatum",
        "unsubscribed_at": "abgemeldet am | abmeldedatum | ausgetragen am",
        "unsubscribe_reason": "abmeldegrund",
        "deleted_at": "gelöscht am",
        "source": "quelle | herkunft | leadquelle",
        "external_id": (
            "kundennummer | kundennr | kunden-nr | kunden-id | mitgliedsnummer | kontakt-id | debitorennummer"
        ),
        "total_spent": "gesamtumsatz",
        "orders_count": "anzahl bestellungen | bestellanzahl",
        "lead_status": "leadstatus",
        "notes": "notizen | notiz | bemerkung | bemerkungen | anmerkung | anmerkungen | kommentar | kommentare",
        "consent_email": (
            "einwilligung | werbeeinwilligung | newsletter einwilligung | newsletter erlaubt | newsletter zustimmung"
        ),
        "status": "abonnentenstatus | e-mail-status | newsletterstatus | abostatus",
        "opt_out": (
            "abgemeldet | werbesperre | keine werbung | keine e-mails | mailsperre | ausgetragen | nicht kontaktieren"
        ),
        "tags": "kategorien | schlagworte | schlagwörter | stichworte | stichwörter | etiketten",
        "lists": "listen | gruppen | verteiler | verteilerlisten",
    },
    weak={
        "last_name": "name",
        "salutation": "titel",
        "job_title": "titel | beruf | rolle",
        "address2": "zusatz",
        "country": "länderkürzel | ländercode | länderkennzeichen | staat",
        "website": "internet",
        "opt_out": "gesperrt",
        "consent_email": "newsletter",
        "total_spent": "umsatz",
        "orders_count": "bestellungen",
        "tags": "kategorie | stichwort",
        "lists": "liste | gruppe",
    },
    qualifiers={
        Qualifier.HOME: "privat | private | privater | privates | persönlich | persönliche",
        Qualifier.WORK: (
            "geschäftlich | geschäftliche | geschäft | geschäfts | dienstlich | dienstliche | beruflich"
            " | berufliche | arbeit | büro"
        ),
        Qualifier.PRIMARY: "primär | primäre | primärer | haupt",
        Qualifier.SECOND: "sekundär | sekundäre | zweite | zweiter | zweites | alternative | zusätzliche",
        Qualifier.OTHER: "weitere | weiterer | weiteres | andere | anderer | anderes | sonstige | sonstiges",
        Qualifier.BILLING: "rechnung | rechnungs",
        Qualifier.SHIPPING: "lieferung | liefer | versand",
        Qualifier.COMPANY: "firmen | unternehmens",
        Qualifier.SOMEONE: (
            "assistent | assistentin | assistenten | vorgesetzter | vorgesetzte | ehepartner | vertreter"
            " | betreuer | berater | verkäufer | inhaber | absender | eltern | kind | chef | werber | empfehler"
            " | notfallkontakt"
        ),
    },
    owners="kontakt | kunde | kunden | abonnent | teilnehmer | mitglied | ansprechpartner | empfänger",
    fillers="der | die | das | des | und | ihre | ihr",
    unrelated="benutzername | hausnummer | nummer | jahrestag | geburtsjahr | geburtsmonat | geburtsort | geburtsname",
)
