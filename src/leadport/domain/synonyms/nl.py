"""Dutch header words."""

from __future__ import annotations

from leadport.domain.synonyms.language import Language, Qualifier

DUTCH = Language(
    strong={
        "email": "e-mailadres | emailadres | mailadres | e-mail adres",
        "first_name": "voornaam | roepnaam",
        "middle_name": "tweede voornaam",
        "last_name": "achternaam | familienaam",
        "full_name": "naam | volledige naam | weergavenaam | voor- en achternaam",
        "salutation": "aanhef",
        "suffix": "achtervoegsel",
        "nickname": "bijnaam",
        "company": "bedrijf | bedrijfsnaam | organisatie | onderneming | naam bedrijf",
        "department": "afdeling",
        "job_title": "functie | functietitel | functienaam",
        "phone": "telefoon | telefoonnummer | tel nr | vast nummer",
        "phone_mobile": (
            "mobiel | mobiele telefoon | gsm | gsm-nummer | mobiel nummer | mobiele nummer | mobiel telefoonnummer"
        ),
        "address": "adres | straat | straatnaam | straat en huisnummer | straat huisnummer",
        "address2": "adres 2 | adresregel 2",
        "city": "plaats | woonplaats | stad | gemeente | plaatsnaam",
        "state": "provincie | regio",
        "zip": "postcode",
        "country": "land | land/regio",
        "website": "webpagina",
        "birthday": "geboortedatum | verjaardag",
        "gender": "geslacht",
        "language": "taal",
        "timezone": "tijdzone",
        "ip": "ip-adres",
        "signup_date": (
            "aangemeld op | aanmelddatum | inschrijfdatum | aangemaakt op | datum aangemaakt | toegevoegd op"
            " | aanmaakdatum | datum toegevoegd"
        ),
        "confirm_date": "bevestigd op",
        "updated_at": "gewijzigd op | laatst gewijzigd | bijgewerkt op | datum gewijzigd",
        "unsubscribed_at": "afgemeld op | uitgeschreven op | uitschrijfdatum | afmelddatum",
        "source": "bron | herkomst",
        "external_id": "klantnummer | klant-id | relatienummer | klantnr",
        "orders_count": "aantal bestellingen",
        "notes": "notities | notitie | opmerkingen | opmerking",
        "consent_email": "toestemming | toestemming nieuwsbrief",
        "status": "abonneestatus",
        "opt_out": "afgemeld | uitgeschreven | niet mailen | niet benaderen",
        "tags": "categorieën | trefwoorden",
        "lists": "lijsten | groepen",
    },
    weak={
        "last_name": "naam",
        "salutation": "titel",
        "job_title": "titel | beroep",
        "consent_email": "nieuwsbrief",
        "tags": "categorie",
        "lists": "lijst | groep",
    },
    qualifiers={
        Qualifier.HOME: "thuis | privé | persoonlijk",
        Qualifier.WORK: "werk | zakelijk | kantoor",
        Qualifier.PRIMARY: "primair | primaire | hoofd",
        Qualifier.SECOND: "secundair | tweede | alternatief | extra",
        Qualifier.OTHER: "overig | overige | ander | andere",
        Qualifier.BILLING: "factuur | facturatie",
        Qualifier.SHIPPING: "bezorg | aflever | verzend",
        Qualifier.SOMEONE: "assistent | partner | eigenaar | leidinggevende | accountmanager | ouder",
    },
    owners="klant | contactpersoon | deelnemer | abonnee | lid",
    fillers="de | het | een | en | van",
    unrelated="gebruikersnaam | huisnummer | tussenvoegsel | geboorteplaats",
)
