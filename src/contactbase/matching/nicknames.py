"""First names that are used for one another: data, one line per full form.

Only short forms that French and English speakers use for that name and hardly ever as a given name of their own; a
form that stands for several names (Fred, Jo, Alex) is listed under each. Our own list, from common usage.

>>> sorted(NICKNAMES["fred"])
['frederic', 'frederick', 'frederique']
"""

from __future__ import annotations

from typing import Final

__all__ = ["NICKNAMES"]

_SHORT_FORMS: Final = """
alexandra: alex
alexandre: alex
alexander: alex
andrew: andy
anthony: tony
antoine: toine tonio
benedicte: bene
benjamin: ben benji
bernadette: nadette
bernard: nanard
caroline: caro
catherine: cathy cath kathy
cedric: ced
charlotte: cha
christelle: cricri
christian: chris cricri
christine: chris
christophe: chris
christopher: chris
daniel: dan dany danny
daniele: dany
danielle: dany
david: dave
dominique: dom domi
edward: ed eddie ted
elizabeth: liz beth betty lizzie
emmanuel: manu
emmanuelle: manu
fabien: fab
fabrice: fab
florence: flo
florent: flo
florian: flo
francois: fanfan
frederic: fred
frederick: fred
frederique: fred
gabriel: gab gaby
gabrielle: gab gaby
genevieve: ginou
guillaume: guigui
gregory: greg
isabelle: isa
jacqueline: jackie
james: jim jimmy
jean claude: jeanclo
jean francois: jef jeff
jeffrey: jeff
jennifer: jen jenny
jessica: jess
jonathan: jon
joseph: jo joe
joelle: jo
josephine: jo
josiane: jo josy
jocelyne: jo
laurence: lolo
laurent: lolo
margaret: maggie peggy meg
marguerite: margot
martine: titine
matthew: matt
matthieu: matt mat
mathieu: mat matt
maximilien: max
maxime: max
michael: mike mick mickey
mickael: mike mick
michel: mich
michele: mich mimi
micheline: mimi
monique: momo
nathalie: nath nat
nicholas: nick
nicolas: nico
patricia: pat
patrick: pat
philippe: phil
philip: phil
richard: dick rick
robert: bob rob bobby
samuel: sam
samantha: sam
sandrine: sandy
sebastien: seb
sophie: soso
stephane: steph
stephanie: steph
susan: sue
sylvie: syl
thomas: tom
valerie: val
veronique: vero
victoria: vicky
vincent: vince
virginie: virg
william: bill will billy
xavier: xav
"""


def _by_short_form() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _SHORT_FORMS.split("\n"):
        full, _, short_forms = line.partition(":")
        for short in short_forms.split():
            found.setdefault(short, set()).add(full)
    return {short: frozenset(full) for short, full in found.items()}


NICKNAMES: Final[dict[str, frozenset[str]]] = _by_short_form()
"""Folded short form to the folded full forms that it stands for."""
