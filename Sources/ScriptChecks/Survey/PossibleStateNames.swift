import BotModel
import SourceText

/// The texts of a bot's code and data that may become a state's path, or a part of it, while the bot runs.
///
/// It only says "perhaps": names are kept as hash values, and where a path comes from outside everything is possible.
struct PossibleStateNames {
    /// The last name of every text.
    private var names: Set<Int> = []
    /// Names after which something unknown follows: `"/Lesson" + number`.
    private var beginnings: Set<Int> = []
    /// States below which the rest is unknown: `"/Lesson/" + number`.
    private var folders: Set<Int> = []
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
        return names.contains(last.hashValue) || path.names.dropLast().contains { folders.contains($0.hashValue) }
            || path.names.contains(where: mayBegin)
    }

    private func mayBegin(_ name: String) -> Bool {
        guard !beginnings.isEmpty else { return false }
        return name.indices.contains { beginnings.contains(String(name[..<$0]).hashValue) }
            || beginnings.contains(name.hashValue)
    }

    // MARK: Code and data

    private mutating func collect(_ script: ScriptText) {
        let transits =
            script.kind == .insertion
            || script.tokens.indices.contains { script.isToken($0, "transition") || script.isToken($0, "targetState") }
        for token in script.tokens.indices {
            switch script.tokens[token].kind {
            case .string:
                guard let text = script.string(token) else { continue }
                if script.isToken(token + 1, "+") { addBeginning(text, transits: transits) } else { addName(text) }
            case .template: collect(template: script.text(token).dropFirst().dropLast(), transits: transits)
            default: break
            }
        }
    }

    private mutating func collect(template: Substring, transits: Bool) {
        if let dollar = template.firstIndex(of: "$") { addBeginning(String(template[..<dollar]), transits: transits) }
        addName(String(template[(template.lastIndex(of: "}").map(template.index(after:)) ?? template.startIndex)...]))
    }

    private mutating func collect(json: String) {
        let bytes = Array(json.utf8)
        let script = ScriptText(
            .value, in: SourceFile(path: "", text: json), at: SourceSpan(0, bytes.count), state: nil)
        collect(script)
    }

    // MARK: Paths in tags

    private mutating func collect(_ mention: StateMention, in bot: Bot, _ survey: Survey) {
        guard let open = mention.written.firstRange(of: "{{") else {
            // A path that leads nowhere is reported where it stands; the state it was meant for is not to blame.
            if mention.kind == .setting || mention.target == nil { addName(mention.written) }
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

    private mutating func addName(_ text: String) {
        guard let last = text.split(separator: "/").last?.trimmed, !last.isEmpty else { return }
        names.insert(last.hashValue)
    }

    private mutating func addBeginning(_ text: String, transits: Bool) {
        guard let last = text.split(separator: "/").last?.trimmed, !last.isEmpty else {
            if transits, text.hasPrefix("/") { isAnyTopState = true }
            return
        }
        if text.hasSuffix("/") {
            folders.insert(last.hashValue)
        } else if last.utf8.count > 1 {
            beginnings.insert(last.hashValue)
        }
    }
}
