/// A line that begins with `@`: `@event NAME`, `@silence`, `@dtmf 123`, `@interrupt words`, `@wait 30s`, `@skip 30s`.
struct ActLine {
    static let names = ["@event", "@silence", "@dtmf", "@interrupt", "@wait", "@skip"]

    let act: TalkAct

    init(_ line: TalkLine) throws(TalkMistake) {
        let word = String(line.text.prefix { !$0.isWhitespace })
        let rest = line.text.dropFirst(word.count).trimmed
        switch word {
        case "@event": act = try Self.event(rest)
        case "@dtmf": act = try Self.keys(rest)
        case "@interrupt":
            guard !rest.isEmpty else { throw .wordlessInterruption }
            act = .interrupts(rest)
        case "@wait": act = .waits(try Self.length(rest, of: word))
        case "@skip": act = .skips(try Self.length(rest, of: word))
        case "@silence":
            guard rest.isEmpty else { throw .silenceWithValue(rest) }
            act = .silence
        default: throw .unknownAct(word)
        }
    }

    private static func event(_ rest: String) throws(TalkMistake) -> TalkAct {
        let name = rest.prefix { !$0.isWhitespace }
        guard !name.isEmpty else { throw .namelessEvent }
        let data = rest.dropFirst(name.count).trimmed
        guard !data.isEmpty else { return .event(String(name), data: nil) }
        guard let json = TestJSON(data) else { throw .badEventData(data) }
        return .event(String(name), data: json.text)
    }

    private static func keys(_ rest: String) throws(TalkMistake) -> TalkAct {
        guard !rest.isEmpty, rest.allSatisfy({ "0123456789*#".contains($0) }) else { throw .badKeys(rest) }
        return .presses(rest)
    }

    private static func length(_ rest: String, of word: String) throws(TalkMistake) -> Double {
        guard let seconds = TimeLength.seconds(of: rest) else { throw .badWait(rest, of: word) }
        guard seconds <= 400 * 86_400 else { throw .longWait(rest, of: word) }
        return seconds
    }
}
