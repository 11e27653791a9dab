"""The style of the report: calm, readable on a phone and on paper, by day and by night.

Every rule stands under `.cb`, so that a report shown inside another page (a notebook) changes nothing around it. Text
has a contrast of at least 4.5 to 1 in both schemes (WCAG 2.2, 1.4.3); colour never says anything alone.

>>> all(rule.strip().startswith((".cb", "@", "}")) for rule in STYLE.splitlines() if rule and not rule.startswith("  "))
True
"""

from __future__ import annotations

from typing import Final

__all__ = ["PAGE_STYLE", "STYLE"]

PAGE_STYLE: Final = """\
html { color-scheme: light dark; -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
body { margin: 0; background: #f6f5f1 }
@media screen and (prefers-color-scheme: dark) { body { background: #13161a } }
@media print { body { background: #fff } }
"""

STYLE: Final = """\
.cb {
  --page: #f6f5f1; --card: #fff; --line: #e3e0d8; --soft: #f1efe9; --text: #1f2630; --quiet: #5b6470;
  --contacts: #0f766e; --merged: #6d8fb8; --removed: #9a78b4; --rejected: #cf8a2e; --before: #bcc3cb;
  --error: #a32a20; --error-soft: #fbeae7; --warning: #835400; --warning-soft: #fbf0d9;
  --info: #2f5f94; --info-soft: #e8f0f9;
  box-sizing: border-box; max-width: 68rem; margin: 0 auto; padding: clamp(1rem, 3.5vw, 2.75rem);
  background: var(--page); color: var(--text); text-align: left;
  font: 400 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: break-word;
}
@media screen and (prefers-color-scheme: dark) {
  .cb {
    --page: #13161a; --card: #1b1f25; --line: #2e343d; --soft: #232830; --text: #e7e9ec; --quiet: #a3acb8;
    --contacts: #35b5a6; --merged: #7ba3d4; --removed: #b294cc; --rejected: #dfa24c; --before: #4c5561;
    --error: #ff9d92; --error-soft: #3a2220; --warning: #efc064; --warning-soft: #352b17;
    --info: #9cc4f0; --info-soft: #1e2d3e;
  }
}
.cb *, .cb *::before { box-sizing: inherit }
.cb h1, .cb h2, .cb h3, .cb h4, .cb p, .cb ul, .cb dl, .cb dd { margin: 0; padding: 0 }
.cb h1 {
  font-size: clamp(1.75rem, 5.4vw, 2.75rem); line-height: 1.14; font-weight: 650; letter-spacing: -.022em;
  color: inherit
}
.cb h2 { font-size: 1.25rem; line-height: 1.3; font-weight: 640; letter-spacing: -.01em; color: inherit }
.cb h3, .cb h4 { font-size: 1rem; line-height: 1.4; font-weight: 640; color: inherit }
.cb h1, .cb .tile b, .cb .times { font-variant-numeric: normal }
.cb p, .cb h1, .cb h2, .cb h3 { text-wrap: pretty }
.cb section > p code { white-space: nowrap }
.cb code { font: .875em/1.5 ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace }
.cb a { color: var(--info); text-underline-offset: .15em }
.cb svg { display: block; width: 100% }
.cb .quiet { color: var(--quiet); font-size: .9375rem }
.cb .small { font-size: .8125rem }
.cb header { padding: .5rem 0 1.5rem }
.cb .eyebrow {
  display: flex; flex-wrap: wrap; gap: .1rem .75rem; margin-bottom: .75rem; color: var(--quiet);
  font-size: .875rem
}
.cb .eyebrow b { color: var(--contacts); font-weight: 650 }
.cb .verdict {
  display: flex; gap: .6rem; max-width: 46rem; margin-top: .9rem; font-size: 1.0625rem; color: var(--quiet)
}
.cb .verdict svg { flex: none; width: 1.35rem; height: 1.35rem; margin-top: .15rem }
.cb .alarm { color: var(--error); font-weight: 600 }
.cb section {
  margin-top: 1.25rem; padding: clamp(1.1rem, 3vw, 1.75rem); background: var(--card);
  border: 1px solid var(--line); border-radius: 14px
}
.cb section > h2 + .quiet { margin-top: .25rem; max-width: 46rem }
.cb .body { margin-top: 1.1rem }
.cb .stack { height: 30px; border-radius: 8px; background: var(--soft) }
.cb .bar { height: 8px; border-radius: 4px; background: var(--soft) }
.cb .pair { height: 18px; border-radius: 3px }
.cb .key { display: flex; gap: .6rem }
.cb .key svg { flex: none; width: .75rem; height: .75rem; margin-top: .34rem; border-radius: 3px }
.cb .of-contacts { fill: var(--contacts) }
.cb .of-merged_away { fill: var(--merged) }
.cb .of-removed { fill: var(--removed) }
.cb .of-rejected { fill: var(--rejected) }
.cb .of-before { fill: var(--before) }
.cb .of-track { fill: var(--soft) }
.cb .of-good { fill: none; stroke: var(--contacts); stroke-width: 2.2; stroke-linecap: round; stroke-linejoin: round }
.cb table {
  width: 100%; margin: 0; border: 0; border-collapse: collapse; background: none; font-size: .9375rem;
  color: inherit
}
.cb caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
.cb .captioned caption {
  position: static; width: auto; height: auto; padding: 0 0 .4rem; clip-path: none; text-align: left;
  color: var(--quiet); font-size: .8125rem
}
.cb tr { background: none }
.cb th, .cb td {
  padding: .45rem .75rem .45rem 0; border: 0; border-top: 1px solid var(--line); text-align: left;
  vertical-align: top; font-weight: 400
}
.cb bdi, .cb code { overflow-wrap: anywhere }
.cb thead th { border-top: 0; color: var(--quiet); font-size: .8125rem }
.cb th:last-child, .cb td:last-child { padding-right: 0 }
.cb .number { text-align: right; white-space: nowrap }
.cb tfoot th, .cb tfoot td { font-weight: 640 }
.cb .tiles {
  display: grid; grid-template-columns: repeat(auto-fit, minmax(min(7rem, 100%), 1fr)); gap: 1.25rem 1.5rem
}
.cb .tile b { display: block; font-size: 1.75rem; line-height: 1.2; font-weight: 640; letter-spacing: -.015em }
.cb .tile .bar { margin: .45rem 0 .5rem }
.cb .tile .of { font-weight: 600 }
.cb .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(25rem, 100%), 1fr)); gap: 1rem }
.cb .card { min-width: 0; padding: 1.1rem 1.2rem; border: 1px solid var(--line); border-radius: 11px }
.cb .card .top { display: flex; justify-content: space-between; gap: 1rem; align-items: baseline }
.cb .card .times { flex: none; font-size: 1.375rem; font-weight: 640; letter-spacing: -.01em }
.cb .card.error .times { color: var(--error) }
.cb .card.warning .times { color: var(--warning) }
.cb .card .quiet { margin-top: .35rem }
.cb .card .do { margin-top: .55rem }
.cb .card .do b { font-weight: 640 }
.cb .card table { margin-top: .8rem; font-size: .875rem }
.cb .card th, .cb .card td { padding-top: .3rem; padding-bottom: .3rem }
.cb .card td:nth-child(2) { min-width: 4.25rem }
.cb .line { color: var(--quiet); font-size: .8125rem; white-space: nowrap }
.cb .code { display: block; color: var(--quiet); font-size: .8125rem }
.cb .pill {
  display: inline-block; padding: .1rem .6rem; border-radius: 1rem; font-size: .8125rem; font-weight: 600;
  white-space: nowrap
}
.cb .pill.error { background: var(--error-soft); color: var(--error) }
.cb .pill.warning { background: var(--warning-soft); color: var(--warning) }
.cb .pill.info { background: var(--info-soft); color: var(--info) }
.cb details { margin-top: .9rem; padding: 0 }
.cb details + details { padding-top: .9rem; border-top: 1px solid var(--line) }
.cb summary { display: flex; gap: .6rem; align-items: baseline; cursor: pointer; font-weight: 600; list-style: none }
.cb summary::-webkit-details-marker { display: none }
.cb summary::before {
  content: ""; flex: none; width: .45rem; height: .45rem; margin-right: .1rem; border: solid var(--quiet);
  border-width: 0 2px 2px 0; transform: rotate(-45deg) translate(-1px, -1px); transition: transform .15s
}
.cb details[open] > summary::before { transform: rotate(45deg) translate(-1px, -1px) }
.cb summary:focus-visible { outline: 2px solid var(--info); outline-offset: 4px; border-radius: 4px }
.cb details > table { margin-top: .6rem }
.cb .fields td.bars { width: 46%; min-width: 2.5rem; vertical-align: middle }
.cb td.bars svg { min-width: 2rem }
.cb thead .number svg { display: inline-block; width: .6rem; height: .6rem; margin-right: .35rem; border-radius: 2px }
.cb .group + .group { margin-top: 1.75rem }
.cb .group > .cards { grid-template-columns: repeat(auto-fit, minmax(min(18.5rem, 100%), 1fr)); margin-top: .6rem }
.cb .chances { margin-top: .6rem }
.cb .chances .stack { height: 10px; border-radius: 5px }
.cb .legend { display: flex; flex-wrap: wrap; gap: .1rem 1rem; margin-top: .35rem; font-size: .8125rem }
.cb .legend .key { gap: .35rem }
.cb .legend .key svg { width: .6rem; height: .6rem; border-radius: 2px }
.cb .group h4 { font-size: .9375rem }
.cb .group .card .top { gap: .5rem }
.cb .group .card .times { font-size: 1.25rem }
.cb .steps { table-layout: fixed }
.cb .card .steps th, .cb .card .steps td { padding: .28rem 0; border-top: 0; line-height: 1.35; white-space: normal }
.cb .card .steps tfoot th, .cb .card .steps tfoot td { padding-top: .45rem }
.cb .steps thead th:first-child { width: 45% }
.cb .steps thead .number { width: 3.3rem }
.cb .steps .says { display: block; color: var(--quiet); font-size: .8125rem }
.cb .steps .number { vertical-align: middle }
.cb .steps td.bars { position: relative }
.cb .steps td.bars svg {
  position: absolute; inset: 0 auto 0 .5rem; width: calc(100% - .9rem); height: 100%; overflow: visible
}
.cb .zero { stroke: var(--line); stroke-width: 1.5 }
.cb .lead { stroke: var(--quiet); stroke-width: 1; stroke-dasharray: 2 2 }
.cb .is-start { fill: var(--before) }
.cb .is-for { fill: var(--contacts) }
.cb .is-against { fill: var(--card); stroke: var(--error); stroke-width: 1.5 }
.cb .is-total { fill: var(--text) }
.cb .remarks { margin-top: .7rem; color: var(--quiet); list-style: none }
.cb .remarks li { padding: .1rem 0 }
.cb .columns {
  display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 1.25rem 2.5rem;
  align-items: start
}
.cb .plain { list-style: none }
.cb .plain li { padding: .5rem 0; border-top: 1px solid var(--line) }
.cb .plain li:first-child { border-top: 0 }
.cb .advice {
  margin-top: 1rem; padding: .7rem .95rem; border-left: 3px solid var(--rejected); border-radius: 0 8px 8px 0;
  background: var(--warning-soft)
}
.cb pre {
  margin: .6rem 0 0; padding: .85rem 1rem; border: 0; border-radius: 9px; background: var(--soft);
  color: inherit; white-space: pre-wrap; overflow-wrap: anywhere
}
.cb dl.facts {
  display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .3rem 1.25rem; font-size: .9375rem
}
.cb dl.facts dt { color: var(--quiet) }
.cb footer { padding: 1.25rem 0 .25rem; color: var(--quiet); font-size: .8125rem }
@media (min-width: 48rem) {
  .cb .card tbody th { white-space: nowrap }
}
@media (max-width: 30rem) {
  .cb section { border-radius: 12px }
  .cb .card { padding: .95rem 1rem }
  .cb th, .cb td { padding-right: .5rem }
  .cb .fields td.bars { width: 22% }
}
@media (max-width: 24rem) {
  .cb .fields { font-size: .8125rem }
}
@media print {
  .cb {
    --page: #fff; --card: #fff; --soft: #f3f2ee; max-width: none; padding: 0; font-size: 10pt;
    print-color-adjust: exact; -webkit-print-color-adjust: exact
  }
  .cb section { padding: .6rem 0; border-width: 1px 0 0; border-radius: 0 }
  .cb .card, .cb tr, .cb .tile, .cb h2 { break-inside: avoid }
  .cb .cards { grid-template-columns: 1fr 1fr; gap: .6rem }
  .cb h2, .cb h3, .cb caption { break-after: avoid }
  .cb details::details-content { display: block; content-visibility: visible; block-size: auto }
}
"""
