"""The words the demo file is made of: common names, invented streets, towns with their postcodes.

Nothing here is taken from a client file. Every word can be written in Windows-1252, the encoding of the demo file.

>>> "Lyon" in {town.city for town in TOWNS}
True
"""

from __future__ import annotations

from typing import Final

import attrs

__all__ = ["COMMENTS", "COMPANIES", "FEMALE", "LAST", "MALE", "MONTHS", "STREETS", "TAGS", "TOWNS", "Town"]


@attrs.frozen
class Town:
    """A town: its postcode, its name, its country as French files write it, the prefix of its mobile numbers."""

    postcode: str
    city: str
    country: str = "France"
    mobile: str = "0600"


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split(","))


LAST: Final = _words(
    "Martin,Bernard,Thomas,Petit,Robert,Richard,Durand,Dubois,Moreau,Laurent,Simon,Michel,Lefèvre,Leroy,Roux,David,"
    "Bertrand,Morel,Fournier,Girard,Bonnet,Dupont,Lambert,Fontaine,Rousseau,Vincent,Muller,Lefebvre,Faure,André,"
    "Mercier,Blanc,Guérin,Boyer,Garnier,Chevalier,François,Legrand,Gauthier,Garcia,Perrin,Robin,Clément,Morin,"
    "Nicolas,Henry,Roussel,Mathieu,Gautier,Masson,Marchand,Duval,Denis,Dumont,Marie,Lemaire,Noël,Meyer,Dufour,"
    "Meunier,Brun,Blanchard,Giraud,Joly,Rivière,Lucas,Brunet,Gaillard,Barbier,Arnaud,Martinez,Gérard,Roche,Renard,"
    "Schmitt,Roy,Leroux,Colin,Vidal,Caron,Picard,Roger,Fabre,Aubert,Lemoine,Renaud,Dumas,Lacroix,Olivier,Philippe,"
    "Bourgeois,Pierre,Benoît,Rey,Leclerc,Payet,Rolland,Leclercq,Guillaume,Lecomte,Lopez,Jean,Dupuy,Guillot,Hubert,"
    "Berger,Carpentier,Sanchez,Dupuis,Moulin,Louis,Deschamps,Huet,Vasseur,Perez,Boucher,Fleury,Royer,Klein,Jacquet,"
    "Adam,Paris,Poirier,Marty,Aubry,Guyot,Carré,Charles,Renault,Charpentier,Ménard,Maillard,Baron,Bertin,Bailly,"
    "Hervé,Schneider,Fernandez,Le Gall,Collet,Léger,Bouvier,Julien,Prévost,Millet,Perrot,Daniel,Le Goff,Cousin,"
    "Germain,Breton,Besson,Langlois,Rémy,Le Roux,Evrard,Pelletier,d'Almeida,N'Diaye,de La Tour,Van den Berghe,"
    "Saint-Martin,Lévêque,Hébert,Crœuset,El Amrani,Nguyen,Diallo,Da Silva,Traoré,Martin-Duval,Le Bihan,Çelik"
)

FEMALE: Final = _words(
    "Marie,Nathalie,Isabelle,Sylvie,Catherine,Françoise,Monique,Céline,Sandrine,Valérie,Christine,Hélène,Sophie,"
    "Stéphanie,Aurélie,Émilie,Julie,Camille,Léa,Manon,Chloé,Inès,Zoé,Jeanne,Louise,Alice,Anaïs,Élodie,Laëtitia,"
    "Virginie,Caroline,Mélanie,Amélie,Noémie,Élise,Agnès,Cécile,Odile,Thérèse,Anne-Marie,Marie-Laure,Fatima,Aïcha,"
    "Nadia,Maëlle,Gaëlle,Solène,Océane,Clémence,Joëlle"
)

MALE: Final = _words(
    "Jean,Pierre,Michel,André,Philippe,René,Alain,Jacques,Bernard,Nicolas,Christophe,Frédéric,Stéphane,Sébastien,"
    "François,Laurent,Éric,Thierry,David,Julien,Olivier,Jérôme,Cédric,Loïc,Gaël,Benoît,Rémi,Mickaël,Raphaël,Noé,"
    "Léo,Hugo,Lucas,Théo,Mathéo,Gabriel,Arthur,Louis,Jules,Adam,Mohamed,Karim,Jean-Pierre,Jean-François,Jean-Luc,"
    "Yann,Hervé,Gérard,Étienne,Anaël"
)

STREETS: Final = _words(
    "rue des Lilas,avenue de la République,rue du Général-de-Gaulle,place de l'Église,chemin des Vignes,"
    "rue Victor-Hugo,boulevard Gambetta,impasse des Acacias,allée des Cèdres,rue de l’Hôtel-de-Ville,route de la Forêt,"
    "quai des Brumes,cours de la Liberté,rue Saint-Antoine,lotissement Les Mimosas,rue Pasteur,"
    "av. Jean-Jaurès,bd Voltaire,rue du Moulin,square des Tilleuls,résidence Bellevue,chemin du Lavoir,"
    "rue Émile-Zola,rue des Écoles"
)

TOWNS: Final = (
    Town("75011", "Paris"),
    Town("75116", "Paris"),
    Town("69003", "Lyon"),
    Town("69006", "Lyon"),
    Town("13008", "Marseille"),
    Town("31000", "Toulouse"),
    Town("06000", "Nice"),
    Town("44000", "Nantes"),
    Town("34000", "Montpellier"),
    Town("67000", "Strasbourg"),
    Town("33000", "Bordeaux"),
    Town("59000", "Lille"),
    Town("35000", "Rennes"),
    Town("51100", "Reims"),
    Town("42000", "Saint-Étienne"),
    Town("83000", "Toulon"),
    Town("38000", "Grenoble"),
    Town("21000", "Dijon"),
    Town("49000", "Angers"),
    Town("30000", "Nîmes"),
    Town("01000", "Bourg-en-Bresse"),
    Town("02100", "Saint-Quentin"),
    Town("07000", "Privas"),
    Town("08000", "Charleville-Mézières"),
    Town("63000", "Clermont-Ferrand"),
    Town("29200", "Brest"),
    Town("37000", "Tours"),
    Town("87000", "Limoges"),
    Town("80000", "Amiens"),
    Town("57000", "Metz"),
    Town("25000", "Besançon"),
    Town("66000", "Perpignan"),
    Town("45000", "Orléans"),
    Town("76000", "Rouen"),
    Town("14000", "Caen"),
    Town("54000", "Nancy"),
    Town("20000", "Ajaccio"),
    Town("64100", "Bayonne"),
    Town("56000", "Vannes"),
    Town("26000", "Valence"),
    Town("69100", "Villeurbanne"),
    Town("93200", "Saint-Denis"),
    Town("84000", "Avignon"),
    Town("17000", "La Rochelle"),
    Town("97110", "Pointe-à-Pitre", "Guadeloupe", "0690"),
    Town("97200", "Fort-de-France", "Martinique", "0696"),
    Town("97400", "Saint-Denis", "La Réunion", "0692"),
    Town("1000", "Bruxelles", "Belgique"),
    Town("1201", "Genève", "Suisse"),
)

MONTHS: Final = _words("janvier,février,mars,avril,mai,juin,juillet,août,septembre,octobre,novembre,décembre")

COMPANIES: Final = ("SARL {}", "{} & Fils", "Ets {}", "S.A.S. {}", "Boulangerie {}", "EURL {}", "SCI {}", "Assoc. {}")

TAGS: Final = (
    "fidélité",
    "bijoux",
    "VIP",
    "salon 2024",
    "maroquinerie, bijoux",
    "VIP, fidélité",
    "soldes",
    "parrainage",
    "ventes privées | fidélité",
    "Fidelite",
    "montres",
    "cadeaux / noël",
)

COMMENTS: Final = (
    "Préfère être appelée le matin",
    "=SUM(A1)",
    "=SOMME(A1:A9)",
    "+ de 3 achats en décembre",
    "-",
    "@ rappeler",
    "Retour colis\nle 12/05",
    "Ne plus appeler SVP",
    "Client depuis l'ouverture ; très fidèle",
    "Demande un devis",
    'Bague "Glycine" gravée',
    "Venue avec sa sœur",
)
