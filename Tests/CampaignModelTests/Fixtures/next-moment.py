#!/usr/bin/env python3
"""The next allowed moment of a schedule, found by looking at the callee's wall clock minute after minute.

Reads questions, one a line of JSON, and answers each with a line: seconds since 1970, or `none` when no moment within 400 days
is allowed. Shares nothing with the program it judges: the clock is Python's zoneinfo, on the zone data in the folder given.

    {"zone": "Europe/Berlin", "from": 1803772800, "isLegal": true, "policy": {"allowedDays": ["mon"], …}}

The definition (campaigns.md 4.1): a moment is allowed when the wall clock stands in an interval of its day, or in one over
midnight of the day before; not before the start, not at the finish or later; with `isLegal` only from 08:00 to 21:00.
"""
import functools, json, sys, zoneinfo
from datetime import datetime, timezone

WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
DAY = 86400


@functools.cache
def clock(name):
    return datetime.strptime(name, "%z").tzinfo if name[0] in "+-" else zoneinfo.ZoneInfo(name)


def minutes(text):
    hour, minute = text.split(":")
    return int(hour) * 60 + int(minute)


class Schedule:
    def __init__(self, question):
        policy = question["policy"]
        self.zone, self.isLegal = clock(question["zone"]), question["isLegal"]
        self.start, self.finish = (moment(policy.get(name)) for name in ("startDateTime", "finishDateTime"))
        self.times = [self.intervals(policy, day) for day in WEEK]
        self.week = [self.minutes(weekday) for weekday in range(7)]
        self.isClosed = [not any(day) for day in self.week]

    @staticmethod
    def intervals(policy, day):
        if day not in policy.get("allowedDays", WEEK):
            return []
        if "allowedTime" not in policy:
            return [(0, 1440)]
        times = policy["allowedTime"]
        found = times.get(day, times.get("default", []))
        return [(minutes(one["localTimeFrom"]), minutes(one["localTimeTo"])) for one in found]

    def minutes(self, weekday):
        """All minutes that the wall clock shows on that day, 1 where the policy's times and the law allow a call."""
        day = bytearray(1440)
        for begin, end in self.times[weekday - 1]:
            if begin > end:
                day[:end] = [1] * end
        for begin, end in self.times[weekday]:
            last = end if begin < end else 1440
            day[begin:last] = [1] * (last - begin)
        if self.isLegal:
            day[:480], day[1260:] = [0] * 480, [0] * 180
        return day

    def next(self, begin):
        """The first allowed second at `begin` or after it."""
        second = begin if self.start is None else max(begin, self.start)
        end = begin + 400 * DAY if self.finish is None else min(begin + 400 * DAY, self.finish)
        while second < end:
            local = datetime.fromtimestamp(second, self.zone)
            today = local.weekday()
            if self.week[today][local.hour * 60 + local.minute]:
                return second
            # No clock is put forward or back by a day: for half a day it shows yesterday, today or tomorrow.
            isFar = self.isClosed[today - 1] and self.isClosed[today] and self.isClosed[(today + 1) % 7]
            second += (DAY // 2 if isFar else 60) - local.second
        return None


def moment(text):
    if text is None:
        return None
    return int(datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=timezone.utc).timestamp())


def main():
    zoneinfo.reset_tzpath([sys.argv[1]])
    for line in sys.stdin:
        question = json.loads(line)
        found = Schedule(question).next(question["from"])
        print("none" if found is None else found)


if __name__ == "__main__":
    main()
