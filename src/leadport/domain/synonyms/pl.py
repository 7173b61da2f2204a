"""Polish header words."""

from __future__ import annotations

from leadport.domain.synonyms.language import Language, Qualifier

POLISH = Language(
    strong={
        "email": "adres e-mail | adres email | poczta elektroniczna | adres poczty elektronicznej | adres mailowy",
        "first_name": "imię",
        "middle_name": "drugie imię",
        "last_name": "nazwisko",
        "full_name": "imię i nazwisko | nazwisko i imię | nazwa wyświetlana | pełne imię i nazwisko",
        "salutation": "zwrot grzecznościowy",
        "suffix": "sufiks",
        "nickname": "pseudonim | przydomek",
        "company": "firma | nazwa firmy | organizacja | przedsiębiorstwo",
        "department": "dział",
        "job_title": "stanowisko | stanowisko pracy | funkcja",
        "phone": "telefon | numer telefonu | nr telefonu | telefon stacjonarny",
        "phone_mobile": "telefon komórkowy | komórka | numer komórkowy | tel kom | numer telefonu komórkowego",
        "address": "adres | ulica | ulica i numer",
        "address2": "adres 2 | adres cd",
        "city": "miasto | miejscowość",
        "state": "województwo",
        "zip": "kod pocztowy | kod",
        "country": "kraj | państwo | kraj/region",
        "website": "strona www | strona internetowa | www | witryna",
        "birthday": "data urodzenia | urodziny",
        "gender": "płeć",
        "language": "język",
        "timezone": "strefa czasowa",
        "ip": "adres ip",
        "signup_date": "data zapisu | data dodania | data rejestracji | data utworzenia | utworzono | dodano",
        "confirm_date": "data potwierdzenia",
        "updated_at": "data modyfikacji | zmodyfikowano | ostatnia zmiana | data aktualizacji",
        "unsubscribed_at": "data wypisania | data wypisu",
        "source": "źródło",
        "external_id": "id klienta | numer klienta | nr klienta",
        "orders_count": "liczba zamówień",
        "notes": "notatki | notatka | uwagi | komentarz | komentarze",
        "consent_email": "zgoda | zgoda marketingowa | zgoda na newsletter",
        "status": "status subskrypcji",
        "opt_out": "wypisany | nie wysyłać",
        "tags": "tagi | kategorie | etykiety",
        "lists": "listy | grupy",
    },
    weak={
        "salutation": "tytuł",
        "job_title": "tytuł | zawód",
        "full_name": "nazwa",
        "tags": "kategoria",
        "lists": "lista | grupa",
    },
    qualifiers={
        Qualifier.HOME: "domowy | dom | prywatny | prywatna",
        Qualifier.WORK: "służbowy | służbowa | praca | firmowy | firmowa",
        Qualifier.PRIMARY: "główny | główna | podstawowy | podstawowa",
        Qualifier.SECOND: "drugi | druga | dodatkowy | dodatkowa | alternatywny | alternatywna",
        Qualifier.OTHER: "inny | inna | inne",
        Qualifier.BILLING: "rozliczeniowy | faktura | faktury",
        Qualifier.SHIPPING: "dostawa | dostawy | wysyłka | wysyłki",
        Qualifier.SOMEONE: (
            "menedżer | menedżera | kierownik | kierownika | asystent | asystenta | małżonek | opiekun | opiekuna"
            " | handlowiec"
        ),
    },
    owners="klient | kontakt | subskrybent",
    fillers="i | na",
    unrelated="nazwa użytkownika | numer domu | miejsce urodzenia",
)
