"""Legal forms of companies, as words of their names.

Own lists: France (Code de commerce, Code civil, Code rural), and the usual forms of the neighbouring countries. Words
are fold keys with their dots taken out (`S.A.R.L.` is `sarl`, `sp. z o.o.` is `spzoo`).

>>> "sarl" in FORMS, "ets" in BEFORE, "societe civile immobiliere" in PHRASES
(True, True, True)
"""

from __future__ import annotations

from typing import Final

__all__ = ["AFTER", "BEFORE", "FORMS", "PHRASES"]

FORMS: Final = frozenset(
    # France
    "sarl sarlu eurl sas sasu snc scs sca sci scp scm scea scop scic sccv selarl selarlu selas selasu selafa selca"
    " eirl earl gaec gie geie gfa gfr sem spl sica sicav sppicav spfpl"
    # Belgium, Luxembourg, Switzerland
    " sprl bvba asbl vzw scrl cvba sccrl sagl"
    # Germany, Austria
    " gmbh ggmbh mbh ohg kgaa ev eg"
    # United Kingdom, Ireland, United States
    " ltd limited plc llp llc inc incorporated corp corporation"
    # Italy, Spain, Portugal
    " spa srl srls sapa slu slne sau lda unipessoal"
    # Netherlands, Nordic and Central Europe
    " bv vof aps asa oyj uab sro spzoo kft zrt nyrt doo dooel eood ood".split()
)
"""A legal form wherever it stands at an end of a name."""

AFTER: Final = frozenset({"sa", "ag", "kg", "ug", "nv", "cv", "se", "ab", "as", "oy", "ou", "sl", "co", "cie", "ei"})
"""Legal forms of two letters or so, which count as such after the name alone (`Durand SA`, not `AS Durand`)."""

BEFORE: Final = frozenset(
    {"sa", "ei", "ets", "etablissements", "etablissement", "ste", "societe", "entreprise", "maison"}
)
"""What stands before a name and says as little as a legal form."""

PHRASES: Final = (
    "societe par actions simplifiee unipersonnelle",
    "societe par actions simplifiee",
    "societe a responsabilite limitee",
    "entreprise unipersonnelle a responsabilite limitee",
    "societe civile immobiliere",
    "societe civile professionnelle",
    "societe en nom collectif",
    "societe anonyme",
    "entreprise individuelle",
    "auto entrepreneur",
    "micro entreprise",
    "groupement d interet economique",
    "gmbh et co kg",
    "et compagnie",
    "et cie",
    "et co",
    "et fils",
)
"""Legal forms and their like in several words, at either end of a name."""
