extension CallPolicy {
    /// What is given, as a request body would say it, dates in UTC; `gmtZone` last.
    package var value: PolicyValue {
        let days = allowedDays.map { days in
            PolicyValue.array(Weekday.allCases.filter(days.contains).map { .string($0.rawValue) })
        }
        let values: [PolicyValue?] = [
            start.map { .date($0) }, finish.map { .date($0) }, days, allowedTime?.value,
            maxAttempts.map { .number(Double($0)) }, retryIntervalInMinutes.map { .number(Double($0)) },
            dialerPriority.map { .number(Double($0)) }, gmtZone.map { .string($0) },
        ]
        let members = zip(Self.redialFields + ["gmtZone"], values)
        return .object(members.compactMap { name, value in value.map { PolicyValue.Member(name, $0) } })
    }

    /// One line of JSON with only what is given: `{"startDateTime":"2026-11-23T10:00:00Z","maxAttempts":2}`.
    package var jsonText: String { value.jsonText }
}

extension AllowedTime {
    var value: PolicyValue {
        var members = Weekday.allCases.compactMap { day in
            byDay[day].map { PolicyValue.Member(day.rawValue, Self.value(of: $0)) }
        }
        if let byDefault { members.append(.init("default", Self.value(of: byDefault))) }
        return .object(members)
    }

    private static func value(of intervals: [DayInterval]) -> PolicyValue {
        .array(
            intervals.map { interval in
                .object([
                    .init("localTimeFrom", .string(DayInterval.clockText(interval.from))),
                    .init("localTimeTo", .string(DayInterval.clockText(interval.to))),
                ])
            })
    }
}
