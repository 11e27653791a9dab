"""French contact tables of made-up people, as text that an encoding can hold."""

from __future__ import annotations

import random

FIRST = """Léa Hélène Élodie François Noël Raphaël Zoé André Jérôme Benoît Loïc Anaïs Gaël Maëlle Agnès Geneviève Eugène
Cédric Stéphane Joël Chloé Inès Thérèse Gaëtan Maïté René Béatrice Mélanie Françoise Aïcha Moïse Solène Côme Jean
Marie Paul Sophie Luc Éric Émilie Étienne Ève Nuño""".split()
LAST = """Dupont Lefèvre Lemaître Müller Garçon Béranger Pérez Gérard Prévost Barthélémy Bénard Guérin Mège Besançon
Lenôtre D’Hôtel Martin Bernard Maréchal Crémieux Pâris Muñoz Delaître Thévenet Desprès Brûlé Dœuf Leblanc""".split()
CITY = """Besançon Orléans Saint-Étienne Béziers Nîmes Mâcon Châlons Évreux Angoulême Sète Épinal Compiègne Lyon Paris
Vénissieux Alès Périgueux Île-de-Ré L’Haÿ-les-Roses Crécy""".split()
NOTE = (
    "cliente fidèle",
    "à rappeler",
    "déjà venu",
    "a payé 35,50 €",
    "n° 12 bâtiment B",
    "cœur de cible",
    "préfère l’été",
    "« VIP »",
    "appelé à 15 h",
    "100 % coton",
    "où est le magasin ?",
    "maïs, août",
    "",
    "",
    "",
)
HEADERS = ("Prénom;Nom;Téléphone;Ville;Note", "prenom;nom;tel;ville;note", "Civilité;Nom;Numéro;Ville;Remarques")
SIZES = (1, 1, 2, 3, 5, 10, 30, 100, 300, 1000)


def table(seed: int, encoding: str) -> str:
    """Make a table of 1 to 1000 rows; what the encoding cannot hold is a question mark."""
    chance = random.Random(seed)
    capitals, small = chance.random() < 0.3, chance.random() < 0.1
    rows = [chance.choice(HEADERS)]
    for _ in range(SIZES[seed % len(SIZES)]):
        cells = [chance.choice(FIRST), chance.choice(LAST), f"06{chance.randrange(10**8):08d}", chance.choice(CITY)]
        cells = [cell.upper() if capitals else cell.lower() if small else cell for cell in cells]
        rows.append(";".join([*cells, chance.choice(NOTE)]))
    text = "\r\n".join(rows) + "\r\n"
    return text.encode(encoding, "replace").decode(encoding)
