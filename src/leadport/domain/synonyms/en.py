"""English header words, and the technical names that programs of every country write."""

from __future__ import annotations

from leadport.domain.synonyms.language import Language, Qualifier

ENGLISH = Language(
    strong={
        "email": "email | email address | e-mail | mail | mail address | email value | email addr | email id",
        "email_secondary": "secondary email | email secondary",
        "first_name": "first name | given name | forename | fname | first | christian name",
        "middle_name": "middle name | additional name | middle | mname | middle initial",
        "last_name": "last name | surname | family name | lname | last",
        "full_name": "full name | name | display name | first and last name | complete name",
        "salutation": "salutation | name prefix | honorific | courtesy title",
        "suffix": "suffix | name suffix",
        "nickname": "nickname | nick name | nick",
        "company": (
            "company | company name | organization | organisation | organization name | organisation name"
            " | account name | employer | business name | associated company | company organization"
        ),
        "department": "department | dept",
        "job_title": (
            "job title | position | job position | job role | organization title | designation | title position"
        ),
        "phone": (
            "phone | phone number | telephone | telephone number | tel | tel no | phone no | contact number"
            " | phone value"
        ),
        "phone_secondary": (
            "phone 2 | phone number 2 | telephone 2 | secondary phone | second phone | alternate phone"
            " | alternative phone | additional phone | secondary phone number"
        ),
        "phone_mobile": (
            "mobile | mobile phone | mobile number | cell | cell phone | cell number | cellular"
            " | mobile phone number | cell phone number | mobile telephone"
        ),
        "address": (
            "address | street | street address | address line 1 | address 1 | street 1 | address line"
            " | street address 1 | address line one | addr | addr 1 | street line 1"
        ),
        "address2": (
            "address 2 | address line 2 | street 2 | street address 2 | address line two | addr 2 | street line 2"
            " | apt suite"
        ),
        "city": "city | town | city town | town city | locality",
        "state": (
            "state | province | region | state province | province state | state region | region state | county"
            " | state county | prefecture"
        ),
        "zip": (
            "zip | zip code | postal code | post code | zip postal code | postal zip code | postcode zip | zip postal"
        ),
        "country": "country | country region | country name | nation",
        "website": "website | web site | web page | homepage | home page | website url | web address | url",
        "linkedin_url": "linkedin | linkedin url | linkedin profile | linkedin profile url | linkedin link",
        "birthday": "birthday | date of birth | birth date | dob | bday",
        "gender": "gender | sex",
        "language": "language | lang | locale | preferred language",
        "timezone": "timezone | time zone | tz",
        "latitude": "latitude | lat",
        "longitude": "longitude | lng | lon",
        "ip": (
            "ip | ip address | optin ip | signup ip | customer ip address | registration ip | subscriber ip | client ip"
        ),
        "signup_date": (
            "created | created at | create date | created date | date created | created time | created on"
            " | creation date | created utc | person created | contact created | date added | added | added at"
            " | added on | added time | signup date | sign up date | signed up | signed up at | signup time"
            " | subscribed at | subscribed on | subscribe date | subscription date | date subscribed | optin time"
            " | optin date | opt in date | joined | join date | date joined | joined at | registered"
            " | registered at | registration date | connected on | member since | customer since"
        ),
        "confirm_date": (
            "confirm time | confirmed at | confirm date | confirmation date | confirmation time | confirmed on"
        ),
        "updated_at": (
            "updated at | last changed | last modified | last modified date | last modified time | modified"
            " | modified at | modified time | modified date | date modified | updated | last updated | last update"
            " | date updated | update date | updated time | updated on | modification date"
        ),
        "unsubscribed_at": (
            "unsub time | unsubscribed at | unsubscribed on | unsubscribe date | unsubscribe time"
            " | date unsubscribed | unsubscription date | stop time | opt out date | optout date | opted out at"
            " | unsubscribed date"
        ),
        "unsubscribe_reason": (
            "unsub reason | unsubscribe reason | unsubscription reason | reason for unsubscribing | opt out reason"
        ),
        "bounced_at": "clean time | bounced at | bounce date | cleaned at | bounce time | bounced on",
        "deleted_at": "deleted at | deleted on | deletion date | date deleted",
        "source": "source | lead source | signup source | contact source | original source | source name",
        "external_id": (
            "id | customer id | subscriber id | record id | contact id | external id | person id | lead id"
            " | member id | client id | customer number | member number"
        ),
        "total_spent": (
            "total spent | total spend | lifetime value | customer lifetime value | ltv | lifetime spend | amount spent"
        ),
        "orders_count": "orders count | order count | total orders | number of orders | payment count | orders",
        "lead_status": "lead status",
        "notes": "notes | note | comments | comment | remarks | customer note | customer notes | additional notes",
        "consent_email": (
            "accepts marketing | accepts email marketing | accepts marketing emails | marketing consent"
            " | email consent | email opt in | opt in | email optin | newsletter opt in | marketing opt in"
            " | subscribed to emails | consent | gdpr consent | email permission status | email permission"
            " | email marketing consent | is subscribed | opted in | newsletter consent | accepts newsletter"
        ),
        "consent_sms": (
            "accepts sms marketing | sms consent | sms opt in | sms optin | sms marketing consent | text consent"
        ),
        "status": (
            "status | email status | subscription status | subscriber status | marketing status | mail status"
            " | contact status | email marketing status | subscriber state | email subscription status"
            " | status file name | email blacklisted | email disabled | stop status"
        ),
        "opt_out": (
            "opt out | email opt out | opted out | opted out of email | has opted out of email | email opted out"
            " | unsubscribed | unsubscribed from all email | unsubscribed from all emails | globally unsubscribed"
            " | do not mail | do not email | do not contact | do not send | no email | no emails | blacklisted"
            " | marketing opt out | opt out of email | unsubscribe | suppressed | is unsubscribed"
            " | opted out of all email | blocklisted | email blocklisted | dnc"
        ),
        "tags": "tags | tag | labels | categories | group membership",
        "lists": (
            "lists | list | email lists | mailing lists | mailing list | groups | customer group | segments"
            " | list name | list names"
        ),
        "custom_json": "attributes | data | custom fields | custom attributes | metadata | properties",
    },
    weak={
        "email": "subscriber | contact | recipient",
        "first_name": "name",
        "last_name": "name",
        "salutation": "title | prefix",
        "company": "business | firm | account",
        "job_title": "title | job | role | occupation | profession",
        "phone": "sms | contact no | number",
        "phone_mobile": "whatsapp | whatsapp number | sms number",
        "state": "province code | state code | region code",
        "country": "country code | cc | country id | country iso | country iso code",
        "website": "web | site | webpage url | blog",
        "linkedin_url": "url | profile url",
        "location": "location",
        "signup_date": "subscribed | date | timestamp | submitted at | submission date",
        "unsubscribed_at": "unsubscribed",
        "bounced_at": "bounced | cleaned",
        "deleted_at": "deleted",
        "consent_email": "subscribed | newsletter",
        "status": "state | subscribed status",
        "opt_out": "bounced | email bounced | spam complaint | complained | invalid email",
        "external_id": "user id | uid | uuid | key",
        "notes": "description | misc | info | memo | about",
        "tags": "category | label | interests",
        "lists": "group | segment | audience | audiences",
    },
    qualifiers={
        Qualifier.HOME: "home | personal | private",
        Qualifier.WORK: "work | business | office | professional",
        Qualifier.PRIMARY: "primary | main | preferred | principal",
        Qualifier.SECOND: "secondary | second | alternate | alternative | additional | alt | backup | nd",
        Qualifier.OTHER: "other",
        Qualifier.BILLING: "billing | invoice | payer",
        Qualifier.SHIPPING: "shipping | delivery",
        Qualifier.POSTAL: "mailing | postal | address | default",
        Qualifier.COMPANY: "company | companys | organization | organisation | corporate | firm | headquarters | hq",
        Qualifier.SOMEONE: (
            "manager | managers | assistant | assistants | spouse | spouses | owner | owners | partner | partners"
            " | referrer | referrers | referred | referral | emergency | parent | parents | father | mother"
            " | child | boss | supervisor | rep | representative | agent | sender | from | reply | recruiter"
            " | friend | guardian | salesperson | seller | sales | coach | sponsor | author | creator | admin"
            " | advisor | adviser | colleague | assignee | assigned | staff | vendor | by"
        ),
    },
    owners=(
        "contact | contacts | person | people | lead | customer | subscriber | member | user | client | attendee"
        " | participant | guest | donor | student | buyer | profile | applicant | recipient | respondent"
        " | registrant | shopper | prospect | employee"
    ),
    fillers=(
        "the | your | my | please | enter | what | is | s | of | a | their | his | her | optional | required | utc"
        " | gmt"
    ),
    unrelated=(
        "user name | username | login | nameday | surnames yomi | email type | email label | email domain"
        " | company id | account id | account owner | subscription id | order name | product name | street number"
        " | house number | country calling code | phone extension | page url | contact us | state id | list id"
        " | tag id | source id | city id"
    ),
)
