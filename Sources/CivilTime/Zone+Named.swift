extension Zone {
    /// The zone that a `gmtZone` field names (campaigns.md 4.4): `Z`, an offset with or without `UTC`, `GMT` or `UT` before it,
    /// or an IANA name of the directory's data.
    package static func named(_ text: String, in directory: ZoneDirectory = .system) throws(ZoneError) -> Zone {
        guard !text.isEmpty else { throw .empty }
        if text == "Z" || ["UTC", "GMT", "UT"].contains(text) { return Zone(name: text, fixedOffset: 0) }
        var offset = Substring(text)
        for prefix in ["UTC", "GMT", "UT"] where text.hasPrefix(prefix) {
            offset = text.dropFirst(prefix.count)
            break
        }
        if offset.first == "+" || offset.first == "-" {
            return Zone(name: text, fixedOffset: try seconds(of: offset, in: text))
        }
        return try place(text, in: directory)
    }

    /// The length of an offset with its sign: `+3`, `-0530`, `+03:30:15`.
    private static func seconds(of offset: Substring, in text: String) throws(ZoneError) -> Int {
        let parts = offset.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
        guard let numbers = numbers(parts), numbers.dropFirst().allSatisfy({ $0 < 60 }) else { throw .badOffset(text) }
        let seconds = zip(numbers, [3600, 60, 1]).reduce(0) { $0 + $1.0 * $1.1 }
        guard seconds <= 18 * 3600 else { throw .offsetTooFar(text) }
        return offset.first == "-" ? -seconds : seconds
    }

    /// Hours, minutes, seconds: either all with colons and two digits each, or all in one run of digits.
    private static func numbers(_ parts: [Substring]) -> [Int]? {
        guard parts.allSatisfy({ $0.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } }) else {
            return nil
        }
        if parts.count > 1 {
            guard parts.count <= 3, parts.allSatisfy({ $0.utf8.count == 2 }) else { return nil }
            return parts.compactMap { Int($0) }
        }
        let digits = Array(parts[0].utf8).map { Int($0 - UInt8(ascii: "0")) }
        if digits.count == 1 { return digits }
        guard [2, 4, 6].contains(digits.count) else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] * 10 + digits[$0 + 1] }
    }

    private static func place(_ text: String, in directory: ZoneDirectory) throws(ZoneError) -> Zone {
        guard ZoneDirectory.isPlaceName(text), let bytes = directory.bytes(of: text),
            bytes.starts(with: Array("TZif".utf8))
        else {
            throw unknown(text, in: directory)
        }
        do {
            return Zone(name: text, rules: try ZoneFile(bytes).rules)
        } catch {
            throw .damaged(text, place: directory.place, reason: error.reason)
        }
    }

    private static func unknown(_ text: String, in directory: ZoneDirectory) -> ZoneError {
        if text.first?.isNumber == true { return text.utf8.count <= 8 ? .unsignedOffset(text) : .badOffset(text) }
        if text == "z" { return .unknown(text, nearest: "Z") }
        let names = directory.zoneNames
        if names.isEmpty, ZoneDirectory.isPlaceName(text) { return .noZoneData(text, place: directory.place) }
        if let name = withoutVariant(text), names.contains(name) { return .unknown(text, nearest: name) }
        return .unknown(text, nearest: nearestName(to: text, among: names) ?? city(text, among: names))
    }

    /// `Europe/Moscow` of `right/Europe/Moscow`.
    private static func withoutVariant(_ text: String) -> String? {
        ["right/", "posix/"].first(where: text.hasPrefix).map { String(text.dropFirst($0.count)) }
    }

    /// `Moscow` for `Europe/Moscow`, since people name places by their cities.
    private static func city(_ text: String, among names: [String]) -> String? {
        let wanted = text.lowercased().split(whereSeparator: { $0 == " " || $0 == "_" }).joined(separator: "_")
        let cities = Dictionary(grouping: names) { $0.split(separator: "/").last.map { $0.lowercased() } ?? "" }
        let found = cities[wanted] ?? nearestName(to: wanted, among: cities.keys).flatMap { cities[$0] }
        return found?.min()
    }
}
