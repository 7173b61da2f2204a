"""Spanish header words."""

from __future__ import annotations

from leadport.domain.synonyms.language import Language, Qualifier

SPANISH = Language(
    strong={
        "email": (
            "correo | correo electrónico | dirección de correo electrónico | dirección de correo | correo e"
            " | dirección email | dirección del correo electrónico | dirección de email"
        ),
        "first_name": "nombre | nombres | primer nombre | nombre de pila",
        "middle_name": "segundo nombre",
        "last_name": "apellidos | apellido | primer apellido",
        "full_name": (
            "nombre completo | nombre y apellidos | nombre en pantalla | nombre para mostrar | nombre y apellido"
        ),
        "salutation": "tratamiento | saludo",
        "suffix": "sufijo",
        "nickname": "apodo",
        "company": "empresa | organización | compañía | nombre de la empresa | razón social",
        "department": "departamento",
        "job_title": "puesto | cargo | puesto de trabajo",
        "phone": "teléfono | número de teléfono | teléfono fijo | tlf | tfno | número telefónico",
        "phone_mobile": "móvil | celular | teléfono móvil | teléfono celular | número de móvil | número de celular",
        "address": "dirección | calle | dirección postal | domicilio",
        "address2": "dirección 2 | línea de dirección 2 | complemento de dirección",
        "city": "ciudad | localidad | población | municipio",
        "state": "provincia | provincia o estado | región | comunidad autónoma | estado o provincia",
        "zip": "código postal | cod postal",
        "country": "país | país o región",
        "website": "página web | sitio web",
        "birthday": "cumpleaños | fecha de nacimiento",
        "gender": "género | sexo",
        "language": "idioma",
        "timezone": "zona horaria | huso horario",
        "ip": "dirección ip",
        "signup_date": (
            "fecha de alta | fecha de registro | fecha de creación | creado | creado el | fecha de suscripción"
            " | fecha de inscripción"
        ),
        "confirm_date": "fecha de confirmación",
        "updated_at": (
            "última modificación | fecha de modificación | actualizado | última actualización | fecha de actualización"
        ),
        "unsubscribed_at": "fecha de baja",
        "unsubscribe_reason": "motivo de baja",
        "source": "fuente",
        "external_id": "id cliente | número de cliente | código de cliente | id de cliente",
        "total_spent": "total gastado",
        "orders_count": "número de pedidos",
        "notes": "notas | observaciones | comentarios | comentario | nota",
        "consent_email": "consentimiento | acepta marketing | acepta publicidad | acepta boletín",
        "status": "estado de suscripción | estado del correo | estado del suscriptor",
        "opt_out": "dado de baja | no contactar | no enviar | lista negra | desuscrito",
        "tags": "categorías | etiquetas",
        "lists": "listas | grupos",
    },
    weak={
        "full_name": "nombre",
        "salutation": "título",
        "job_title": "título | profesión | ocupación",
        "state": "estado",
        "zip": "cp",
        "country": "código de país | código país",
        "status": "estado",
        "signup_date": "alta",
        "source": "origen",
        "opt_out": "baja",
        "consent_email": "boletín",
        "notes": "información",
        "tags": "categoría | etiqueta",
        "lists": "lista | grupo",
    },
    qualifiers={
        Qualifier.HOME: "domicilio | residencia | personal | particular | casa | privado | privada",
        Qualifier.WORK: "trabajo | laboral | oficina | profesional",
        Qualifier.PRIMARY: "principal",
        Qualifier.SECOND: "secundario | secundaria | alternativo | alternativa | adicional",
        Qualifier.OTHER: "otra | otro",
        Qualifier.BILLING: "facturación",
        Qualifier.SHIPPING: "envío | entrega",
        Qualifier.COMPANY: "empresa | compañía",
        Qualifier.SOMEONE: (
            "asistente | director | jefe | cónyuge | propietario | responsable | gerente | padre | madre"
            " | remitente | vendedor"
        ),
    },
    owners="cliente | contacto | suscriptor | persona",
    fillers="de | del | el | la | los | las | en | y | o | su | tu",
    unrelated=(
        "nombre de usuario | nombre del director | año de nacimiento | mes de nacimiento | día de nacimiento"
        " | lugar de nacimiento"
    ),
)
