import CivilTime
import Foundation
import JavaScript

/// What a script asks of a format and nobody can give: becomes its `RangeError`.
struct FormatFault: Error, Hashable {
    let message: String
}

/// Writes dates and numbers as people of a language do. Formatters are slow to make, so those that were used are kept.
final class LocaleFormats {
    private var dates: [DateKey: DateFormatter] = [:]
    private var numbers: [NumberKey: NumberFormatter] = [:]
    private var locales: [String: Locale] = [:]
    private var zones: [String: Zone] = [:]

    /// More formats than this at a time are a script that plays with them.
    private static let most = 64

    private struct DateKey: Hashable {
        let locale: String
        let wish: DateFormatWish
        /// Only for formats that show the zone.
        let offset: Int?
    }

    private struct NumberKey: Hashable {
        let locale: String
        let wish: NumberFormatWish
    }

    /// - Parameter zone: the zone when the wish names none.
    func date(
        _ milliseconds: Double, _ wish: DateFormatWish, in locale: String, zone: Zone
    ) throws(FormatFault) -> String {
        guard abs(milliseconds) <= 8.64e15 else { return "Invalid Date" }
        let zone = try wish.zone.map { name throws(FormatFault) in try self.zone(name) } ?? zone
        let instant = Date(timeIntervalSince1970: milliseconds / 1000)
        let offset = zone.offset(at: instant)
        let shown = wish.showsZone && abs(offset) <= 18 * 3600
        let key = DateKey(locale: locale, wish: wish, offset: shown ? offset : nil)
        let locale = try self.locale(locale)
        let formatter = dates[key] ?? wish.formatter(for: locale, offset: shown ? offset : 0)
        keep(formatter, as: key, in: &dates)
        // The zone's rules are the system's, which are newer than Foundation's: it is given the wall clock as if it were UTC.
        let text = formatter.string(from: shown ? instant : instant.addingTimeInterval(Double(offset)))
        // Narrow blanks are new in the data on languages; scripts compare and split by plain ones.
        return text.replacing("\u{202F}", with: " ")
    }

    func number(_ number: Double, _ wish: NumberFormatWish, in locale: String) throws(FormatFault) -> String {
        let key = NumberKey(locale: locale, wish: wish)
        let locale = try self.locale(locale)
        let formatter = numbers[key] ?? wish.formatter(for: locale)
        keep(formatter, as: key, in: &numbers)
        guard !number.isInfinite else { return number < 0 ? "-∞" : "∞" }
        return formatter.string(from: NSNumber(value: number)) ?? String(number)
    }

    /// -1, 0 or 1, by the alphabet of the language.
    func order(
        of left: String, and right: String, _ options: ScriptValue, in locale: String
    ) throws(FormatFault) -> Int {
        let locale = try self.locale(locale)
        var rules: String.CompareOptions = []
        if options["numeric"]?.flag == true { rules.insert(.numeric) }
        switch options["sensitivity"]?.string {
        case "base": rules.formUnion([.caseInsensitive, .diacriticInsensitive])
        case "accent": rules.insert(.caseInsensitive)
        case "case": rules.insert(.diacriticInsensitive)
        default: break
        }
        return left.compare(right, options: rules, range: nil, locale: locale).rawValue
    }

    private func keep<Key, Format>(_ format: Format, as key: Key, in kept: inout [Key: Format]) {
        guard kept[key] == nil else { return }
        if kept.count >= Self.most { kept.removeAll() }
        kept[key] = format
    }

    private func locale(_ name: String) throws(FormatFault) -> Locale {
        if let known = locales[name] { return known }
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        let isTag = parts.allSatisfy { (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy(\.isLetterOrDigit) }
        guard name.utf8.count <= 60, isTag, (2...8).contains(parts[0].utf8.count) else {
            throw FormatFault(
                message:
                    "Incorrect locale information provided: `\(name.prefix(60))` is no language. Write one like \"ru-RU\"."
            )
        }
        let locale = Locale(identifier: name)
        if locales.count >= Self.most { locales.removeAll() }
        locales[name] = locale
        return locale
    }

    private func zone(_ name: String) throws(FormatFault) -> Zone {
        if let known = zones[name] { return known }
        guard name.utf8.count <= 100, let zone = try? Zone.named(name) else {
            throw FormatFault(
                message: "Invalid time zone specified: `\(name.prefix(60))`. Write one like \"Europe/Moscow\".")
        }
        if zones.count >= Self.most { zones.removeAll() }
        zones[name] = zone
        return zone
    }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }
}
