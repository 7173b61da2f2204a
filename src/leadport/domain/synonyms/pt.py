"""Portuguese header words, of Brazil and of Portugal."""

from __future__ import annotations

from leadport.domain.synonyms.language import Language, Qualifier

PORTUGUESE = Language(
    strong={
        "email": (
            "endereço de e-mail | endereço de email | correio eletrônico | correio eletrónico | e-mail | endereço email"
        ),
        "first_name": "nome | primeiro nome | nome próprio",
        "middle_name": "nome do meio",
        "last_name": "sobrenome | último nome | nome de família",
        "full_name": "nome completo | mostrar nome | nome de exibição | nome e sobrenome",
        "salutation": "tratamento | saudação",
        "suffix": "sufixo",
        "nickname": "alcunha",
        "company": "empresa | organização | companhia | razão social | nome da empresa",
        "department": "departamento | setor",
        "job_title": "cargo | função | posição",
        "phone": "telefone | fone | número de telefone | telefone fixo | número do telefone",
        "phone_mobile": (
            "celular | telemóvel | telefone celular | número de celular | telefone móvel | número do celular"
        ),
        "address": "endereço | rua | morada | logradouro",
        "address2": "complemento | endereço 2 | complemento do endereço",
        "city": "cidade | município | localidade",
        "state": "província | uf | região | estado/província",
        "zip": "cep | código postal",
        "country": "país | região/país | país/região",
        "website": "página web | página da web | site da web",
        "birthday": "aniversário | data de nascimento | data nascimento",
        "gender": "gênero | género | sexo",
        "language": "idioma | língua",
        "timezone": "fuso horário",
        "ip": "endereço ip",
        "signup_date": (
            "data de inscrição | data de cadastro | data de criação | criado em | data de registo | cadastrado em"
            " | inscrito em | data de registro | data do cadastro"
        ),
        "confirm_date": "data de confirmação | confirmado em",
        "updated_at": "atualizado em | última modificação | data de modificação | última atualização | modificado em",
        "unsubscribed_at": "data de cancelamento | descadastrado em",
        "source": "fonte",
        "external_id": "id cliente | código do cliente | número de cliente | id do cliente",
        "total_spent": "total gasto",
        "orders_count": "número de pedidos",
        "notes": "notas | observações | comentários | observação | comentário",
        "consent_email": "consentimento | aceita marketing | aceita newsletter",
        "status": "situação da inscrição | status da inscrição",
        "opt_out": "descadastrado | não contatar | não enviar | lista negra",
        "tags": "categorias | etiquetas | marcadores",
        "lists": "listas | grupos",
    },
    weak={
        "full_name": "nome",
        "nickname": "apelido",
        "last_name": "apelido",
        "salutation": "título",
        "job_title": "título | profissão | ocupação",
        "state": "estado | distrito",
        "status": "situação | estado",
        "birthday": "nascimento",
        "website": "site",
        "source": "origem",
        "notes": "informações",
        "tags": "categoria | etiqueta",
        "lists": "lista | grupo",
    },
    qualifiers={
        Qualifier.HOME: "casa | pessoal | residencial | particular",
        Qualifier.WORK: "comercial | trabalho | profissional | escritório",
        Qualifier.PRIMARY: "primário | primária | principal",
        Qualifier.SECOND: "secundário | secundária | alternativo | alternativa",
        Qualifier.OTHER: "outro | outra",
        Qualifier.BILLING: "cobrança | faturação | faturamento",
        Qualifier.SHIPPING: "entrega | envio",
        Qualifier.SOMEONE: (
            "assistente | gerente | cônjuge | responsável | proprietário | vendedor | pai | mãe | remetente"
        ),
    },
    owners="cliente | contato | contacto | inscrito",
    fillers="de | do | da | dos | das | e | o | a | seu",
    unrelated=(
        "nome de usuário | nome do gerente | nome do assistente | ano de nascimento | mês de nascimento"
        " | dia de nascimento"
    ),
)
