import CampaignModel
import CivilTime

/// A value of a request, and where in it that stands.
///
/// The readers give `nil` when the value is not what they ask for, and say so in the findings.
struct Place {
    let value: PolicyValue
    let pointer: String

    /// As a sentence names it: `activePeriod/startTime`; an element of the body itself is `Entry 3`.
    var name: String {
        if pointer.isEmpty { return "The body" }
        return Int(pointer.dropFirst()) == nil ? String(pointer.dropFirst()) : "Entry \(pointer.dropFirst())"
    }

    func fields(_ findings: inout Findings) -> Fields? {
        guard case .object(let members) = value else {
            findings.fault(
                pointer, .notAnObject, "\(name) is \(value.described), not an object.", "Write {…} with its fields.")
            return nil
        }
        return Fields(members, at: pointer)
    }

    func elements(_ findings: inout Findings) -> [Place]? {
        guard case .array(let elements) = value else {
            findings.fault(
                pointer, .notAnArray, "\(name) is \(value.described), not an array.",
                "Write [ … ], also around one value.")
            return nil
        }
        return elements.enumerated().map { Place(value: $1, pointer: "\(pointer)/\($0)") }
    }

    /// A text with something in it.
    func text(_ findings: inout Findings) -> String? {
        guard case .string(let text) = value else {
            findings.fault(
                pointer, .notAText, "\(name) is \(value.described), not a text.", "Write it in double quotes.")
            return nil
        }
        guard text.contains(where: { !$0.isWhitespace }) else {
            findings.fault(pointer, .empty, "\(name) is empty.", "Write a text with something in it.")
            return nil
        }
        return text
    }

    /// A text; ids and phones also come as whole numbers.
    func textOrNumber(_ findings: inout Findings) -> String? {
        if case .number(let number) = value, number >= 0, Int(exactly: number) != nil { return value.jsonText }
        return text(&findings)
    }

    func boolean(_ findings: inout Findings) -> Bool? {
        guard case .boolean(let truth) = value else {
            findings.fault(
                pointer, .notABoolean, "\(name) is \(value.described), not true or false.",
                "Write true or false, without quotes.")
            return nil
        }
        return truth
    }

    func whole(_ range: ClosedRange<Int>, _ findings: inout Findings) -> Int? {
        guard case .number(let number) = value, let whole = Int(exactly: number) else {
            let hint = "Write a whole number from \(range.lowerBound) to \(range.upperBound), without quotes."
            findings.fault(pointer, .notANumber, "\(name) is \(value.described), not a whole number.", hint)
            return nil
        }
        guard range.contains(whole) else {
            let isSmall = whole < range.lowerBound
            findings.fault(
                pointer, isSmall ? .tooSmall : .tooLarge,
                "\(name) is \(whole), \(isSmall ? "below \(range.lowerBound)" : "above \(range.upperBound)").",
                "Write a whole number from \(range.lowerBound) to \(range.upperBound).")
            return nil
        }
        return whole
    }

    /// One of a few words.
    func word(_ words: [String], _ findings: inout Findings) -> String? {
        guard let text = text(&findings) else { return nil }
        guard words.contains(text) else {
            let meant = nearestName(to: text, among: words).map { "Did you mean `\($0)`?" }
            findings.fault(
                pointer, .unknownWord, "\(name) is `\(text.prefix(60))`, which is no word of this field.",
                meant ?? (words.count == 1 ? "Write `\(words[0])`." : "It is one of \(words.joined(separator: ", "))."))
            return nil
        }
        return text
    }
}

/// The fields of an object of a request; of a repeated one the last counts.
struct Fields {
    let pointer: String
    let members: [PolicyValue.Member]
    private let values: [String: PolicyValue]

    init(_ members: [PolicyValue.Member], at pointer: String) {
        self.members = members
        self.pointer = pointer
        values = Dictionary(members.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    }

    func pointer(to name: String) -> String {
        let escaped = name.map { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) }.joined()
        return pointer + "/" + escaped
    }

    /// A field that is given and not null.
    subscript(name: String) -> Place? {
        guard let value = values[name], value != .null else { return nil }
        return Place(value: value, pointer: pointer(to: name))
    }

    /// The same; that it is missing is a fault.
    func required(_ name: String, _ findings: inout Findings) -> Place? {
        if let place = self[name] { return place }
        let path = pointer(to: name)
        findings.fault(path, .missing, "\(path.dropFirst()) is missing.", "The request needs this field.")
        return nil
    }

    /// Says which fields nobody reads.
    func warnOfOthers(than known: [String], which consequence: String = "is ignored", _ findings: inout Findings) {
        for member in members where !known.contains(member.name) {
            let guess = nearestName(to: member.name, among: known)
            findings.warn(
                pointer(to: member.name),
                "`\(member.name)` is not a field here and \(consequence)"
                    + (guess.map { "; did you mean `\($0)`?" } ?? "."))
        }
    }
}
