import BotModel
import PatternMatching
import ScriptSyntax
import SourceText

/// A bot's text made ready for checks: every state with its tags, every piece of JavaScript as tokens, every place that names a state.
struct Survey {
    /// One entry a `state:` tag, in the order of `Bot.states`.
    var states: [SurveyedState] = []
    /// All JavaScript: blocks, conditions, `{{ }}`, converters, required files.
    var scripts: [CodePiece] = []
    /// What runs in order: the tags of a state, a branch, a `random:`.
    var blocks: [TagBlock] = []
    /// All triggers, with their rules.
    var triggers: [PlacedTrigger] = []
    /// For each rule, by its number, the place of its trigger in `triggers`.
    private(set) var triggersOfRules: [Int: Int] = [:]
    /// All tags in states, in file order.
    var tags: [PlacedTag] = []
    /// What the parser could not read, so that something may be missing.
    private(set) var unread: [Unread] = []
    /// The states in which something could not be read, with those above them.
    private(set) var unreadStates: Set<StatePath> = []
    /// Lines that stand at the indent of the state they were meant for.
    private(set) var slips: [SlippedIndent.Slip] = []
    /// The fields of `$session`, `$client` and `$temp` in the bot's code.
    private(set) var fields = FieldUses()
    /// The places that name a state, tags and code alike.
    var mentions: [StateMention] = []

    init(of bot: Bot, _ sources: BotSources) {
        var surveyor = Surveyor(bot: bot, survey: self)
        // States that action tags make stand behind all others, and nobody can mend what is in them.
        for (index, state) in sources.states.enumerated() where !state.isMade { surveyor.visit(state, number: index) }
        for tree in sources.trees { surveyor.visitOutside(tree.items, of: tree.source) }
        for script in bot.startScripts where script.kind == .file {
            if let file = bot.files[script.file] { surveyor.addFile(file) }
        }
        surveyor.mentionStatesOfCode()
        self = surveyor.survey
        for (place, trigger) in triggers.enumerated() {
            for rule in trigger.rules where triggersOfRules[rule.index] == nil { triggersOfRules[rule.index] = place }
        }
        unread = sources.trees.flatMap { unread(in: $0) }
        unreadStates = statesAround(unread)
        slips = SlippedIndent.slips(in: self)
        fields = FieldUses(of: self)
    }

    /// A piece of text that is no part of the language, and the number of the state in or below which it stands.
    struct Unread {
        let text: String
        let state: Int?
    }

    /// Whether a trigger that takes all the rest may be among what could not be read.
    var mayHoldUnreadCatchAll: Bool {
        unread.contains { $0.text.contains("*") || $0.text.lowercased().contains("nomatch") }
    }

    /// Each state is climbed from once: above a known one all are known.
    private func statesAround(_ unread: [Unread]) -> Set<StatePath> {
        var known: Set<StatePath> = []
        for number in Set(unread.compactMap(\.state)) {
            var path = states[number].path
            while path != .root, known.insert(path).inserted { path = path.parent }
        }
        return known
    }

    private func unread(in tree: ScriptTree) -> [Unread] {
        let junk = tree.pieces.filter { $0.kind == .junk && !isSeparator($0.span, in: tree.source) }
        guard !junk.isEmpty else { return [] }
        let states = states.filter { $0.file.path == tree.source.path }.sorted {
            $0.tag.span.start < $1.tag.span.start
        }
        var next = 0
        return junk.map { piece in
            while next < states.count, states[next].tag.span.start < piece.span.start { next += 1 }
            return Unread(
                text: tree.source.text(in: piece.span), state: next > 0 ? states[next - 1].number : nil)
        }
    }

    /// A `;` or comma too many, as after `converter = function(pt) {…};`, hides nothing.
    private func isSeparator(_ span: SourceSpan, in file: SourceFile) -> Bool {
        file.bytes[span.start..<span.end].allSatisfy {
            $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: " ")
        }
    }
}

/// A state with what stands in it, its child states apart.
struct SurveyedState {
    let number: Int
    let path: StatePath
    let tag: ScriptTag
    let file: SourceFile
    let triggers: [ScriptTag]
    /// The tags that do something when the state is entered: reactions and action tags.
    let reactions: [ScriptTag]
    let hasChildren: Bool

    /// `modal = true`, `noContext = true`.
    func isOn(_ parameter: String) -> Bool { tag.isOn(parameter) }
}

/// A tag with the state in which it stands, at any depth.
struct PlacedTag {
    let tag: ScriptTag
    let state: Int
    let file: SourceFile
}

/// A trigger tag with the rules that the linker made of it.
struct PlacedTrigger {
    let tag: ScriptTag
    let state: Int
    let file: SourceFile
    /// Several for `fromState = ["/A", "/B"]`; none when the tag is broken.
    let rules: [Rule]

    /// The pattern of a `q:`.
    var pattern: PatternTree? {
        if case .pattern(let tree)? = rules.first?.trigger { tree } else { nil }
    }
}

/// Tags that run one after another, and the tag that holds them.
struct TagBlock {
    let owner: ScriptTag
    let tags: [ScriptTag]
    let state: Int
    let file: SourceFile
}

/// A place that names a state.
struct StateMention {
    enum Kind {
        case transition, deferredTransition, toState, fromState, timeout, button, setting, script
    }

    let kind: Kind
    let written: String
    /// The number of the state in which it stands; `nil` in files of code.
    let state: Int?
    let file: SourceFile
    let span: SourceSpan
    /// What the path means there, when something of that path exists.
    let target: StatePath?
    /// The number of the state that it leads to.
    let targetState: Int?
    /// Whether it stands in data of a tag, such as a button's object.
    var isInData = false

    /// Whether it is only known when the bot runs.
    var isDynamic: Bool { written.contains("{{") }
}

extension ScriptTag {
    var isTrigger: Bool { TagCatalog.description(of: name.text)?.kind == .trigger }

    /// `if:`, `elseif:`, `else:`, `random:`.
    var holdsReactions: Bool { ["if", "elseif", "else", "random"].contains(name.text) }
}
