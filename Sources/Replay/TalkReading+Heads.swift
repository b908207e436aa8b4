import CivilTime
import FoundationEssentials

/// The lines between the name of a case and its first step.
extension TalkReading {
    static let heads = ["at", "zone", "number", "payload", "random"]

    mutating func takeHead(_ line: TalkLine, _ content: String) throws(TalkMistake) {
        let word = content.prefix { !$0.isWhitespace }
        guard Self.heads.contains(String(word)) else { throw .unknownLine(content) }
        guard current?.talk.steps.isEmpty == true else { throw .lateHead(String(word)) }
        guard headsSeen.insert(String(word)).inserted else { throw .repeatedHead(String(word)) }
        let value = content.dropFirst(word.count).trimmed
        guard !value.isEmpty else { throw .emptyHead(String(word)) }
        switch word {
        case "at": moment = (value, line)
        case "zone": current?.talk.heads.zone = try Self.zone(value)
        case "number": current?.talk.heads.number = value
        case "payload": current?.talk.heads.payload = try Self.payload(value)
        default: current?.talk.heads.random = try Self.random(value)
        }
    }

    /// A moment without an offset is one of the case's zone, which may stand below it.
    mutating func resolveMoment() {
        guard let (text, line) = moment, let zone = current?.talk.heads.zone else { return }
        moment = nil
        guard let at = Date(iso: text, zone: try? Zone.named(zone)) else { return report(.badMoment(text), at: line) }
        current?.talk.heads.at = at
    }

    private static func zone(_ value: String) throws(TalkMistake) -> String {
        do { _ = try Zone.named(value) } catch { throw .badZone(error) }
        return value
    }

    private static func payload(_ value: String) throws(TalkMistake) -> String {
        guard let json = TestJSON(value), case .object = json else { throw .badPayload(value) }
        return json.text
    }

    private static func random(_ value: String) throws(TalkMistake) -> [Int] {
        guard let numbers = NumberList.numbers(of: value) else { throw .badRandom(value) }
        return numbers
    }
}

/// Numbers with commas between them: `2, 0, 1`.
enum NumberList {
    static func numbers(of text: String) -> [Int]? {
        var numbers: [Int] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let number = Int(part.trimmed) else { return nil }
            numbers.append(number)
        }
        return numbers
    }
}
