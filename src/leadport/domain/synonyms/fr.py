"""French header words."""

from __future__ import annotations

from leadport.domain.synonyms.language import Language, Qualifier

FRENCH = Language(
    strong={
        "email": (
            "adresse email | adresse e-mail | adresse mail | courriel | adresse de messagerie"
            " | adresse électronique | mél | adresse courriel | e-mail | adresse de courriel"
        ),
        "first_name": "prénom",
        "middle_name": "deuxième prénom | second prénom",
        "last_name": "nom | nom de famille",
        "full_name": "nom complet | nom à afficher | nom et prénom | prénom et nom | nom affiché",
        "salutation": "civilité",
        "suffix": "suffixe",
        "nickname": "surnom | pseudo",
        "company": "société | entreprise | organisation | raison sociale | nom de la société | nom de l'entreprise",
        "department": "service",
        "job_title": "poste | fonction | intitulé du poste | titre du poste",
        "phone": "téléphone | tél | numéro de téléphone | téléphone fixe | n° de téléphone | n° tél | numéro tél",
        "phone_mobile": (
            "portable | téléphone portable | tél mobile | téléphone mobile | gsm | numéro de portable"
            " | tél portable | mobile"
        ),
        "address": "adresse | rue | adresse postale | adresse 1 | adresse ligne 1 | numéro et rue",
        "address2": "complément d'adresse | adresse 2 | adresse ligne 2 | complément adresse",
        "city": "ville | commune | localité",
        "state": "région | dép/région | département région | province",
        "zip": "code postal",
        "country": "pays | pays/région",
        "website": "site web | page web | site internet",
        "birthday": "anniversaire | date de naissance | né le | née le",
        "gender": "sexe",
        "language": "langue",
        "timezone": "fuseau horaire",
        "ip": "adresse ip",
        "signup_date": (
            "date d'inscription | inscrit le | créé le | date de création | date d'ajout | ajouté le | date inscription"
        ),
        "confirm_date": "confirmé le | date de confirmation",
        "updated_at": (
            "modifié le | date de modification | dernière modification | mis à jour le | date de mise à jour"
        ),
        "unsubscribed_at": "date de désinscription | désinscrit le | désabonné le | date de désabonnement",
        "unsubscribe_reason": "motif de désinscription | raison de désinscription",
        "source": "provenance",
        "external_id": "numéro client | id client | n° client | code client | identifiant client",
        "total_spent": "total dépensé",
        "orders_count": "nombre de commandes",
        "notes": "notes | remarques | remarque | commentaires | commentaire",
        "consent_email": "consentement | consentement email | accepte la newsletter | consentement marketing",
        "status": "statut | statut email | statut d'abonnement",
        "opt_out": "désinscrit | désabonné | ne pas contacter | liste noire | blacklisté",
        "tags": "catégories | étiquettes | mots clés",
        "lists": "listes | groupes",
    },
    weak={
        "full_name": "nom",
        "salutation": "titre",
        "job_title": "titre | profession | métier",
        "state": "département | état",
        "zip": "cp",
        "country": "code pays",
        "gender": "genre",
        "signup_date": "inscription",
        "source": "origine",
        "external_id": "identifiant",
        "notes": "infos | information",
        "tags": "catégorie | étiquette",
        "lists": "liste | groupe",
    },
    qualifiers={
        Qualifier.HOME: "domicile | privé | privée | personnel | personnelle | perso",
        Qualifier.WORK: "bureau | professionnel | professionnelle | pro | travail",
        Qualifier.PRIMARY: "principal | principale",
        Qualifier.SECOND: "secondaire | deuxième",
        Qualifier.OTHER: "autre",
        Qualifier.BILLING: "facturation",
        Qualifier.SHIPPING: "livraison",
        Qualifier.COMPANY: "société | entreprise | siège",
        Qualifier.SOMEONE: (
            "assistant | assistante | responsable | conjoint | conjointe | propriétaire | parrain | commercial"
            " | expéditeur | directeur | gestionnaire | parent | père | mère"
        ),
    },
    owners="client | abonné | membre | destinataire",
    fillers="de | du | des | la | le | les | d | l | à | et | votre",
    unrelated=(
        "nom d'utilisateur | nom de l'assistant | nom d'entreprise id | nom de jeune fille | année de naissance"
        " | lieu de naissance"
    ),
)
