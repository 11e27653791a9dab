"""The names of languages by ISO 639-1 code: folded, in seven languages and their own.

Generated from Unicode CLDR (licence Unicode-3.0) as shipped by Babel 2.18; names shared by two languages are left out.
Aliases that CLDR does not have stand in `language.py`. `COUNTRY_LIKE` are the two-letter codes that are a language and,
in capitals, a country where hardly anybody speaks it (CLDR territory languages): `UK`, `BE`, `CA`.

>>> NAMES["francais"], NAMES["neerlandais"], "UK" in COUNTRY_LIKE, "FR" in COUNTRY_LIKE
('fr', 'nl', True, False)
"""

from __future__ import annotations

from typing import Final

__all__ = ["CODES", "COUNTRIES", "COUNTRY_LIKE", "NAMES"]

_TABLE: Final = """
aa: afar, qafar
ab: abkhazian, abkhaze, abchasisch, abjasio, abcaso, abchazisch, abcazio, аԥсшәа
ae: avestan, avestique, avestisch, avestico
af: afrikaans, africaner
ak: akan
am: amharic, amharique, amharisch, amarico, amhaars, አማርኛ
an: aragonese, aragonais, aragonesisch, aragones, aragonees
ar: arabic, arabe, arabisch, arabo, العربية
as: assamese, assamais, assamesisch, asames, assamees, assames, অসমীয়া
av: avaric, avar, awarisch, avaro, avarisch, avarico
ay: aymara, aimara
az: azerbaijani, azerbaidjanais, aserbaidschanisch, azerbaiyano, azerbaigiano, azerbeidzjaans, azerbaijano,
  azərbaycan
ba: bashkir, bachkir, baschkirisch, baskir, baschiro, basjkiers, башҡорт теле
be: belarusian, bielorusse, belarussisch, bielorruso, bielorusso, bielorrusso, беларуская
bg: bulgarian, bulgare, bulgarisch, bulgaro, bulgaars, български
bi: bislama, bichelamar
bm: bambara, bamanakan
bn: bangla, bengali, bengalisch, bengalese, bengaals, বাংলা
bo: tibetan, tibetain, tibetisch, tibetano, tibetaans, བད་སྐད་
br: breton, bretonisch, bretone, bretons, bretao, brezhoneg
bs: bosnian, bosniaque, bosnisch, bosnio, bosniaco, bosanski
ca: catalan, katalanisch, catalano, catalaans, catalao, catala
ce: chechen, tchetchene, tschetschenisch, checheno, ceceno, tsjetsjeens, нохчиин
ch: chamorro
co: corsican, corse, korsisch, corso, corsicaans, corsu
cr: cree
cs: czech, tcheque, tschechisch, checo, ceco, tsjechisch, tcheco, cestina
cu: church slavic, slavon d eglise, kirchenslawisch, eslavo eclesiastico, slavo ecclesiastico, kerkslavisch,
  церковнословенскіи
cv: chuvash, tchouvache, tschuwaschisch, chuvasio, ciuvascio, tsjoevasjisch, tchuvache, чаваш
cy: welsh, gallois, walisisch, gales, gallese, cymraeg
da: danish, danois, danisch, danes, danese, deens, dinamarques, dansk
de: german, allemand, deutsch, aleman, tedesco, duits, alemao
dv: divehi, maldivien, dhivehi, ދިވެހިބަސް
dz: dzongkha, dzonga, རྫང་ཁ
ee: ewe, eʋegbe
el: greek, grec, griechisch, griego, greco, grieks, grego, ελληνικα
en: english, anglais, englisch, ingles, inglese, engels
eo: esperanto
es: spanish, espagnol, spanisch, espanol, spagnolo, spaans, espanhol
et: estonian, estonien, estnisch, estonio, estone, estisch, estoniano, eesti
eu: basque, baskisch, euskera, basco, euskara
fa: persian, persan, persisch, persa, persiano, perzisch, فارسی
ff: fula, peul, ful, fulah, pulaar
fi: finnish, finnois, finnisch, fines, finlandese, fins, finlandes, suomi
fj: fijian, fidjien, fidschi, fiyiano, figiano, fijisch, fijiano
fo: faroese, feroien, faroisch, feroes, faeroers, foroyskt
fr: french, francais, franzosisch, frances, francese, frans
fy: western frisian, frison occidental, westfriesisch, frisone occidentale, fries, frisio ocidental, frysk
ga: irish, irlandais, irisch, irlandes, irlandese, iers, gaeilge
gd: scottish gaelic, gaelique ecossais, galisch (schottland), gaelico escoces, gaelico scozzese, schots
  gaelisch, gaidhlig
gl: galician, galicien, galicisch, gallego, galiziano, galego
gn: guarani, avane e
gu: gujarati, goudjarati, guyarati, guzerate, ગુજરાતી
gv: manx, mannois, manes, mannese, gaelg
ha: hausa, haoussa, haussa, hauca
he: hebrew, hebreu, hebraisch, hebreo, ebraico, hebreeuws, hebraico, עברית
hi: hindi, हिन्दी
ho: hiri motu
hr: croatian, croate, kroatisch, croata, croato, hrvatski
ht: haitian creole, creole haitien, haiti kreolisch, criollo haitiano, creolo haitiano, haitiaans creools,
  haitiano, kreyol ayisyen
hu: hungarian, hongrois, ungarisch, hungaro, ungherese, hongaars, magyar
hy: armenian, armenien, armenisch, armenio, armeno, armeens, հայերեն
hz: herero
ia: interlingua
id: indonesian, indonesien, indonesisch, indonesio, indonesiano, indonesia
ie: interlingue
ig: igbo
ii: sichuan yi, yi du sichuan, yi de sichuan, ꆈꌠꉙ
ik: inupiaq, inupiak, inupiaque
io: ido
is: icelandic, islandais, islandisch, islandes, islandese, ijslands, islenska
it: italian, italien, italienisch, italiano, italiaans
iu: inuktitut, ᐃᓄᒃᑎᑐᑦ
ja: japanese, japonais, japanisch, japones, giapponese, japans, 日本語
jv: javanese, javanais, javanisch, javanes, giavanese, javaans, jawa
ka: georgian, georgien, georgisch, georgiano, ქართული
kg: kongo, kikongo, kongolesisch, congoles
ki: kikuyu, gikuyu, quicuio
kj: kuanyama, kwanyama, cuanhama
kk: kazakh, kasachisch, kazajo, kazako, kazachs, cazaque, қазақ тілі
kl: kalaallisut, groenlandais, gronlandisch, groenlandes, groenlandese, groenlands
km: khmer, jemer, ខ្មែរ
kn: kannada, canares, canarim, ಕನ್ನಡ
ko: korean, coreen, koreanisch, coreano, koreaans, 한국어
kr: kanuri, kanouri, canuri
ks: kashmiri, cachemiri, kaschmiri, cachemir, kasjmiri, caxemira, کٲشر
ku: kurdish, kurde, kurdisch, kurdo, curdo, koerdisch, kurdi (kurmanci)
kv: komi
kw: cornish, cornique, kornisch, cornico, kernewek
ky: kyrgyz, kirghize, kirgisisch, kirguis, kirghiso, kirgizisch, quirguiz, кыргызча
la: latin, latein, latino, latijn, latim, latina
lb: luxembourgish, luxembourgeois, luxemburgisch, luxemburgues, lussemburghese, luxemburgs, letzebuergesch
lg: ganda, luganda
li: limburgish, limbourgeois, limburgisch, limburgues, limburghese, limburgs
ln: lingala
lo: lao, laotisch, laotiaans, laosiano, ລາວ
lt: lithuanian, lituanien, litauisch, lituano, litouws, lietuviu
lu: luba katanga, luba katanga (kiluba), luba catanga, tshiluba
lv: latvian, letton, lettisch, leton, lettone, lets, letao, latviesu
mg: malagasy, malgache, malgascio, malagassisch, malgaxe
mh: marshallese, marshallais, marschallesisch, marshales, marshallees
mi: maori
mk: macedonian, macedonien, mazedonisch, macedonio, macedone, macedonisch, македонски
ml: malayalam, malaiala, മലയാളം
mn: mongolian, mongol, mongolisch, mongolo, mongools, монгол
mr: marathi, marati, मराठी
ms: malay, malais, malaiisch, malayo, malese, maleis, malaio, melayu
mt: maltese, maltais, maltesisch, maltes, maltees, malti
my: burmese, birman, birmanisch, birmano, birmaans, birmanes, မြန်မာ
na: nauru, nauruan, nauruisch, nauruano, nauruaans
nb: norwegian bokmal, norvegien bokmal, norwegisch (bokmal), noruego bokmal, norvegese bokmal, noors bokmal,
  bokmal noruegues, norsk bokmal
nd: north ndebele, ndebele du nord, nord ndebele, ndebele septentrional, ndebele del nord, noord ndebele,
  ndebele do norte
ne: nepali, nepalais, nepalesisch, nepalese, nepalees, nepales, नेपाली
ng: ndonga, dongo
nl: dutch, neerlandais, niederlandisch, neerlandes, olandese, nederlands, holandes
nn: norwegian nynorsk, norvegien nynorsk, norwegisch (nynorsk), noruego nynorsk, norvegese nynorsk, noors
  nynorsk, nynorsk noruegues, norsk nynorsk
no: norwegian, norvegien, norwegisch, noruego, norvegese, noors, noruegues, norsk
nr: south ndebele, ndebele du sud, sud ndebele, ndebele meridional, ndebele del sud, zuid ndbele, ndebele do sul
nv: navajo, dine bizaad
ny: nyanja, chewa, nianja
oc: occitan, okzitanisch, occitano, occitaans, occitanico
oj: ojibwa
om: oromo, afaan oromo, oromoo
or: odia, oriya, oria, ଓଡ଼ିଆ
os: ossetic, ossete, ossetisch, osetico, ossetico, osseto, ирон
pa: punjabi, pendjabi, punyabi, panjabi, ਪੰਜਾਬੀ
pi: pali
pl: polish, polonais, polnisch, polaco, polacco, pools, polones, polski
ps: pashto, pachto, paschtu, pastun, pasjtoe, پښتو
pt: portuguese, portugais, portugiesisch, portugues, portoghese, portugees
qu: quechua, quichua, runasimi
rm: romansh, romanche, ratoromanisch, romancio, reto romaans, rumantsch
rn: rundi, roundi, kirundi, ikirundi
ro: romanian, roumain, rumanisch, rumano, rumeno, roemeens, romeno, romana
ru: russian, russe, russisch, ruso, russo, русскии
rw: kinyarwanda, quiniaruanda, ikinyarwanda
sa: sanskrit, sanscrito, sanskriet, संस्कृत भाषा
sc: sardinian, sarde, sardisch, sardo, sardijns, sardu
sd: sindhi, sindi, سنڌي
se: northern sami, same du nord, nordsamisch, sami septentrional, sami del nord, noord samisch, sami
  setentrional, davvisamegiella
sg: sango
si: sinhala, cingalais, singhalesisch, cingales, singalese, singalees, සිංහල
sk: slovak, slovaque, slowakisch, eslovaco, slovacco, slowaaks, slovencina
sl: slovenian, slovene, slowenisch, esloveno, sloveno, sloveens, slovenscina
sm: samoan, samoanisch, samoano, samoaans
sn: shona, xona, chishona
so: somali, somalo, somalisch, soomaali
sq: albanian, albanais, albanisch, albanes, albanese, albanees, shqip
sr: serbian, serbe, serbisch, serbio, serbo, servisch, servio, српски
ss: swati, swazi, suazi, siswati
st: southern sotho, sotho du sud, sud sotho, sotho meridional, sotho del sud, zuid sotho, soto do sul, sesotho
su: sundanese, soundanais, sundanesisch, sundanes, soendanees, basa sunda
sv: swedish, suedois, schwedisch, sueco, svedese, zweeds, svenska
sw: swahili, suaheli, suajili, suaili, kiswahili
ta: tamil, tamoul, தமிழ்
te: telugu, telougou, telugo, తెలుగు
tg: tajik, tadjik, tadschikisch, tayiko, tagico, tadzjieks, tadjique, тоҷики
th: thai, thailandisch, tailandes, thailandese, ไทย
ti: tigrinya, tigrigna, tigrina, tigrino, tigrinia, ትግርኛ
tk: turkmen, turkmene, turkmenisch, turcomano, turcomanno, turkmeens, turcomeno, turkmen dili
tn: tswana, setsuana, setswana
to: tongan, tongien, tongaisch, tongano, tongaans, tonganes, lea fakatonga
tr: turkish, turc, turkisch, turco, turks, turkce
ts: tsonga, xitsonga
tt: tatar, tatarisch, tartaro, tataro, tataars, татар
tw: twi
ty: tahitian, tahitien, tahitisch, tahitiano, taitiano, tahitiaans
ug: uyghur, ouighour, uigurisch, uigur, uiguro, oeigoers, يۇيغۇرچە
uk: ukrainian, ukrainien, ukrainisch, ucraniano, ucraino, oekraiens, украінська
ur: urdu, ourdou, اردو
uz: uzbek, ouzbek, usbekisch, uzbeko, uzbeco, oezbeeks, uzbeque, o zbek
ve: venda, tshivenda
vi: vietnamese, vietnamien, vietnamesisch, vietnamita, vietnamees, tieng viet
vo: volapuk, volapuque
wa: walloon, wallon, wallonisch, valon, vallone, waals, valao, walon
wo: wolof, uolofe
xh: xhosa, isixhosa
yi: yiddish, jiddisch, yidis, iidiche, יידיש
yo: yoruba, ioruba, ede yoruba
za: zhuang, vahcuengh
zh: chinese, chinois, chinesisch, chino, cinese, chinees, chines
zu: zulu, zoulou, zoeloe, isizulu
"""

_ENTRIES: Final = tuple(entry.partition(": ") for entry in _TABLE.strip().replace("\n  ", " ").split("\n"))

CODES: Final = frozenset(code for code, _, _ in _ENTRIES)
"""The two-letter codes of ISO 639-1."""

NAMES: Final = {name: code for code, _, names in _ENTRIES for name in names.split(", ")}
"""Folded name to code."""

COUNTRY_LIKE: Final = frozenset(
    "AE AF AM AR AS BA BE BI BM BN BO BR BS CA CH CO CR CU CV CY DZ EE ET GA GD GL GN GU IE IO KG KI KM"
    " KN KR KW KY LA LB LI LU ML MR MS MY NA NE NG NR OM PA PS SA SC SD SG SI SL SM SN SR SS ST SV TA TG"
    " TK TN TT TW UG VE VI ZA UK".split()
)

COUNTRIES: Final = frozenset(
    "AC AD AG AI AL AO AQ AT AU AW AX BB BD BF BH BJ BL BQ BT BV BW BY BZ CC CD CF CG CI CK CL CM CN CP"
    " CQ CW CX CZ DG DJ DK DM DO EA EC EG EH ER FK FM GB GE GF GG GH GI GM GP GQ GR GS GT GW GY HK HM HN"
    " IC IL IM IN IQ IR JE JM JO JP KE KH KP KZ LC LK LR LS LY MA MC MD ME MF MM MO MP MQ MU MV MW MX MZ"
    " NC NF NI NP NU NZ PE PF PG PH PK PM PN PR PW PY QA RE RS SB SH SJ SX SY SZ TC TD TF TJ TL TM TV TZ"
    " UA UM US UY VA VC VG VN VU WF WS XK YE YT ZM ZW ZZ".split()
)
"""The two-letter codes of countries that are no language."""
