"""Writing HTML so that no value can become markup: text is escaped by the only function that makes elements.

`Html` is markup that may stand as it is; a plain `str` is text. Attribute values are escaped too.

>>> print(element("p", "<b>", element("b", "bold"), class_="<"))
<p class="&lt;">&lt;b&gt;<b>bold</b></p>
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Final

__all__ = ["Child", "Html", "element", "inside", "join"]


class Html(str):
    """Markup, already escaped."""

    __slots__ = ()


Child = str | Html | Iterable["Child"] | None
"""Text (escaped), markup (not), several of them, or nothing."""

_VOID: Final = frozenset({"br", "meta"})
_SHAPES: Final = frozenset({"rect", "circle", "line", "path"})
_UNPRINTABLE: Final = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(127, 160)), "�")


def inside(child: Child) -> Html:
    """Give a child as markup: text without what no HTML file may hold (NUL, lone surrogates), and escaped."""
    match child:
        case None:
            return Html()
        case Html():
            return child
        case str():
            return Html(escape(_sound(child)))
    return Html("".join(map(inside, child)))


def _sound(text: str) -> str:
    sound = text.translate(_UNPRINTABLE)
    try:
        sound.encode()
    except UnicodeEncodeError:
        return sound.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return sound


def element(tag: str, *children: Child, **attributes: str | float | None) -> Html:
    """Make an element; `class_` becomes `class`, `aria_label` becomes `aria-label`, None is left out."""
    given = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{inside(str(value))}"'
        for name, value in attributes.items()
        if value is not None
    )
    if tag in _VOID:
        return Html(f"<{tag}{given}>")
    if tag in _SHAPES:
        return Html(f"<{tag}{given}/>")
    return Html(f"<{tag}{given}>{inside(children)}</{tag}>")


def join(*parts: Child) -> Html:
    """Put parts one after the other."""
    return inside(parts)
