"""Countries by name, from the Unicode CLDR: made by `tools/generate_countries.py`, not by hand.

Source: Unicode Common Locale Data Repository (CLDR) as packaged by Babel 2.19.0, territory names in French, English,
German, Spanish, Italian and Dutch, and alpha-3 codes; Unicode License v3, (c) 1991-2026 Unicode, Inc. Aliases of client
files (`Hollande`, `UK`) are our own. Keys are folded (`contactbase.normalize.country_key`); a name that two countries
share is in neither.

>>> NAMES["FR"].split("|")[0], FRENCH["RE"]
('fra', 'La Réunion')
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["FRENCH", "NAMES"]

NAMES: Final[Mapping[str, str]] = {
    "AD": "and|andorra|andorre",
    "AE": (
        "are|uae|abu dhabi|dubai|emirati arabi uniti|emiratos arabes unidos|emirats|emirats arabes "
        "unis|united arab emirates|vereinigte arabische emirate|verenigde arabische emiraten"
    ),
    "AF": "afg|afganistan|afghanistan",
    "AG": "atg|antigua barbuda",
    "AI": "aia|anguila|anguilla",
    "AL": "alb|albania|albanie|albanien",
    "AM": "arm|armenia|armenie|armenien",
    "AO": "ago|angola",
    "AQ": "ata|antarctica|antarctique|antarktis|antartida|antartide",
    "AR": "arg|argentina|argentine|argentinie|argentinien",
    "AS": ("asm|american samoa|amerikaans samoa|amerikanisch samoa|samoa americaines|samoa americana|samoa americane"),
    "AT": "aut|austria|autriche|oostenrijk|osterreich",
    "AU": "aus|australia|australie|australien",
    "AW": "abw|aruba",
    "AX": "ala|aland|aland islands|alandinseln|iles aland|islas aland|isole aland",
    "AZ": "aze|aserbaidschan|azerbaidjan|azerbaigian|azerbaijan|azerbaiyan|azerbeidzjan",
    "BA": (
        "bih|bosnia|bosnia ed erzegovina|bosnia herzegovina|bosnie|bosnie herzegovina|bosnie "
        "herzegovine|bosnien herzegowina"
    ),
    "BB": "brb|barbade|barbados",
    "BD": "bgd|banglades|bangladesch|bangladesh",
    "BE": ("bel|belgica|belgie|belgie belgique|belgien|belgio|belgique|belgium|belgium belgique|royaume de belgique"),
    "BF": "bfa|burkina faso",
    "BG": "bgr|bulgaria|bulgarie|bulgarien|bulgarije",
    "BH": "bhr|bahrain|bahrein|barein",
    "BI": "bdi|burundi",
    "BJ": "ben|benin",
    "BL": "blm|saint barthelemy|san bartolome|st barthelemy",
    "BM": "bmu|bermuda|bermudas|bermudes",
    "BN": "brn|brunei|brunei darussalam",
    "BO": "bol|bolivia|bolivie|bolivien",
    "BQ": (
        "bes|caraibi olandesi|caribbean netherlands|caribe neerlandes|caribisch nederland|karibische "
        "niederlande|pays bas caribeens"
    ),
    "BR": "bra|brasil|brasile|brasilien|brazil|brazilie|bresil",
    "BS": "bhs|bahama s|bahamas",
    "BT": "btn|bhoutan|bhutan|butan",
    "BV": "bvt|bouvet island|bouveteiland|bouvetinsel|ile bouvet|isla bouvet|isola bouvet",
    "BW": "bwa|botsuana|botswana",
    "BY": "blr|belarus|bielorrusia|bielorussia|bielorussie|weissrussland",
    "BZ": "blz|belice|belize",
    "CA": "can|canada|kanada",
    "CC": (
        "cck|cocos|cocos keeling islands|cocoseilanden|iles cocos|islas cocos|isole cocos|isole cocos "
        "keeling|keeling|keeling islands|kokosinseln"
    ),
    "CD": (
        "cod|drc|rdc|zar|congo kinshasa|congo rdc|kongo kinshasa|r d c|rd congo|republica democratica del "
        "congo|republique democratique du congo|zaire"
    ),
    "CF": (
        "caf|centraal afrikaanse republiek|central african republic|repubblica centrafricana|republica "
        "centroafricana|republique centrafricaine|zentralafrikanische republik"
    ),
    "CG": "cog|congo brazzaville|kongo brazzaville|republique du congo",
    "CH": (
        "che|confederation helvetique|helvetia|schweiz|suisse|suisse romande|suiza|svizzera|switzerland|zwitserland"
    ),
    "CI": "civ|rci|costa d avorio|cote d ivoire|cote ivoire|ivoorkust|ivory coast",
    "CK": "cok|cook islands|cookeilanden|cookinseln|iles cook|islas cook|isole cook",
    "CL": "chl|chile|chili|cile",
    "CM": "cmr|cameroon|cameroun|camerun|kameroen|kamerun",
    "CN": "chn|prc|rpc|china|chine|chine populaire|cina|republique populaire de chine",
    "CO": "col|colombia|colombie|kolumbien",
    "CR": "cri|costa rica",
    "CU": "cub|cuba|kuba",
    "CV": "cpv|cabo verde|cap vert|cape verde|capo verde|kaapverdie",
    "CW": "cuw|curacao|curazao",
    "CX": ("cxr|christmas island|christmaseiland|ile christmas|isla de navidad|isola christmas|weihnachtsinsel"),
    "CY": "cyp|chipre|chypre|cipro|cyprus|zypern",
    "CZ": (
        "cze|cechia|chequia|czech republic|czechia|republique tcheque|tchequie|tschechien|tschechische "
        "republik|tsjechie"
    ),
    "DE": (
        "brd|ddr|deu|rfa|alemania|allemagne|allemagne "
        "federale|deutschland|duitsland|germania|germany|germany deutschland|republique federale d "
        "allemagne"
    ),
    "DJ": "dji|djibouti|dschibuti|gibuti|yibuti",
    "DK": "dnk|danemark|danimarca|denemarken|denmark|dinamarca",
    "DM": "dma|dominica|dominique",
    "DO": (
        "dom|dominicaanse republiek|dominican republic|dominikanische republik|repubblica "
        "dominicana|republica dominicana|republique dominicaine"
    ),
    "DZ": "dza|algeria|algerie|algerien|algerije|argelia",
    "EC": "ecu|ecuador|equateur",
    "EE": "est|estland|estonia|estonie",
    "EG": "egy|agypten|egipto|egitto|egypt|egypte",
    "EH": "esh|sahara occidental|sahara occidentale|westelijke sahara|western sahara|westsahara",
    "ER": "eri|eritrea|erythree",
    "ES": "esp|espagne|espana|espana espagne|spagna|spain|spanien|spanje",
    "ET": "eth|athiopien|ethiopia|ethiopie|etiopia",
    "FI": "fin|finland|finlande|finlandia|finnland",
    "FJ": "fji|fidji|fidschi|figi|fiji|fiyi",
    "FK": ("flk|falkland islands|falklandeilanden|falklandinseln|iles malouines|islas malvinas|isole falkland"),
    "FM": "fsm|micronesia|micronesie|mikronesien",
    "FO": "fro|faeroer|faroe islands|faroer|iles feroe|islas feroe|isole faer oer",
    "FR": (
        "fra|fxx|france|france metro|france metropolitaine|francia|frankreich|frankrijk|metropole|republique francaise"
    ),
    "GA": "gab|gabon|gabun",
    "GB": (
        "gbr|u k|angleterre|ecosse|england|gb uk|gran bretagna|gran bretana|grande bretagne|great "
        "britain|groot brittannie|grossbritannien|inghilterra|inglaterra|irlande du nord|northern "
        "ireland|pays de galles|regno unito|reino unido|royaume uni|royaume uni de grande bretagne et d "
        "irlande du nord|scotland|uk|united kingdom|vereinigtes konigreich|verenigd koninkrijk|wales"
    ),
    "GD": "grd|granada|grenada|grenade",
    "GE": "geo|georgia|georgie|georgien",
    "GF": ("guf|frans guyana|franzosisch guayana|french guiana|guayana francesa|guyana francese|guyane francaise"),
    "GG": "ggy|guernesey|guernsey",
    "GH": "gha|ghana",
    "GI": "gib|gibilterra|gibraltar",
    "GL": "grl|greenland|groenland|groenlandia|gronland",
    "GM": "gmb|gambia|gambie",
    "GN": "gin|guinea|guinee",
    "GP": "glp|guadalupa|guadalupe|guadeloupe",
    "GQ": (
        "gnq|aquatorialguinea|equatoriaal guinea|equatorial guinea|guinea ecuatorial|guinea "
        "equatoriale|guinee equatoriale"
    ),
    "GR": "grc|el|grece|grecia|greece|griechenland|griekenland|hellas",
    "GS": (
        "sgs|georgia del sud sandwich australi|georgie du sud les iles sandwich du sud|islas georgia del "
        "sur sandwich del sur|south georgia south sandwich islands|sudgeorgien die sudlichen "
        "sandwichinseln|zuid georgia zuidelijke sandwicheilanden"
    ),
    "GT": "gtm|guatemala",
    "GU": "gum|guam",
    "GW": "gnb|guinea bisau|guinea bissau|guinee bissau",
    "GY": "guy|guyana",
    "HK": (
        "hkg|hong kong|hong kong sar china|hongkong|hongkong sar van china|r a s chinoise de hong "
        "kong|rae de hong kong|rae de hong kong china|ras di hong kong|sonderverwaltungsregion hongkong"
    ),
    "HM": (
        "hmd|heard island mcdonald islands|heard mcdonald islands|heard mcdonaldeilanden|heard "
        "mcdonaldinseln|iles heard macdonald|islas heard mcdonald|isole heard mcdonald"
    ),
    "HN": "hnd|honduras",
    "HR": "hrv|croacia|croatia|croatie|croazia|kroatie|kroatien",
    "HT": "hti|haiti",
    "HU": "hun|hongarije|hongrie|hungary|hungria|ungarn|ungheria",
    "ID": "idn|indonesia|indonesie|indonesien",
    "IE": "irl|eire|ierland|ireland|irland|irlanda|irlande|republic of ireland|republique d irlande",
    "IL": "isr|israel|israele",
    "IM": "imn|ile de man|isla de man|isle of man|isola di man",
    "IN": "ind|inde|india|indien",
    "IO": (
        "iot|britisches territorium im indischen ozean|british indian ocean territory|brits indische "
        "oceaanterritorium|territoire britannique de l ocean indien|territorio britanico del oceano "
        "indico|territorio britannico dell oceano indiano"
    ),
    "IQ": "irq|irak|iraq",
    "IR": "irn|iran",
    "IS": "isl|iceland|ijsland|island|islanda|islande|islandia",
    "IT": "ita|italia|italie|italien|italy",
    "JE": "jey|jersey",
    "JM": "jam|giamaica|jamaica|jamaika|jamaique",
    "JO": "jor|giordania|jordan|jordania|jordanie|jordanien",
    "JP": "jpn|giappone|japan|japon",
    "KE": "ken|kenia|kenya",
    "KG": "kgz|kirghizistan|kirghizstan|kirgisistan|kirgizie|kirguistan|kyrgyzstan",
    "KH": "khm|cambodge|cambodia|cambodja|cambogia|camboya|kambodscha",
    "KI": "kir|kiribati",
    "KM": "com|comoras|comore|comoren|comores|comoros|komoren",
    "KN": "kna|saint christophe nieves|saint kitts nevis|san cristobal nieves|st kitts nevis",
    "KP": "prk|corea del nord|corea del norte|coree du nord|noord korea|nordkorea|north korea",
    "KR": "kor|corea del sud|corea del sur|coree du sud|republique de coree|south korea|sudkorea|zuid korea",
    "KW": "kwt|koeweit|koweit|kuwait",
    "KY": "cym|cayman islands|iles caimans|islas caiman|isole cayman|kaaimaneilanden|kaimaninseln",
    "KZ": "kaz|kasachstan|kazachstan|kazajistan|kazakhstan|kazakistan",
    "LA": "lao|laos",
    "LB": "lbn|lebanon|liban|libano|libanon",
    "LC": "lca|saint lucia|sainte lucie|santa lucia|st lucia",
    "LI": "lie|liechtenstein",
    "LK": "lka|sri lanka",
    "LR": "lbr|liberia",
    "LS": "lso|lesotho|lesoto",
    "LT": "ltu|litauen|lithuania|litouwen|lituania|lituanie",
    "LU": "lux|grand duche|grand duche de luxembourg|lussemburgo|luxembourg|luxemburg|luxemburgo",
    "LV": "lva|latvia|letland|letonia|lettland|lettonia|lettonie",
    "LY": "lby|libia|libie|libya|libye|libyen",
    "MA": "mar|maroc|marocco|marokko|marruecos|morocco",
    "MC": "mco|monaco|principaute de monaco",
    "MD": "mda|moldavia|moldavie|moldova|republik moldau|republique de moldavie",
    "ME": "mne|montenegro",
    "MF": "maf|saint martin|san martin|st martin",
    "MG": "mdg|madagascar|madagaskar",
    "MH": "mhl|iles marshall|islas marshall|isole marshall|marshall islands|marshalleilanden|marshallinseln",
    "MK": (
        "mkd|ex republique yougoslave de macedoine|macedoine|macedoine du nord|macedonia|macedonia del "
        "nord|macedonia del norte|noord macedonie|nordmazedonien|north macedonia"
    ),
    "ML": "mli|mali",
    "MM": (
        "bur|mmr|birma|birmania|birmanie|burma|myanmar|myanmar birma|myanmar birmania|myanmar birmanie|myanmar burma"
    ),
    "MN": "mng|mongolei|mongolia|mongolie",
    "MO": (
        "mac|macao|macao sar china|macau|macau sar van china|r a s chinoise de macao|rae de macao|rae de "
        "macao china|ras di macao|sonderverwaltungsregion macau"
    ),
    "MP": (
        "mnp|iles mariannes du nord|islas marianas del norte|isole marianne settentrionali|noordelijke "
        "marianen|nordliche marianen|northern mariana islands"
    ),
    "MQ": "mtq|martinica|martinique",
    "MR": "mrt|mauretanien|mauritania|mauritanie",
    "MS": "msr|montserrat",
    "MT": "mlt|malta|malte",
    "MU": "mus|maurice|mauricio|mauritius",
    "MV": "mdv|maldivas|maldive|maldiven|maldives|malediven",
    "MW": "mwi|malaui|malawi",
    "MX": "mex|messico|mexico|mexiko|mexique",
    "MY": "mys|malaisie|malasia|malaysia|maleisie",
    "MZ": "moz|mosambik|mozambico|mozambique",
    "NA": "nam|namibia|namibie",
    "NC": ("ncl|neukaledonien|new caledonia|nieuw caledonie|nouvelle caledonie|nueva caledonia|nuova caledonia"),
    "NE": "ner|niger",
    "NF": "nfk|ile norfolk|isla norfolk|isola norfolk|norfolk|norfolk island|norfolkinsel",
    "NG": "nga|nigeria",
    "NI": "nic|nicaragua",
    "NL": (
        "nld|holanda|holland|hollande|nederland|nederlands|netherlands|niederlande|olanda|paesi "
        "bassi|paises bajos|pays bas|the netherlands"
    ),
    "NO": "nor|noorwegen|noruega|norvege|norvegia|norway|norwegen",
    "NP": "npl|nepal",
    "NR": "nru|nauru",
    "NU": "niu|niue",
    "NZ": "nzl|neuseeland|new zealand|nieuw zeeland|nouvelle zelande|nueva zelanda|nuova zelanda",
    "OM": "omn|oman",
    "PA": "pan|panama",
    "PE": "per|perou|peru",
    "PF": (
        "pyf|frans polynesie|franzosisch polynesien|french polynesia|polinesia francesa|polinesia "
        "francese|polynesie francaise"
    ),
    "PG": (
        "png|papoea nieuw guinea|papouasie nouvelle guinee|papua neuguinea|papua new guinea|papua nueva "
        "guinea|papua nuova guinea"
    ),
    "PH": "phl|filipijnen|filipinas|filippine|philippinen|philippines",
    "PK": "pak|pakistan",
    "PL": "pol|poland|polen|pologne|polonia",
    "PM": "spm|saint pierre miquelon|san pedro miquelon|st pierre miquelon",
    "PN": "pcn|iles pitcairn|islas pitcairn|isole pitcairn|pitcairn islands|pitcairneilanden|pitcairninseln",
    "PR": "pri|porto rico|portorico|puerto rico",
    "PS": (
        "pse|palastinensische autonomiegebiete|palestijnse gebieden|palestine|palestinian "
        "territories|territoires palestiniens|territori palestinesi|territorios palestinos"
    ),
    "PT": "prt|portogallo|portugal",
    "PW": "plw|palaos|palau",
    "PY": "pry|paraguay",
    "QA": "qat|catar|katar|qatar",
    "RE": "reu|ile de la reunion|la reunion|reunion|reunion island|riunione",
    "RO": "rou|roemenie|romania|roumanie|rumania|rumanien",
    "RS": "srb|serbia|serbie|serbien|servie",
    "RU": "rus|federation de russie|rusia|rusland|russia|russian federation|russie|russland",
    "RW": "rwa|ruanda|rwanda",
    "SA": "sau|arabia saudi|arabia saudita|arabie saoudite|saoedi arabie|saudi arabia|saudi arabien",
    "SB": "slb|iles salomon|islas salomon|isole salomone|salomonen|salomonseilanden|solomon islands",
    "SC": "syc|seychellen|seychelles",
    "SD": "sdn|soedan|soudan|sudan",
    "SE": "swe|schweden|suecia|suede|svezia|sweden|zweden",
    "SG": "sgp|singapore|singapour|singapur",
    "SH": ("shn|sainte helene|sant elena|santa elena|sint helena|st helena|st helena ascension tristan da cunha"),
    "SI": "svn|eslovenia|slovenia|slovenie|slowenien",
    "SJ": "sjm|spitsbergen jan mayen|spitzbergen jan mayen|svalbard jan mayen",
    "SK": "svk|eslovaquia|slovacchia|slovakia|slovaquie|slowakei|slowakije",
    "SL": "sle|sierra leona|sierra leone",
    "SM": "smr|saint marin|san marino",
    "SN": "sen|senegal",
    "SO": "som|somalia|somalie",
    "SR": "sur|surinam|suriname",
    "SS": "ssd|soudan du sud|south sudan|sud sudan|sudan del sur|sudsudan|zuid soedan",
    "ST": "stp|santo tome principe|sao tome principe",
    "SV": "slv|el salvador|salvador",
    "SX": "sxm|partie neerlandaise|saint martin partie neerlandaise|sint maarten",
    "SY": "syr|siria|syria|syrie|syrien",
    "SZ": "swz|esuatini|eswatini|swaziland",
    "TC": (
        "tca|iles turques caiques|islas turcas caicos|isole turks caicos|turks caicos islands|turks "
        "caicoseilanden|turks caicosinseln"
    ),
    "TD": "tcd|chad|ciad|tchad|tschad|tsjaad",
    "TF": (
        "atf|franse gebieden in de zuidelijke indische oceaan|franzosische sud antarktisgebiete|french "
        "southern antarctic lands|french southern territories|terre australi francesi|terres australes "
        "francaises|territorios australes franceses"
    ),
    "TG": "tgo|togo",
    "TH": "tha|tailandia|thailand|thailande|thailandia",
    "TJ": "tjk|tadjikistan|tadschikistan|tadzjikistan|tagikistan|tajikistan|tayikistan",
    "TK": "tkl|tokelau",
    "TL": "tls|tmp|oost timor|timor est|timor leste|timor oriental",
    "TM": "tkm|turkmenistan",
    "TN": "tun|tunesie|tunesien|tunez|tunisia|tunisie",
    "TO": "ton|tonga",
    "TR": "tur|turchia|turkei|turkey|turkije|turkiye|turquia|turquie",
    "TT": "tto|trinidad tobago|trinite tobago",
    "TV": "tuv|tuvalu",
    "TW": "twn|formose|taiwan",
    "TZ": "tza|tansania|tanzania|tanzanie",
    "UA": "ukr|oekraine|ucraina|ucrania|ukraine|ukrainie",
    "UG": "uga|oeganda|ouganda|uganda",
    "UM": (
        "umi|amerikanische uberseeinseln|iles mineures eloignees des etats unis|islas menores alejadas de "
        "ee uu|isole minori esterne degli stati uniti|kleine afgelegen eilanden van de verenigde staten|u "
        "s outlying islands"
    ),
    "US": (
        "u s|usa|vsa|ee uu|eeuu|estados unidos|etats unis|etats unis amerique|etats unis d amerique|les "
        "etats unis|stati uniti|u s a|united states|united states of america|vereinigte staaten|verenigde "
        "staten"
    ),
    "UY": "ury|uruguay",
    "UZ": "uzb|oezbekistan|ouzbekistan|usbekistan|uzbekistan",
    "VA": (
        "vat|citta del vaticano|ciudad del vaticano|etat de la cite du vatican|saint "
        "siege|vaticaanstad|vatican|vatican city|vatikanstadt"
    ),
    "VC": (
        "vct|saint vincent de grenadines|saint vincent grenadine|saint vincent les grenadines|san vicente "
        "las granadinas|st vincent die grenadinen|st vincent grenadines"
    ),
    "VE": "ven|venezuela",
    "VG": (
        "vgb|britische jungferninseln|british virgin islands|britse maagdeneilanden|iles vierges "
        "britanniques|islas virgenes britanicas|isole vergini britanniche"
    ),
    "VI": (
        "vir|amerikaanse maagdeneilanden|amerikanische jungferninseln|iles vierges des etats unis|islas "
        "virgenes de ee uu|isole vergini americane|u s virgin islands"
    ),
    "VN": "vnm|viet nam|vietnam",
    "VU": "vut|vanuatu",
    "WF": "wlf|wallis futuna",
    "WS": "wsm|samoa",
    "XK": "xkk|kosovo",
    "YE": "yem|ymd|jemen|yemen",
    "YT": "myt|ile de mayotte|mayotte",
    "ZA": "zaf|afrique du sud|south africa|sudafrica|sudafrika|zuid afrika",
    "ZM": "zmb|sambia|zambia|zambie",
    "ZW": "zwe|simbabwe|zimbabue|zimbabwe",
}
"""Alpha-2 code to its folded names, parted by `|`; the alpha-3 code stands first."""

FRENCH: Final[Mapping[str, str]] = {
    "AD": "Andorre",
    "AE": "Émirats arabes unis",
    "AF": "Afghanistan",
    "AG": "Antigua-et-Barbuda",
    "AI": "Anguilla",
    "AL": "Albanie",
    "AM": "Arménie",
    "AO": "Angola",
    "AQ": "Antarctique",
    "AR": "Argentine",
    "AS": "Samoa américaines",
    "AT": "Autriche",
    "AU": "Australie",
    "AW": "Aruba",
    "AX": "Îles Åland",
    "AZ": "Azerbaïdjan",
    "BA": "Bosnie-Herzégovine",
    "BB": "Barbade",
    "BD": "Bangladesh",
    "BE": "Belgique",
    "BF": "Burkina Faso",
    "BG": "Bulgarie",
    "BH": "Bahreïn",
    "BI": "Burundi",
    "BJ": "Bénin",
    "BL": "Saint-Barthélemy",
    "BM": "Bermudes",
    "BN": "Brunei",
    "BO": "Bolivie",
    "BQ": "Pays-Bas caribéens",
    "BR": "Brésil",
    "BS": "Bahamas",
    "BT": "Bhoutan",
    "BV": "Île Bouvet",
    "BW": "Botswana",
    "BY": "Biélorussie",
    "BZ": "Belize",
    "CA": "Canada",
    "CC": "Îles Cocos",
    "CD": "Congo-Kinshasa",
    "CF": "République centrafricaine",
    "CG": "Congo-Brazzaville",
    "CH": "Suisse",
    "CI": "Côte d’Ivoire",
    "CK": "Îles Cook",
    "CL": "Chili",
    "CM": "Cameroun",
    "CN": "Chine",
    "CO": "Colombie",
    "CR": "Costa Rica",
    "CU": "Cuba",
    "CV": "Cap-Vert",
    "CW": "Curaçao",
    "CX": "Île Christmas",
    "CY": "Chypre",
    "CZ": "Tchéquie",
    "DE": "Allemagne",
    "DJ": "Djibouti",
    "DK": "Danemark",
    "DM": "Dominique",
    "DO": "République dominicaine",
    "DZ": "Algérie",
    "EC": "Équateur",
    "EE": "Estonie",
    "EG": "Égypte",
    "EH": "Sahara occidental",
    "ER": "Érythrée",
    "ES": "Espagne",
    "ET": "Éthiopie",
    "FI": "Finlande",
    "FJ": "Fidji",
    "FK": "Îles Malouines",
    "FM": "Micronésie",
    "FO": "Îles Féroé",
    "FR": "France",
    "GA": "Gabon",
    "GB": "Royaume-Uni",
    "GD": "Grenade",
    "GE": "Géorgie",
    "GF": "Guyane française",
    "GG": "Guernesey",
    "GH": "Ghana",
    "GI": "Gibraltar",
    "GL": "Groenland",
    "GM": "Gambie",
    "GN": "Guinée",
    "GP": "Guadeloupe",
    "GQ": "Guinée équatoriale",
    "GR": "Grèce",
    "GS": "Géorgie du Sud-et-les Îles Sandwich du Sud",
    "GT": "Guatemala",
    "GU": "Guam",
    "GW": "Guinée-Bissau",
    "GY": "Guyana",
    "HK": "R.A.S. chinoise de Hong Kong",
    "HM": "Îles Heard-et-MacDonald",
    "HN": "Honduras",
    "HR": "Croatie",
    "HT": "Haïti",
    "HU": "Hongrie",
    "ID": "Indonésie",
    "IE": "Irlande",
    "IL": "Israël",
    "IM": "Île de Man",
    "IN": "Inde",
    "IO": "Territoire britannique de l’océan Indien",
    "IQ": "Irak",
    "IR": "Iran",
    "IS": "Islande",
    "IT": "Italie",
    "JE": "Jersey",
    "JM": "Jamaïque",
    "JO": "Jordanie",
    "JP": "Japon",
    "KE": "Kenya",
    "KG": "Kirghizstan",
    "KH": "Cambodge",
    "KI": "Kiribati",
    "KM": "Comores",
    "KN": "Saint-Christophe-et-Niévès",
    "KP": "Corée du Nord",
    "KR": "Corée du Sud",
    "KW": "Koweït",
    "KY": "Îles Caïmans",
    "KZ": "Kazakhstan",
    "LA": "Laos",
    "LB": "Liban",
    "LC": "Sainte-Lucie",
    "LI": "Liechtenstein",
    "LK": "Sri Lanka",
    "LR": "Liberia",
    "LS": "Lesotho",
    "LT": "Lituanie",
    "LU": "Luxembourg",
    "LV": "Lettonie",
    "LY": "Libye",
    "MA": "Maroc",
    "MC": "Monaco",
    "MD": "Moldavie",
    "ME": "Monténégro",
    "MF": "Saint-Martin",
    "MG": "Madagascar",
    "MH": "Îles Marshall",
    "MK": "Macédoine du Nord",
    "ML": "Mali",
    "MM": "Myanmar (Birmanie)",
    "MN": "Mongolie",
    "MO": "R.A.S. chinoise de Macao",
    "MP": "Îles Mariannes du Nord",
    "MQ": "Martinique",
    "MR": "Mauritanie",
    "MS": "Montserrat",
    "MT": "Malte",
    "MU": "Maurice",
    "MV": "Maldives",
    "MW": "Malawi",
    "MX": "Mexique",
    "MY": "Malaisie",
    "MZ": "Mozambique",
    "NA": "Namibie",
    "NC": "Nouvelle-Calédonie",
    "NE": "Niger",
    "NF": "Île Norfolk",
    "NG": "Nigeria",
    "NI": "Nicaragua",
    "NL": "Pays-Bas",
    "NO": "Norvège",
    "NP": "Népal",
    "NR": "Nauru",
    "NU": "Niue",
    "NZ": "Nouvelle-Zélande",
    "OM": "Oman",
    "PA": "Panama",
    "PE": "Pérou",
    "PF": "Polynésie française",
    "PG": "Papouasie-Nouvelle-Guinée",
    "PH": "Philippines",
    "PK": "Pakistan",
    "PL": "Pologne",
    "PM": "Saint-Pierre-et-Miquelon",
    "PN": "Îles Pitcairn",
    "PR": "Porto Rico",
    "PS": "Territoires palestiniens",
    "PT": "Portugal",
    "PW": "Palaos",
    "PY": "Paraguay",
    "QA": "Qatar",
    "RE": "La Réunion",
    "RO": "Roumanie",
    "RS": "Serbie",
    "RU": "Russie",
    "RW": "Rwanda",
    "SA": "Arabie saoudite",
    "SB": "Îles Salomon",
    "SC": "Seychelles",
    "SD": "Soudan",
    "SE": "Suède",
    "SG": "Singapour",
    "SH": "Sainte-Hélène",
    "SI": "Slovénie",
    "SJ": "Svalbard et Jan Mayen",
    "SK": "Slovaquie",
    "SL": "Sierra Leone",
    "SM": "Saint-Marin",
    "SN": "Sénégal",
    "SO": "Somalie",
    "SR": "Suriname",
    "SS": "Soudan du Sud",
    "ST": "Sao Tomé-et-Principe",
    "SV": "Salvador",
    "SX": "Saint-Martin (partie néerlandaise)",
    "SY": "Syrie",
    "SZ": "Eswatini",
    "TC": "Îles Turques-et-Caïques",
    "TD": "Tchad",
    "TF": "Terres australes françaises",
    "TG": "Togo",
    "TH": "Thaïlande",
    "TJ": "Tadjikistan",
    "TK": "Tokelau",
    "TL": "Timor oriental",
    "TM": "Turkménistan",
    "TN": "Tunisie",
    "TO": "Tonga",
    "TR": "Turquie",
    "TT": "Trinité-et-Tobago",
    "TV": "Tuvalu",
    "TW": "Taïwan",
    "TZ": "Tanzanie",
    "UA": "Ukraine",
    "UG": "Ouganda",
    "UM": "Îles mineures éloignées des États-Unis",
    "US": "États-Unis",
    "UY": "Uruguay",
    "UZ": "Ouzbékistan",
    "VA": "État de la Cité du Vatican",
    "VC": "Saint-Vincent-et-les Grenadines",
    "VE": "Venezuela",
    "VG": "Îles Vierges britanniques",
    "VI": "Îles Vierges des États-Unis",
    "VN": "Viêt Nam",
    "VU": "Vanuatu",
    "WF": "Wallis-et-Futuna",
    "WS": "Samoa",
    "XK": "Kosovo",
    "YE": "Yémen",
    "YT": "Mayotte",
    "ZA": "Afrique du Sud",
    "ZM": "Zambie",
    "ZW": "Zimbabwe",
}
"""Alpha-2 code to the French name, as the last line of a letter abroad has it."""
