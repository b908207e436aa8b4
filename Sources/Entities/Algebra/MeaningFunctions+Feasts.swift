import CivilTime

extension MeaningFunctions {
    /// Days that a calendar moves, and what is said of them.
    static let feasts: [MeaningFunction] = [
        // feast('easter', -2): Good Friday; feast('diwali', -2, 2): two days
        time("feast") { arguments, _ in
            guard let name = arguments.text(0), let day = arguments.whole(1) else { return nil }
            let length = arguments.whole(2) ?? 1
            let calendar: Feast.Calendar
            switch name {
            case "easter": calendar = .easter
            case "orthodoxEaster": calendar = .orthodoxEaster
            default:
                guard FeastDates.days[name] != nil else { return nil }
                calendar = .table(name)
            }
            return feast(Feast(calendar: calendar, day: day, length: length))
        },
        // calendarDay('hebrew', 9, 25, -1, 8): from the day before 25 Kislev eight days
        time("calendarDay") { arguments, _ in
            guard let name = arguments.text(0), let month = ranged(arguments.whole(1), 1...12),
                let day = ranged(arguments.whole(2), 1...30)
            else { return nil }
            let calendars: [String: Feast.Calendar] = [
                "hebrew": .hebrew(month: month), "islamic": .islamic(month: month), "chinese": .chinese(month: month),
                "parsi": .parsi(month: month),
            ]
            return calendars[name].flatMap {
                feast(Feast(calendar: $0, day: day, length: arguments.whole(4) ?? 1, shift: arguments.whole(3) ?? 0))
            }
        },
        // daysOf(1, 20200303, 20240305): these days only; daysOf(3, …): three days from each
        time("daysOf") { arguments, _ in
            guard let numbers = wholes(arguments, arguments.count), numbers.count > 1, numbers[0] > 0 else {
                return nil
            }
            let days = numbers.dropFirst().compactMap {
                CivilDay(year: $0 / 10_000, month: $0 / 100 % 100, day: $0 % 100)?.number
            }
            return feast(Feast(calendar: .days(days), day: 0, length: numbers[0]))
        },
        // byWeekday(x, 0, 0, 0, 0, 0, -1, 1): moved by so many days when it is a Monday, a Tuesday …
        time("byWeekday") { arguments, _ in
            guard let time = arguments.time(0), let days = wholes(Array(arguments.dropFirst()), 7) else { return nil }
            return TimeExpression(
                .byWeekday(time, hours: days.map { $0 * 24 }, lengths: []), time.grain, isInterval: time.isInterval,
                holiday: time.holiday)
        },
        // weekendOf(x): the weekend at a day, made longer by it, from the evening before
        time("weekendOf") { arguments, _ in
            arguments.time(0).map {
                TimeExpression(
                    .byWeekday($0, hours: [-54, -78, 66, -6, -6, -6, -30], lengths: [78, 102, 54, 102, 78, 54, 54]),
                    .hour,
                    isInterval: true)
            }
        },
        // nameOf(x): of a feast
        function("nameOf") { arguments, _ in arguments.time(0)?.holiday.map(Meaning.text) },
    ]

    private static func feast(_ feast: Feast) -> TimeExpression {
        TimeExpression(.feast(feast), .day, isInterval: feast.length > 1)
    }
}
