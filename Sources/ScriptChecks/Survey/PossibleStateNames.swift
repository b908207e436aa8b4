import BotModel
import SourceText

/// The texts of a bot's code and data that may become a state's path, or a part of it, while the bot runs.
///
/// It only says "perhaps": names are kept as hash values, and where a path comes from outside everything is possible.
struct PossibleStateNames {
    /// The last name of every text.
    private var names: Set<UInt64> = []
    /// Names after which something unknown follows: `"/Lesson" + number`.
    private var beginnings: Set<UInt64> = []
    /// States below which the rest is unknown: `"/Lesson/" + number`.
    private var folders: Set<UInt64> = []
    /// `go!: /{{name}}`: any state directly below the root.
    private var isAnyTopState = false
    /// `go!: {{$parseTree._Root}}`: what the caller says.
    private var isAnything = false

    init(of bot: Bot, _ survey: Survey, tests: [TestReference]) {
        for script in survey.scripts { collect(script) }
        for mention in survey.mentions { collect(mention, in: bot, survey) }
        for reference in tests { addName(reference.path) }
        for tag in bot.vocabulary.customTags.values { if let start = tag.startState { addName(start.text) } }
        for json in bot.data.map(\.json) + [bot.configuration.injector] { collect(json: json) }
    }

    func mayName(_ path: StatePath) -> Bool {
        if isAnything || isAnyTopState && path.depth == 1 { return true }
        guard let last = path.names.last else { return true }
        return names.contains(Self.hash(last)) || path.names.dropLast().contains { folders.contains(Self.hash($0)) }
            || path.names.contains(where: mayBegin)
    }

    private func mayBegin(_ name: String) -> Bool {
        guard !beginnings.isEmpty else { return false }
        var hash = Self.hashOfNothing
        return name.utf8.contains { byte in
            hash = Self.extend(hash, by: byte)
            return beginnings.contains(hash)
        }
    }

    // MARK: Code and data

    private mutating func collect(_ script: CodePiece) {
        let transits =
            script.kind == .insertion
            || script.tokens.indices.contains { script.isToken($0, "transition") || script.isToken($0, "targetState") }
        for token in script.tokens.indices {
            switch script.tokens[token].kind {
            case .string:
                guard let text = script.string(token) else { continue }
                if script.isToken(token + 1, "+") { addBeginning(text, transits: transits) } else { addName(text) }
            case .template: addName(String(script.text(token).dropFirst().dropLast()))
            case .templateHead: addBeginning(String(script.text(token).dropFirst().dropLast(2)), transits: transits)
            case .templateTail: addName(String(script.text(token).dropFirst().dropLast()))
            default: break
            }
        }
    }

    /// Every string of the data, between its quotes: a path needs no escapes.
    private mutating func collect(json: String) {
        let bytes = Array(json.utf8)
        var start: Int?
        var position = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\\"): position += 1
            case UInt8(ascii: "\""):
                if let begin = start { addName(bytes[begin..<position]) }
                start = start == nil ? position + 1 : nil
            default: break
            }
            position += 1
        }
    }

    // MARK: Paths in tags

    private mutating func collect(_ mention: StateMention, in bot: Bot, _ survey: Survey) {
        guard let open = mention.written.firstRange(of: "{{") else {
            if mention.kind == .setting { addName(mention.written) }
            return
        }
        let before = String(mention.written[..<open.lowerBound])
        let after =
            mention.written.lastIndex(of: "}").map { String(mention.written[mention.written.index(after: $0)...]) }
            ?? ""
        if !after.trimmed.isEmpty { addName(after) }
        guard before.trimmed.isEmpty else {
            return addBeginning(absolute(before, of: mention, in: bot, survey), transits: true)
        }
        if after.trimmed.isEmpty { isAnything = isAnything || Self.outside.contains { mention.written.contains($0) } }
    }

    private static let outside = ["$parseTree", "$request", "$entities", "$http"]

    /// `./{{x}}` and `../{{x}}` with the names that the steps mean.
    private func absolute(_ written: String, of mention: StateMention, in bot: Bot, _ survey: Survey) -> String {
        guard written.hasPrefix("."), written.hasSuffix("/"), let state = mention.state,
            let folder = bot.resolve(written, from: survey.states[state].path)
        else { return written }
        return folder == .root ? "/" : folder.description + "/"
    }

    private mutating func addName(_ text: String) { addName(Array(text.utf8)[...]) }

    /// Code and data may hold very many texts, so that no strings are made of them.
    private mutating func addName(_ bytes: ArraySlice<UInt8>) {
        var end = bytes.endIndex
        while end > bytes.startIndex, bytes[end - 1] == .slash || bytes[end - 1] == 0x20 { end -= 1 }
        var start = end
        while start > bytes.startIndex, bytes[start - 1] != .slash { start -= 1 }
        while start < end, bytes[start] == 0x20 { start += 1 }
        if start < end { names.insert(Self.hash(bytes[start..<end])) }
    }

    private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(hashOfNothing, extend)
    }

    private static let hashOfNothing: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func extend(_ hash: UInt64, by byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

    private static func hash(_ text: String) -> UInt64 { hash(Array(text.utf8)[...]) }

    private mutating func addBeginning(_ text: String, transits: Bool) {
        guard let last = text.split(separator: "/").last?.trimmed, !last.isEmpty else {
            if transits, text.hasPrefix("/") { isAnyTopState = true }
            return
        }
        if text.hasSuffix("/") {
            folders.insert(Self.hash(last))
        } else if last.utf8.count > 1 {
            beginnings.insert(Self.hash(last))
        }
    }
}
