"""One cell of a date column, read in full: the reference that every faster path must agree with.

What is written (`date_formats`) meets what the column and the field know: the order is chosen, the century found, an
instant becomes a local day, a bare number counts days or seconds, and the day is judged (`date_bounds`).

Excel serial numbers: ECMA-376 part 1, 18.17.4; the 1900 system has a 29 February 1900 that never was, so that its
first 59 numbers are one day late.

>>> DateReader.of(Hints(excel_epoch=1900)).read("29252").values
(datetime.date(1980, 2, 1),)
"""

from __future__ import annotations

import datetime as dt
from typing import Final, Self
from zoneinfo import ZoneInfo

import attrs

from contactbase.model.enums import Severity
from contactbase.model.hints import DateOrder, Hints
from contactbase.model.journal import Finding
from contactbase.normalize.cell_text import LONGEST, NULL_WORDS, is_excel_error, plain, without_accents
from contactbase.normalize.date_bounds import PLACEHOLDERS, Bounds, Meaning, a_day
from contactbase.normalize.date_clock import Clock
from contactbase.normalize.date_formats import Counted, Refused, Written, read
from contactbase.normalize.date_order import ORDER_NAMES, customary, pick
from contactbase.normalize.normalized import Normalized
from contactbase.normalize.remark import remark
from contactbase.normalize.several import read_lines

__all__ = ["DateReader"]

_ZERO_DAYS: Final = frozenset({"00/01/1900", "0/1/1900", "1900-01-00", "01/00/1900", "1/0/1900"})
"""How spreadsheets show the serial number 0."""
_EPOCHS: Final = {None: dt.date.min, 1900: dt.date(1899, 12, 30), 1904: dt.date(1904, 1, 1)}
_LAST_SERIAL: Final = 2_958_465
"""31 December 9999 in the 1900 system."""
_NO_DAY: Final = 60
"""Excel counts 29 February 1900, which never was; before it, its serial numbers are one day late."""
_SECONDS: Final = {9: 1, 10: 1, 12: 1000, 13: 1000}
"""Digits of a count since 1970, to units per second: from 1973 to 2286."""
_UNIX_EPOCH: Final = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)

_Dated = tuple[dt.date, bool]
"""A day, and whether its century was assumed."""


@attrs.frozen(kw_only=True)
class DateReader:
    """Everything about a date column that does not change from cell to cell."""

    field: str | None
    bounds: Bounds
    region: str
    order: DateOrder | None
    epoch: int | None
    unix_time: bool
    zone: ZoneInfo

    @classmethod
    def of(cls, hints: Hints) -> Self:
        """Bind the hints; ValueError for a zone or an epoch that does not exist."""
        if hints.excel_epoch not in _EPOCHS:
            raise ValueError(f"excel_epoch is 1900, 1904 or None, not {hints.excel_epoch}.")
        return cls(
            field=hints.field,
            bounds=Bounds.of(hints.field, hints.as_of),
            region=hints.region,
            order=hints.date_order,
            epoch=hints.excel_epoch,
            unix_time=hints.unix_time,
            zone=_zone(hints.zone),
        )

    def read(self, text: str) -> Normalized[dt.date]:
        """Read any cell."""
        form = read_lines(text, self.read, code="date.several-in-cell", field=self.field)
        if form is not None:
            return form
        text = plain(text)
        if not text:
            return Normalized()
        text = without_accents(text)
        code = _refusal(text)
        reading = Refused(code) if code is not None else read(text)
        if isinstance(reading, Refused):
            return self._refuse(reading.code)
        return self._count(reading) if isinstance(reading, Counted) else self._written(reading)

    def _say(self, code: str, **details: str | int) -> Finding:
        return remark(code, self.field, **details)

    def _refuse(self, code: str) -> Normalized[dt.date]:
        return Normalized((), (self._say(code),))

    def _written(self, written: Written) -> Normalized[dt.date]:
        if written.short and self.bounds.as_of is None:
            code = "date.century-unknown" if self._thinkable(written) else "date.impossible"
            return self._refuse(code)
        readings = self._readings(written)
        if not readings:
            return self._refuse("date.impossible")
        order, findings = self._choose(written, readings)
        if order is None:
            return Normalized((), findings)
        day, assumed = readings[order]
        if assumed:
            findings += (self._say("date.century-assumed", century=f"{day.year // 100}xx"),)
        if written.weekday is not None and day.weekday() != written.weekday:
            findings += (self._say("date.weekday-mismatch"),)
        return self._timed(day, written.clock, findings)

    def _thinkable(self, written: Written) -> bool:
        """Tell whether some year has such a day: 2000 has every day that any year has."""
        readings = (pick(written.parts, order) for order in written.orders)
        return any(a_day(2000, month, day) for _, month, day in readings)

    def _readings(self, written: Written) -> dict[DateOrder, _Dated]:
        """Give the days that the numbers can mean, by order; those on the weekday named win over the others."""
        found: dict[DateOrder, _Dated] = {}
        for order in sorted(written.orders, key=lambda order: order is not self.order):
            if self.order in found and written.weekday is None:
                break
            year, month, number = pick(written.parts, order)
            if written.short and self.bounds.as_of is not None:
                dated = self.bounds.century(self.bounds.as_of, month, number, short=year)
            else:
                day = a_day(year, month, number)
                dated = None if day is None else (day, False)
            if dated is not None:
                found[order] = dated
        fitting = {order: dated for order, dated in found.items() if dated[0].weekday() == written.weekday}
        return fitting or found

    def _choose(
        self, written: Written, readings: dict[DateOrder, _Dated]
    ) -> tuple[DateOrder | None, tuple[Finding, ...]]:
        """Choose among the orders in which there is such a day: the column's, the only one, or the custom."""
        if self.order in readings:
            return self.order, ()
        first = next(iter(readings))
        if len({day for day, _ in readings.values()}) == 1:
            return first, self._unexpected(written, first)
        if self.order is DateOrder.MIXED:
            return None, (self._say("date.undecidable-order"),)
        custom = customary(self.region, short=written.short)
        order = custom if custom in readings else first
        return order, (self._say("date.ambiguous-order", order=ORDER_NAMES[order], region=self.region),)

    def _unexpected(self, written: Written, order: DateOrder) -> tuple[Finding, ...]:
        """Say that a numeric date contradicts the order of its column; a spelled or ISO date never does."""
        if self.order is None or self.order is DateOrder.MIXED or self.order not in written.orders:
            return ()
        return (self._say("date.other-order", order=ORDER_NAMES[order], expected=ORDER_NAMES[self.order]),)

    def _timed(self, day: dt.date, clock: Clock | None, findings: tuple[Finding, ...]) -> Normalized[dt.date]:
        """Take the local day of an instant, and of a time without a zone the day itself."""
        if clock is None or clock.offset is None or day in PLACEHOLDERS:
            return self._judged(day, findings)
        moment = dt.datetime(day.year, day.month, day.day, clock.hour, clock.minute, clock.second, tzinfo=dt.UTC)
        try:
            local = (moment - dt.timedelta(minutes=clock.offset)).astimezone(self.zone).date()
        except OverflowError:
            return self._refuse("date.out-of-range")
        if local == day:
            return self._judged(local, findings)
        if clock != Clock(0, 0, 0, 0):
            return self._judged(local, (*findings, self._say("date.zone-changed-day", zone=self.zone.key)))
        born = self.bounds.meaning is Meaning.BIRTH
        taken = "UTC" if born else self.zone.key
        said = self._say("date.midnight-utc", zone=self.zone.key, taken=taken)
        return self._judged(day if born else local, (*findings, said))

    def _judged(self, day: dt.date, findings: tuple[Finding, ...] = ()) -> Normalized[dt.date]:
        wrong = self.bounds.judge(day)
        if wrong is None:
            return Normalized((day,), findings)
        if wrong.severity is Severity.ERROR or wrong.code == "date.placeholder":
            return Normalized((), (wrong,))
        return Normalized((day,), (*findings, wrong))

    def _count(self, counted: Counted) -> Normalized[dt.date]:
        """Read a bare number as days or seconds where the column is known to hold them."""
        led_by_zero = counted.whole < 10 ** (counted.digits - 1)
        if led_by_zero:
            return self._refuse("date.unreadable")
        if self.unix_time and counted.digits in _SECONDS:
            return self._since_1970(counted.whole // _SECONDS[counted.digits])
        if self.epoch is not None and counted.digits <= 7:
            return self._serial(counted.whole)
        if counted.digits == 5:
            return self._refuse("date.looks-like-serial")
        return self._refuse("date.looks-like-unix-time" if counted.digits in _SECONDS else "date.unreadable")

    def _serial(self, serial: int) -> Normalized[dt.date]:
        """Give the day of an Excel serial number; its fraction is the time of day."""
        if serial > _LAST_SERIAL:
            return self._refuse("date.out-of-range")
        late = self.epoch == 1900 and serial < _NO_DAY
        if self.epoch == 1900 and serial == _NO_DAY:
            return self._refuse("date.impossible")
        try:
            return self._judged(_EPOCHS[self.epoch] + dt.timedelta(days=serial + late))
        except OverflowError:
            return self._refuse("date.out-of-range")

    def _since_1970(self, seconds: int) -> Normalized[dt.date]:
        moment = _UNIX_EPOCH + dt.timedelta(seconds=seconds)
        return self._judged(moment.astimezone(self.zone).date())


def _refusal(text: str) -> str | None:
    """Give the code of a cell that holds no date at all, whatever its digits say."""
    if len(text) > LONGEST:
        return "date.unreadable"
    if is_excel_error(text):
        return "date.excel-error"
    return "date.placeholder" if text in NULL_WORDS or text in _ZERO_DAYS else None


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, LookupError) as error:
        raise ValueError(f"{name!r} is no IANA time zone. Write one such as Europe/Paris or UTC.") from error
