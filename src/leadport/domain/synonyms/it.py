"""Italian header words."""

from __future__ import annotations

from leadport.domain.synonyms.language import Language, Qualifier

ITALIAN = Language(
    strong={
        "email": (
            "indirizzo email | indirizzo e-mail | posta elettronica | indirizzo di posta elettronica | indirizzo mail"
        ),
        "first_name": "nome | nome di battesimo",
        "middle_name": "secondo nome",
        "last_name": "cognome",
        "full_name": "nome completo | nome e cognome | nome visualizzato | nominativo | cognome e nome",
        "salutation": "appellativo | titolo di cortesia",
        "suffix": "suffisso",
        "nickname": "soprannome",
        "company": "azienda | società | ragione sociale | ditta | organizzazione | impresa | nome azienda",
        "department": "reparto",
        "job_title": "posizione | qualifica | ruolo | mansione | posizione lavorativa",
        "phone": "telefono | numero di telefono | telefono fisso | numero telefono",
        "phone_mobile": "cellulare | telefono cellulare | numero di cellulare | numero cellulare | mobile",
        "address": "indirizzo | via | indirizzo postale",
        "address2": "indirizzo 2 | indirizzo riga 2",
        "city": "città | comune | località",
        "state": "provincia | regione",
        "zip": "cap | codice postale | codice di avviamento postale",
        "country": "paese | nazione | paese/area geografica",
        "website": "sito web | sito internet | pagina web",
        "birthday": "data di nascita | compleanno",
        "gender": "sesso",
        "language": "lingua",
        "timezone": "fuso orario",
        "ip": "indirizzo ip",
        "signup_date": (
            "data di iscrizione | data iscrizione | data creazione | creato il | iscritto il"
            " | data di registrazione | data di creazione | data registrazione | aggiunto il"
        ),
        "confirm_date": "data conferma | data di conferma",
        "updated_at": "ultima modifica | modificato il | data modifica | aggiornato il | data di modifica",
        "unsubscribed_at": "data disiscrizione | data di disiscrizione",
        "source": "fonte | provenienza",
        "external_id": "id cliente | codice cliente | numero cliente",
        "total_spent": "totale speso",
        "orders_count": "numero ordini | numero di ordini",
        "notes": "note | commenti | commento | osservazioni",
        "consent_email": "consenso | consenso marketing | consenso newsletter",
        "status": "stato iscrizione | stato email",
        "opt_out": "disiscritto | non contattare",
        "tags": "categorie | etichette",
        "lists": "liste | gruppi | elenchi",
    },
    weak={
        "full_name": "nome",
        "salutation": "titolo",
        "job_title": "titolo | professione",
        "website": "sito",
        "gender": "genere",
        "source": "origine",
        "tags": "categoria | etichetta",
        "lists": "lista | gruppo | elenco",
    },
    qualifiers={
        Qualifier.HOME: "casa | abitazione | privato | privata | personale | domicilio",
        Qualifier.WORK: "lavoro | ufficio | aziendale | lavorativo | lavorativa",
        Qualifier.PRIMARY: "principale",
        Qualifier.SECOND: "secondario | secondaria | alternativo | alternativa",
        Qualifier.OTHER: "altro | altra",
        Qualifier.BILLING: "fatturazione",
        Qualifier.SHIPPING: "spedizione | consegna",
        Qualifier.SOMEONE: "responsabile | assistente | coniuge | proprietario | venditore | mittente | padre | madre",
    },
    owners="cliente | contatto | iscritto | utente | referente",
    fillers="di | del | della | dello | il | e | la",
    unrelated="nome utente | luogo di nascita | numero civico",
)
