"""The figures of a campaign, counted once more in SQL by DuckDB."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from contactbase.model.contact import Contact
from contactbase.model.enums import Channel
from contactbase.reporting.results.campaign import campaign_results
from contactbase.reporting.results.tally import Measure
from reporting.results.mailings import TODAY, bases

duckdb = pytest.importorskip("duckdb")

SQL = """
with about as (
    select contact, kind, coalesce(at, date '0001-01-01') as day,
           case kind when 'delivery' then 0 when 'bounce' then 1 else 2 end as place
    from events
    where campaign = 'spring' and channel = 'sms' and (at is null or at <= $today)
      and (kind in ('open', 'click', 'reply', 'unsubscribe', 'complaint')
           or (kind in ('message', 'delivery', 'bounce') and direction = 'from_us'))
),
last as (
    select contact, place
    from (select *, row_number() over (partition by contact order by day desc, place desc) as n
          from about where kind <> 'message')
    where n = 1
),
people as (
    select contact, coalesce(place, -1) as place
    from (select distinct contact from about) left join last using (contact)
)
select count(*),
       count(*) filter (place in (0, 2)), count(*) filter (place = 1), count(*) filter (place = -1),
       count(*) filter (place in (0, 2) and contact in (select contact from about where kind = 'click')),
       count(*) filter (place in (0, 2) and contact in (select contact from about where kind = 'unsubscribe')),
       count(*) filter (place in (0, 2) and contact in (select contact from about where kind = 'complaint'))
from people
"""
COUNTED = (
    Measure.SENT,
    Measure.DELIVERED,
    Measure.BOUNCED,
    Measure.UNREPORTED,
    Measure.CLICKED,
    Measure.UNSUBSCRIBED,
    Measure.COMPLAINED,
)


def rows(base: list[Contact]) -> list[tuple[Any, ...]]:
    return [
        (contact.id, event.kind.value, event.at, event.direction.value, event.channel, event.campaign)
        for contact in base
        for event in contact.events
    ]


@settings(deadline=None, max_examples=60)
@given(bases())
def test_sql_counts_the_same(base: list[Contact]) -> None:
    connection = duckdb.connect()
    connection.execute(
        "create table events (contact text, kind text, at date, direction text, channel text, campaign text)"
    )
    if found := rows(base):
        connection.executemany("insert into events values (?, ?, ?, ?, ?, ?)", found)
    counted = connection.execute(SQL, {"today": TODAY}).fetchone()
    whole = campaign_results(base, campaign="spring", channel=Channel.SMS, as_of=TODAY).whole
    assert counted == tuple(whole.count(measure) for measure in COUNTED)
