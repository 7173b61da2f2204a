"""How unlikely a character of Chinese, Japanese or Korean text is, so that encodings can be weighed."""

from __future__ import annotations

_SIMPLIFIED = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏方白邹孟熊秦邱江尹薛段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴"
    "明华国文建军平伟芳娜秀英敏静丽强磊洋艳勇杰娟涛超霞刚桂红玉玲志小春东海北京上市省区县路街号楼室中大学公司有限科技电子邮件箱地址姓名联系人手机话先生女士部门经理客户备注南西广州深圳杭成都天津重庆武汉"
    "的一是不了我在他这来个到说们为和你出道也时年得就那要下以会自着去之过家对可里后么心多而能好都然没日起还发事只作当想看无开十用主行又如前所本见头面同三已老从动两长新信息业务商品服集团"
)
_TRADITIONAL = frozenset(
    "王李張劉陳楊黃趙吳周徐孫馬朱胡郭何高林羅鄭梁謝宋唐許韓馮鄧曹彭曾田董袁潘蔣蔡余葉程蘇魏呂丁任沈姚盧姜崔鍾譚陸汪范金石廖賈夏方白鄒"
    "台臺北市縣區路街號樓室中大學公司有限電子郵件地址姓名聯絡人手機電話先生女士部門經理客戶備註新竹高雄南港灣信義民權忠孝東西段巷弄淑芬雅婷怡君志明俊宏建美惠玲文華國英家豪宗翰佳穎"
    "的一是不了我在他這來上個到說們為和你出道也時年得就那要下以會自著去之過對可里後麼心多天而能好都然沒日於起還發成事只作當想看無開用主行又如前所本見頭面同三已老從動兩長業務商品服集團"
)
_JAPANESE = frozenset(
    "佐藤鈴木高橋田中伊渡辺山本村小林加吉口松井上斎清水阿部森池石川前岡後長谷近坂遠青福西島竹金原和東京都大阪府市区町県丁目番地号会社株式電話郵便住所氏名姓性別男女日語様担当者課営業総務"
    "子美一郎太介恵由香直樹健輔陽真花桜翔結愛優拓也哲博之隆明弘正義雄三二北海道神奈横浜名古屋広仙台札幌千葉埼玉"
)
_KOREAN = frozenset(
    "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지수현영은경미혜희숙자순선연원준재호동철상병태석훈규대국울시군로길부산인천광이름메일주소화번호회사직책담당객님식"
    "가나다라마바사아카타파는을를의에도와과그저것들있없만으면려해게어여요기리보비세스트드인도시니더모반발방속건강남"
)
_KANA, _HALF_KANA, _HALF_KANA_RUN = 3.6, 6.5, 4.2
_COMMON, _LEVEL_ONE, _LEVEL_TWO, _OUTSIDE, _PRIVATE = 4.3, 7.0, 10.0, 11.5, 14.0
_WIDE_SIGNS = frozenset("\u3000、。・「」『』（）！？：；，．－ー〒々")


def character_cost(*, sign: str, beside: str, encoding: str) -> float:
    """The cost (a negative logarithm) of `sign` after `beside` in cp932, gb18030, cp950 or cp949."""
    if sign in _WIDE_SIGNS:
        return 5.0
    if "\ue000" <= sign <= "\uf8ff":
        return _PRIVATE
    if "\u3041" <= sign <= "\u30fe":
        return _KANA if encoding in {"cp932", "euc-jp"} else _LEVEL_ONE
    if "\uff01" <= sign <= "\uff9f":
        return _half_or_full_width(sign, beside)
    if "\uac00" <= sign <= "\ud7a3":
        return _hangul(sign)
    return _ideograph(sign, encoding) if "\u4e00" <= sign <= "\u9fff" else _OUTSIDE


def _half_or_full_width(sign: str, beside: str) -> float:
    """Half-width katakana come in runs; a lone one is half of another character."""
    if sign <= "\uff5e":
        return 8.0
    return _HALF_KANA_RUN if "\uff61" <= beside <= "\uff9f" else _HALF_KANA


def _hangul(sign: str) -> float:
    if sign in _KOREAN:
        return _COMMON
    return 6.3 if sign.encode("euc_kr", errors="ignore") else _LEVEL_TWO


def _ideograph(sign: str, encoding: str) -> float:
    """The standards put frequent ideographs first, so the first byte tells how common one is."""
    if encoding == "cp949":
        return _LEVEL_TWO
    common, codec, last = {
        "cp932": (_JAPANESE, "cp932", 0x98),
        "euc-jp": (_JAPANESE, "cp932", 0x98),
        "gb18030": (_SIMPLIFIED, "gb2312", 0xD7),
        "cp950": (_TRADITIONAL, "cp950", 0xC6),
    }[encoding]
    if sign in common:
        return _COMMON
    written = sign.encode(codec, errors="ignore")
    if not written:
        return _OUTSIDE
    return _LEVEL_ONE if written[0] <= last else _LEVEL_TWO
