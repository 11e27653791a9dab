"""Generated and mutated e-mail cells, the same for every run: material of the differential tests."""

from __future__ import annotations

import random
from collections.abc import Iterator

LOCALS = [*"lea leo.martin l.e.a lea-martin lea_1 lea+promo o'neil LEA Léa info a 0".split(), "x" * 63]
DOMAINS = (
    "gmail.com free.fr orange.fr example.org sub.example.com GMAIL.COM münchen.de xn--mnchen-3ya.de straße.de a-b.fr "
    "1and1.com x.y.z.co.uk exemple.paris localhost boutique.test a.b 例え.jp ΟΔΟΣ.gr"
).split()
SPLICES = [
    *". .. - -- @ , ; ' \" < > ( ) [ ] \\ | / + _ é ß İ ﬁ 。 ＠ א ☃ xn-- 1".split(),
    *" \n\x00\u00a0\u0301\u037e\u1fef\u200b\ud800",
    "e\u0301",
    "x" * 60,
]


def addresses(count: int, seed: int = 11) -> Iterator[str]:
    """Give addresses, most of them damaged in one to three places."""
    draw = random.Random(seed)
    for _ in range(count):
        address = f"{draw.choice(LOCALS)}@{draw.choice(DOMAINS)}"
        for _ in range(draw.choice((0, 1, 1, 1, 2, 3))):
            place = draw.randrange(len(address) + 1)
            kept = draw.choice((0, 0, 1))
            address = address[:place] + draw.choice(SPLICES) + address[place + kept :]
        yield address
