"""Invented people in many languages, and files of them as exports would be written."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

# First name, last name, city; each language with enough letters of its own to be told from its neighbours.
PEOPLE: dict[str, tuple[tuple[str, str, str], ...]] = {
    "English": (("Ann", "Lee", "Hull"), ("Bob", "O'Neil", "York"), ("Cy", "D'Arcy-Moe", "Bath")),
    "German": (
        ("Jürgen", "Müller", "Köln"),
        ("Käthe", "Weiß", "Nürnberg"),
        ("Björn", "Schäfer", "München"),
        ("Sören", "Großmann", "Lübeck"),
        ("Änne", "Böhme", "Görlitz"),
    ),
    "French": (
        ("Hélène", "Lefèvre", "Besançon"),
        ("François", "Benoît", "Nîmes"),
        ("Zoë", "Garçon", "Sète"),
        ("Chloé", "Géraud", "Angoulême"),
        ("Étienne", "Rivière", "Orléans"),
    ),
    "Spanish": (
        ("José", "Muñoz", "Córdoba"),
        ("María", "Ibáñez", "Málaga"),
        ("Raúl", "Peña", "León"),
        ("Inés", "Gutiérrez", "Cádiz"),
        ("Andrés", "Núñez", "Logroño"),
    ),
    "Portuguese": (
        ("João", "Conceição", "São Paulo"),
        ("Inês", "Araújo", "Brasília"),
        ("Luís", "Gonçalves", "Évora"),
        ("Antônio", "Simões", "Goiânia"),
        ("Fátima", "Brandão", "Portimão"),
    ),
    "Scandinavian": (
        ("Åse", "Sørensen", "København"),
        ("Jørgen", "Kjær", "Århus"),
        ("Bjørn", "Nygård", "Tromsø"),
        ("Øyvind", "Sætre", "Bodø"),
        ("Søren", "Grønbæk", "Helsingør"),
    ),
    "Swedish": (
        ("Åsa", "Sjöström", "Malmö"),
        ("Göran", "Bäckström", "Västerås"),
        ("Märta", "Ångström", "Linköping"),
        ("Örjan", "Lindström", "Jönköping"),
        ("Pär", "Sjögren", "Luleå"),
    ),
    "Polish": (
        ("Małgorzata", "Dąbrowska", "Łódź"),
        ("Świętosława", "Wójcik", "Gdańsk"),
        ("Łukasz", "Wiśniewski", "Poznań"),
        ("Grażyna", "Jabłońska", "Wrocław"),
        ("Zdzisław", "Żółkiewski", "Częstochowa"),
    ),
    "Czech": (
        ("Tomáš", "Dvořák", "Plzeň"),
        ("Žaneta", "Novotná", "Děčín"),
        ("Štěpán", "Černý", "Jičín"),
        ("Jiří", "Růžička", "Ústí"),
        ("Zdeněk", "Kučera", "České Budějovice"),
    ),
    "Hungarian": (
        ("László", "Szűcs", "Győr"),
        ("Erzsébet", "Kővári", "Székesfehérvár"),
        ("Ödön", "Török", "Tatabánya"),
        ("Gergő", "Fűzfői", "Hódmezővásárhely"),
        ("Ágnes", "Bíró", "Pécs"),
    ),
    "Russian": (
        ("Пётр", "Иванов", "Москва"),
        ("Ольга", "Смирнова", "Казань"),
        ("Юрий", "Щербаков", "Челябинск"),
        ("Наталья", "Кузнецова", "Екатеринбург"),
        ("Дмитрий", "Попов", "Новосибирск"),
    ),
    "Ukrainian": (
        ("Олексій", "Шевченко", "Київ"),
        ("Наталія", "Ковальчук", "Львів"),
        ("Євген", "Бондаренко", "Чернігів"),
        ("Ірина", "Ткаченко", "Вінниця"),
        ("Сергій", "Мельник", "Запоріжжя"),
    ),
    "Greek": (
        ("Γιώργος", "Παπαδόπουλος", "Αθήνα"),
        ("Ελένη", "Νικολάου", "Θεσσαλονίκη"),
        ("Χρήστος", "Αντωνίου", "Πάτρα"),
        ("Μαρία", "Γεωργίου", "Ηράκλειο"),
        ("Δημήτρης", "Κωνσταντίνου", "Λάρισα"),
    ),
    "Turkish": (
        ("Ayşe", "Yılmaz", "İstanbul"),
        ("Gökhan", "Çelik", "Eskişehir"),
        ("Çağla", "Öztürk", "Muğla"),
        ("Işıl", "Şahin", "Kırıkkale"),
        ("Doğan", "Güneş", "Ağrı"),
    ),
    "Lithuanian": (
        ("Jūratė", "Kazlauskienė", "Šiauliai"),
        ("Ąžuolas", "Žukauskas", "Kėdainiai"),
        ("Rūta", "Petraitytė", "Panevėžys"),
        ("Gintarė", "Šimkūnaitė", "Rokiškis"),
        ("Ričardas", "Čepulis", "Mažeikiai"),
    ),
    "Latvian": (
        ("Jānis", "Bērziņš", "Rīga"),
        ("Līga", "Kalniņa", "Jēkabpils"),
        ("Kārlis", "Ozoliņš", "Liepāja"),
        ("Ilze", "Krūmiņa", "Rēzekne"),
        ("Ģirts", "Šķēle", "Valmiera"),
    ),
    "Japanese": (
        ("花子", "佐藤", "東京都港区"),
        ("さくら", "鈴木", "大阪市"),
        ("ケンタ", "高橋", "札幌市"),
        ("直樹", "渡辺", "横浜市"),
        ("ユミ", "小林", "名古屋市"),
    ),
    "Simplified Chinese": (
        ("伟", "王", "北京市朝阳区"),
        ("娜", "李", "上海市"),
        ("敏", "张", "广州市天河区"),
        ("志强", "刘", "武汉市"),
        ("秀英", "陈", "成都市"),
    ),
    "Traditional Chinese": (
        ("怡君", "陳", "台北市信義區"),
        ("志明", "林", "高雄市"),
        ("淑芬", "黃", "新竹縣"),
        ("俊宏", "張", "台中市"),
        ("雅婷", "劉", "台南市"),
    ),
    "Korean": (
        ("민수", "김", "서울시 강남구"),
        ("영희", "이", "부산시"),
        ("지훈", "박", "대전시"),
        ("수진", "최", "광주시"),
        ("현우", "정", "인천시"),
    ),
    "Hebrew": (
        ("יעקב", "כהן", "ירושלים"),
        ("רחל", "לוי", "תל אביב"),
        ("משה", "מזרחי", "חיפה"),
        ("שרה", "פרץ", "באר שבע"),
        ("דוד", "ביטון", "נתניה"),
    ),
    "Arabic": (
        ("محمد", "أحمد", "القاهرة"),
        ("فاطمة", "علي", "الرياض"),
        ("خالد", "عبد الله", "دبي"),
        ("سعاد", "حسن", "الدار البيضاء"),
        ("يوسف", "إبراهيم", "تونس"),
    ),
    "Thai": (
        ("สมชาย", "ใจดี", "กรุงเทพ"),
        ("สมหญิง", "รักไทย", "เชียงใหม่"),
        ("ประเสริฐ", "ศรีสุข", "ขอนแก่น"),
        ("มาลี", "แก้วใส", "ภูเก็ต"),
        ("วิชัย", "ทองดี", "นครราชสีมา"),
    ),
}

ENCODINGS: dict[str, tuple[str, ...]] = {
    "German": ("cp1252", "iso-8859-1", "iso-8859-15", "mac-roman", "cp850", "cp437", "cp1250", "iso-8859-2", "cp1254"),
    "French": ("cp1252", "iso-8859-1", "iso-8859-15", "mac-roman", "cp850"),
    "Spanish": ("cp1252", "iso-8859-1", "iso-8859-15", "mac-roman", "cp850"),
    "Portuguese": ("cp1252", "iso-8859-1", "iso-8859-15", "mac-roman", "cp850"),
    "Scandinavian": ("cp1252", "iso-8859-1", "iso-8859-15", "mac-roman", "cp850"),
    "Swedish": ("cp1252", "iso-8859-1", "iso-8859-15", "mac-roman", "cp850", "cp437"),
    "Polish": ("cp1250", "iso-8859-2", "cp852"),
    "Czech": ("cp1250", "iso-8859-2", "cp852"),
    "Hungarian": ("cp1250", "iso-8859-2"),
    "Russian": ("cp1251", "koi8-r", "cp866", "iso-8859-5", "mac-cyrillic"),
    "Ukrainian": ("cp1251", "mac-cyrillic"),
    "Greek": ("cp1253", "iso-8859-7"),
    "Turkish": ("cp1254", "iso-8859-9"),
    "Lithuanian": ("cp1257", "iso-8859-13"),
    "Latvian": ("cp1257",),
    "Japanese": ("cp932", "shift_jis", "euc-jp"),
    "Simplified Chinese": ("gb18030", "gbk", "gb2312"),
    "Traditional Chinese": ("big5", "cp950"),
    "Korean": ("euc_kr", "cp949"),
    "Hebrew": ("cp1255", "iso-8859-8"),
    "Arabic": ("cp1256",),
    "Thai": ("cp874",),
}
"""The encodings in which lists in these languages come."""


@dataclass(frozen=True, kw_only=True)
class Style:
    """How a program writes its exports."""

    delimiter: str = ","
    line_end: str = "\r\n"
    quote_all: bool = False


def table_text(*, rows: Sequence[Sequence[str]], style: Style) -> str:
    """The rows as one text."""
    out = io.StringIO()
    quoting: Literal[0, 1] = csv.QUOTE_ALL if style.quote_all else csv.QUOTE_MINIMAL
    csv.writer(out, delimiter=style.delimiter, lineterminator=style.line_end, quoting=quoting).writerows(rows)
    return out.getvalue()


def row_for(*, header: Sequence[str], email: str, number: int, language: str) -> list[str]:
    """A person's record under a header: the address in its column, some other cells filled by what their names say."""
    first, last, city = PEOPLE[language][number % len(PEOPLE[language])]
    filled = {
        "first": first,
        "given": first,
        "last": last,
        "family": last,
        "city": city,
        "address": f"{city} {number}, 2nd floor",
        "tags": "vip, tea; cake",
        "date": f"2024-03-{number % 28 + 1:02} 10:15:00",
        "time": f"2024-03-{number % 28 + 1:02} 10:15:00",
        "total": f"{number},50",
        "id": str(7000 + number),
        "phone": f"+44 20 7946 {number:04}",
    }
    cells: list[str] = []
    for name in header:
        if name == email:
            cells.append(f"person{number}@example.com")
        elif "mail" in name.lower():
            cells.append("")
        else:
            cells.append(
                next((value for word, value in filled.items() if word in name.lower()), last if number % 2 else "")
            )
    return cells
