import Foundation
import JavaScript

/// The options of `Intl.DateTimeFormat` and `toLocaleString` of a date.
struct DateFormatWish: Hashable {
    let zone: String?
    /// The fields in the letters of a date pattern, and `j` for the hour as the language counts it.
    private let skeleton: String
    private let dateStyle: DateFormatter.Style
    private let timeStyle: DateFormatter.Style
    private let hasTwoDigitHour: Bool
    let showsZone: Bool

    init(_ options: ScriptValue) throws(FormatFault) {
        zone = options["timeZone"]?.string
        dateStyle = try Self.style(options, "dateStyle")
        timeStyle = try Self.style(options, "timeStyle")
        hasTwoDigitHour = options["hour"]?.string == "2-digit"
        var fields = ""
        for field in Self.fields { fields += try field.letters(options) }
        fields += Self.hour(options)
        if let digits = options["fractionalSecondDigits"]?.number, (1...3).contains(digits) {
            fields += String(repeating: "S", count: Int(digits))
        }
        let zoneName = options["timeZoneName"]?.string
        showsZone = zoneName != nil
        let isStyled = dateStyle != .none || timeStyle != .none
        if !isStyled, Self.isMissing(options["needed"]?.string, in: fields) {
            fields += Self.usual(options["usual"]?.string, options)
        }
        skeleton = isStyled ? "" : fields + (zoneName.map { $0 == "long" ? "zzzz" : "z" } ?? "")
    }

    func formatter(for locale: Locale, offset: Int) -> DateFormatter {
        let formatter = DateFormatter()
        formatter.locale = locale
        formatter.timeZone = TimeZone(secondsFromGMT: offset)
        if skeleton.isEmpty {
            formatter.dateStyle = dateStyle
            formatter.timeStyle = timeStyle
        } else {
            formatter.setLocalizedDateFormatFromTemplate(skeleton)
            if hasTwoDigitHour { formatter.dateFormat = Self.withTwoDigitHour(formatter.dateFormat ?? skeleton) }
        }
        return formatter
    }

    // MARK: Reading

    private struct Field {
        let name: String
        let letters: [String: String]

        func letters(_ options: ScriptValue) throws(FormatFault) -> String {
            guard let written = options[name]?.string else { return "" }
            guard let found = letters[written] else {
                let known = letters.keys.sorted().map { "\"\($0)\"" }.joined(separator: ", ")
                throw FormatFault(
                    message: "Value \(written.prefix(40)) out of range for the option \(name): write \(known).")
            }
            return found
        }
    }

    private static let fields = [
        Field(name: "era", letters: ["long": "GGGG", "short": "G", "narrow": "GGGGG"]),
        Field(name: "weekday", letters: ["long": "EEEE", "short": "EEE", "narrow": "EEEEE"]),
        Field(name: "year", letters: ["numeric": "y", "2-digit": "yy"]),
        Field(
            name: "month",
            letters: ["numeric": "M", "2-digit": "MM", "short": "MMM", "long": "MMMM", "narrow": "MMMMM"]),
        Field(name: "day", letters: ["numeric": "d", "2-digit": "dd"]),
        Field(name: "minute", letters: ["numeric": "m", "2-digit": "mm"]),
        Field(name: "second", letters: ["numeric": "s", "2-digit": "ss"]),
    ]

    private static func style(_ options: ScriptValue, _ name: String) throws(FormatFault) -> DateFormatter.Style {
        switch options[name]?.string {
        case nil: .none
        case "full": .full
        case "long": .long
        case "medium": .medium
        case "short": .short
        case let other?:
            throw FormatFault(
                message:
                    "Value \(other.prefix(40)) out of range for the option \(name): write \"full\", \"long\", \"medium\", \"short\"."
            )
        }
    }

    /// `hour` with what `hour12` and `hourCycle` say of it.
    private static func hour(_ options: ScriptValue) -> String {
        guard let hour = options["hour"]?.string else { return "" }
        return String(repeating: hourLetter(options), count: hour == "2-digit" ? 2 : 1)
    }

    private static func hourLetter(_ options: ScriptValue) -> String {
        switch (options["hour12"], options["hourCycle"]?.string) {
        case (.boolean(true)?, _), (nil, "h12"), (nil, "h11"): "h"
        case (.boolean(false)?, _), (nil, "h23"), (nil, "h24"): "H"
        default: "j"
        }
    }

    private static func isMissing(_ needed: String?, in fields: String) -> Bool {
        switch needed {
        case "date": !fields.contains { "EyMd".contains($0) }
        case "time": !fields.contains { "jhHmsS".contains($0) }
        default: !fields.contains { "EyMdjhHmsS".contains($0) }
        }
    }

    private static func usual(_ usual: String?, _ options: ScriptValue) -> String {
        let clock = hourLetter(options) + "ms"
        return switch usual {
        case "date": "yMd"
        case "time": clock
        default: "yMd" + clock
        }
    }

    /// The language may show the hour in one digit where two are asked for.
    private static func withTwoDigitHour(_ pattern: String) -> String {
        var result = ""
        var isQuoted = false
        for (index, letter) in zip(pattern.indices, pattern) {
            if letter == "'" { isQuoted.toggle() }
            let isHour = !isQuoted && (letter == "h" || letter == "H")
            let isAlone = result.last != letter && pattern[pattern.index(after: index)...].first != letter
            result += isHour && isAlone ? "\(letter)\(letter)" : "\(letter)"
        }
        return result
    }
}

/// The options of `Intl.NumberFormat` and `toLocaleString` of a number.
struct NumberFormatWish: Hashable {
    private let style: NumberFormatter.Style
    private let currency: String?
    private let usesGrouping: Bool
    private let integerDigits: Int?
    private let leastFraction: Int?
    private let mostFraction: Int?
    private let leastSignificant: Int?
    private let mostSignificant: Int?

    init(_ options: ScriptValue) throws(FormatFault) {
        style = try Self.style(options)
        currency = options["currency"]?.string?.uppercased()
        guard style == .decimal || style == .percent || currency.map({ $0.utf8.count == 3 }) == true else {
            throw FormatFault(message: "Currency code is required with currency style: add `currency: \"RUB\"`.")
        }
        usesGrouping = options["useGrouping"].map { $0 != .boolean(false) && $0 != .string("false") } ?? true
        integerDigits = try Self.digits(options, "minimumIntegerDigits", 1...21)
        leastFraction = try Self.digits(options, "minimumFractionDigits", 0...100)
        mostFraction = try Self.digits(options, "maximumFractionDigits", 0...100)
        leastSignificant = try Self.digits(options, "minimumSignificantDigits", 1...21)
        mostSignificant = try Self.digits(options, "maximumSignificantDigits", 1...21)
        if let leastFraction, let mostFraction, leastFraction > mostFraction {
            throw FormatFault(
                message: "maximumFractionDigits value is out of range: it is below minimumFractionDigits.")
        }
    }

    func formatter(for locale: Locale) -> NumberFormatter {
        let formatter = NumberFormatter()
        formatter.locale = locale
        formatter.numberStyle = style
        formatter.roundingMode = .halfUp
        if let currency { formatter.currencyCode = currency }
        formatter.usesGroupingSeparator = usesGrouping
        if let integerDigits { formatter.minimumIntegerDigits = integerDigits }
        setFraction(of: formatter)
        if leastSignificant != nil || mostSignificant != nil {
            formatter.usesSignificantDigits = true
            formatter.minimumSignificantDigits = leastSignificant ?? 1
            formatter.maximumSignificantDigits = mostSignificant ?? 21
        }
        return formatter
    }

    /// Decimals have up to three digits after the point, shares of a hundred none, money what the currency has.
    private func setFraction(of formatter: NumberFormatter) {
        let isMoney = style != .decimal && style != .percent
        let usual =
            isMoney
            ? (formatter.minimumFractionDigits, formatter.maximumFractionDigits) : (0, style == .percent ? 0 : 3)
        let most = mostFraction ?? max(usual.1, leastFraction ?? 0)
        formatter.minimumFractionDigits = min(leastFraction ?? usual.0, most)
        formatter.maximumFractionDigits = most
    }

    private static func style(_ options: ScriptValue) throws(FormatFault) -> NumberFormatter.Style {
        switch (options["style"]?.string, options["currencyDisplay"]?.string) {
        case (nil, _), ("decimal", _): .decimal
        case ("percent", _): .percent
        case ("currency", "code"): .currencyISOCode
        case ("currency", "name"): .currencyPlural
        case ("currency", _): .currency
        case (let other?, _):
            throw FormatFault(
                message:
                    "Value \(other.prefix(40)) out of range for the option style: write \"decimal\", \"percent\" or \"currency\"."
            )
        }
    }

    private static func digits(
        _ options: ScriptValue, _ name: String, _ range: ClosedRange<Double>
    ) throws(FormatFault) -> Int? {
        guard let given = options[name] else { return nil }
        let number = given.number ?? given.string.flatMap(Double.init) ?? .nan
        guard range.contains(number) else {
            throw FormatFault(
                message: "\(name) value is out of range: write \(Int(range.lowerBound)) to \(Int(range.upperBound)).")
        }
        return Int(number)
    }
}
