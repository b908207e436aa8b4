import CampaignModel
import CivilTime
import FoundationEssentials
import SourceText

/// Reads what is written out in code: texts, numbers, dates, lists and objects of them. What is computed is unknown.
struct LiteralReader {
    let script: CodePiece
    /// Where each value stands, named as campaign rules name it: `allowedTime.mon[1].localTimeTo`.
    private var places: [String: SourceSpan] = [:]
    /// The same of the names of members.
    private var names: [String: SourceSpan] = [:]
    private static let deepest = 8

    init(_ script: CodePiece) {
        self.script = script
    }

    /// The place of a member's name.
    func place(ofName path: String) -> SourceSpan? { names[path] }

    /// The place of a value, or of the nearest one around it that is written.
    func place(of path: String) -> SourceSpan? {
        var path = path[...]
        while !path.isEmpty {
            if let place = places[String(path)] { return place }
            path = path[..<(path.lastIndex { $0 == "." || $0 == "[" } ?? path.startIndex)]
        }
        return nil
    }

    /// The members of an object whose values are known.
    mutating func members(ofObject opening: Int) -> [PolicyValue.Member] {
        script.members(ofObject: opening).compactMap { member in
            let name = script.name(ofKey: member.key)
            names[name] = script.span(of: member.key)
            return value(member.value, at: name).map { .init(name, $0) }
        }
    }

    /// The value of an expression, `nil` when a part of it is computed.
    mutating func value(_ range: Range<Int>, at path: String = "", depth: Int = 0) -> PolicyValue? {
        guard let first = range.first, let last = range.last, depth < Self.deepest else { return nil }
        places[path] = SourceSpan(script.tokens[first].start, script.tokens[last].end)
        if range.count == 1 { return plain(first) }
        if range.count == 2, script.isToken(first, "-"), case .number(let number) = plain(last) {
            return .number(-number)
        }
        if script.isToken(first, "new") { return date(range) }
        guard script.partners[first] == last else { return nil }
        return script.isToken(first, "[") ? list(first, at: path, depth) : object(first, at: path, depth)
    }

    private func plain(_ token: Int) -> PolicyValue? {
        switch script.kind(token) {
        case .string: script.string(token).map { .string($0) }
        case .number: Double(script.text(token)).map { .number($0) }
        case .name: Self.words[script.text(token)]
        default: nil
        }
    }

    private static let words: [String: PolicyValue] = ["true": .boolean(true), "false": .boolean(false), "null": .null]

    /// `new Date("2026-11-23T10:00:00Z")`, `new Date(1795428000000)`.
    private func date(_ range: Range<Int>) -> PolicyValue? {
        let bracket = range.lowerBound + 2
        guard script.isToken(bracket - 1, "Date"), script.isToken(bracket, "("),
            script.partners[bracket] == bracket + 2,
            range.count == 5
        else { return nil }
        switch plain(bracket + 1) {
        case .string(let text): return Date(iso: text).map { .date($0) }
        case .number(let milliseconds): return .date(Date(timeIntervalSince1970: milliseconds / 1000))
        default: return nil
        }
    }

    private mutating func list(_ opening: Int, at path: String, _ depth: Int) -> PolicyValue? {
        var values: [PolicyValue] = []
        for (index, element) in script.elements(in: script.inside(opening)).enumerated() {
            guard let value = value(element, at: "\(path)[\(index)]", depth: depth + 1) else { return nil }
            values.append(value)
        }
        return .array(values)
    }

    private mutating func object(_ opening: Int, at path: String, _ depth: Int) -> PolicyValue? {
        let members = script.members(ofObject: opening)
        guard script.isToken(opening, "{"), script.elements(in: script.inside(opening)).count == members.count else {
            return nil
        }
        var known: [PolicyValue.Member] = []
        for member in members {
            let name = script.name(ofKey: member.key)
            names["\(path).\(name)"] = script.span(of: member.key)
            guard let value = value(member.value, at: "\(path).\(name)", depth: depth + 1) else { return nil }
            known.append(.init(name, value))
        }
        return .object(known)
    }
}

extension CodePiece {
    /// The name of an object's member by the number of its token: `days`, `"days"`.
    func name(ofKey key: Int) -> String { string(key) ?? text(key) }
}
