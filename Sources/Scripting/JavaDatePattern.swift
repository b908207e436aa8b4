import CivilTime
import FoundationEssentials

/// A pattern of Java's `SimpleDateFormat`, for `$jsapi.dateForZone`: `dd.MM.yyyy HH:mm`, `EEEE`, `h 'o''clock' a`.
struct JavaDatePattern {
    /// What is no such pattern.
    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    private enum Part: Equatable {
        case text(String)
        case field(Character, count: Int)
    }

    private let parts: [Part]

    /// - Throws: `Fault` for a letter that means nothing and for a quote that nothing closes.
    init(_ pattern: String) throws(Fault) {
        var parts: [Part] = []
        var rest = pattern.prefix(Self.longest)
        while let letter = rest.first {
            if letter == "'" {
                parts.append(.text(try Self.quoted(&rest)))
            } else if letter.isASCII, letter.isLetter {
                guard Self.letters.contains(letter) else { throw Self.unknown(letter) }
                let run = rest.prefix { $0 == letter }
                rest = rest.dropFirst(run.count)
                parts.append(.field(letter, count: run.count))
            } else {
                parts.append(.text(String(letter)))
                rest = rest.dropFirst()
            }
        }
        self.parts = parts
    }

    private static let letters = "GyYMLwDdEuaHkKhmsSzZX"
    private static let longest = 1000

    /// `'text'` with `''` for a quote in it; `''` alone is a quote.
    private static func quoted(_ rest: inout Substring) throws(Fault) -> String {
        var text = ""
        rest = rest.dropFirst()
        let isEmpty = rest.first == "'"
        while let end = rest.firstIndex(of: "'") {
            text += rest[..<end]
            rest = rest[rest.index(after: end)...]
            guard !isEmpty, rest.first == "'" else { return isEmpty ? "'" : text }
            text += "'"
            rest = rest.dropFirst()
        }
        throw Fault(description: "the pattern has a quote ' that nothing closes; write '' for one that is to be shown.")
    }

    private static func unknown(_ letter: Character) -> Fault {
        Fault(
            description:
                "the letter `\(letter)` means nothing in a pattern. Write dd.MM.yyyy HH:mm and the like, and other words in quotes: 'day' d."
        )
    }

    /// The instant as the pattern shows it on the zone's clock, with the names of months and days of a language.
    func text(of instant: Date, in zone: Zone, language: String) -> String {
        let wall = zone.localTime(at: instant)
        // What scripts have as `Date.now()`.
        let milliseconds = (instant.timeIntervalSince1970 * 1000).rounded(.down)
        let moment = Moment(
            wall: wall, millisecond: Int(milliseconds - (milliseconds / 1000).rounded(.down) * 1000),
            offset: zone.offset(at: instant),
            names: language == "ru" ? .russian : .english)
        return parts.map { part in
            switch part {
            case .text(let text): text
            case .field(let letter, let count): moment.text(of: letter, count)
            }
        }.joined()
    }
}

/// One instant in one zone, field by field.
private struct Moment {
    let wall: CivilDateTime
    let millisecond: Int
    /// Seconds east of Greenwich.
    let offset: Int
    let names: DateNames

    func text(of letter: Character, _ count: Int) -> String {
        switch letter {
        case "G": names.eras[wall.year > 0 ? 1 : 0]
        case "y": year(wall.year, count)
        case "Y": year(week.year, count)
        case "M": month(names.months, count)
        case "L": month(names.standaloneMonths, count)
        case "E": (count > 3 ? names.days : names.shortDays)[wall.weekday - 1]
        case "a": names.halves[wall.hour < 12 ? 0 : 1]
        case "z", "Z", "X": zone(letter, count)
        default: Self.padded(number(letter), count)
        }
    }

    private func number(_ letter: Character) -> Int {
        switch letter {
        case "w": week.number
        case "D": dayOfYear
        case "d": wall.day
        case "u": wall.weekday
        case "H": wall.hour
        case "k": wall.hour == 0 ? 24 : wall.hour
        case "K": wall.hour % 12
        case "h": wall.hour % 12 == 0 ? 12 : wall.hour % 12
        case "m": wall.minute
        case "s": wall.second
        default: millisecond
        }
    }

    private func year(_ year: Int, _ count: Int) -> String {
        let shown = year > 0 ? year : 1 - year
        return count == 2 ? Self.padded(shown % 100, 2) : Self.padded(shown, count)
    }

    private func month(_ names: [String], _ count: Int) -> String {
        switch count {
        case 1, 2: Self.padded(wall.month, count)
        case 3: self.names.shortMonths[wall.month - 1]
        default: names[wall.month - 1]
        }
    }

    private var dayOfYear: Int { wall.civilDay.number - Self.newYear(wall.year) + 1 }

    private static func newYear(_ year: Int) -> Int { CivilDateTime(year: year, month: 1, day: 1).civilDay.number }

    /// The week and the year that it counts to: in English from Sunday with the week of January 1 as the first, else as ISO has it.
    private var week: (year: Int, number: Int) {
        let isISO = names.isISOWeek
        let weekday = isISO ? wall.weekday - 1 : wall.weekday % 7
        // The day of the week that decides to which year the week belongs: Thursday, or the last day.
        let decisive = CivilDay(number: wall.civilDay.number - weekday + (isISO ? 3 : 6))
        let year = decisive.date.year
        return (year, (decisive.number - Self.newYear(year)) / 7 + 1)
    }

    /// `z`: the name would be the zone's own (MSK), which the zone data does not tell reliably; Java writes others like this, too.
    private func zone(_ letter: Character, _ count: Int) -> String {
        let sign = offset < 0 ? "-" : "+"
        let hours = Self.padded(abs(offset) / 3600, 2)
        let minutes = Self.padded(abs(offset) / 60 % 60, 2)
        switch (letter, count) {
        case ("X", _) where offset == 0: return "Z"
        case ("X", 1): return sign + hours
        case ("X", 2), ("Z", _): return sign + hours + minutes
        case ("X", _): return "\(sign)\(hours):\(minutes)"
        default: return offset == 0 ? "UTC" : "GMT\(sign)\(hours):\(minutes)"
        }
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, min(width, 100) - digits.count)) + digits
    }
}

/// The names that Java 8 has for a language. Which of its tables the platform uses is not public; that its Russian "Сб" has a
/// capital letter is seen in bots, so these are the old ones.
private struct DateNames {
    let months: [String]
    let standaloneMonths: [String]
    let shortMonths: [String]
    let days: [String]
    let shortDays: [String]
    var halves = ["AM", "PM"]
    let eras: [String]
    var isISOWeek = true

    static let russian = DateNames(
        months: [
            "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
            "декабря",
        ],
        standaloneMonths: [
            "Январь", "Февраль", "Март", "Апрель", "Май", "Июнь", "Июль", "Август", "Сентябрь", "Октябрь", "Ноябрь",
            "Декабрь",
        ],
        shortMonths: ["янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"],
        days: ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"],
        shortDays: ["Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Вс"], eras: ["до н.э.", "н.э."])

    static let english = DateNames(
        months: englishMonths, standaloneMonths: englishMonths,
        shortMonths: englishMonths.map { String($0.prefix(3)) }, days: englishDays,
        shortDays: englishDays.map { String($0.prefix(3)) }, eras: ["BC", "AD"], isISOWeek: false)

    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    private static let englishDays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
}
