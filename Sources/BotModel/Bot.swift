import PatternMatching
import SourceText

/// A whole bot, linked: immutable, shared by every conversation with it.
package struct Bot: Sendable {
    /// `name:` of `chatbot.yaml`, else the folder's or file's name.
    package let name: String
    /// The folder that holds `chatbot.yaml` (or the `.sc` file), as given by the user.
    package let folder: String
    /// The files it was read from, by path relative to `folder`.
    package let files: [String: SourceFile]
    package let configuration: BotConfiguration
    /// All states in the order of their declaration. Two of the same path may stand here; transitions reach the first.
    package let states: [BotState]
    /// The paths that `theme:` lines declare, with all paths above them.
    package let themes: Set<StatePath>
    package let rules: [Rule]
    package let patterns: PatternLibrary
    /// The code after each `converter =`, by the name of its pattern.
    package let converters: [String: PatternConverter]
    /// What runs once when the bot is loaded, in order: JavaScript files and `init:` blocks.
    package let startScripts: [StartScript]
    /// Data files required with a `var`, as JSON text by the variable's name.
    package let data: [(name: String, json: String)]
    /// All code of reactions; `CodeReference.index` points in here.
    package let code: [CodeUnit]
    /// What states may name beside states and patterns: intents, custom tags, dictionaries, names of libraries.
    package let vocabulary: Vocabulary
    /// Finds the records of the bot's dictionaries and entities, for `$entity<Name>` and `@Name`.
    package let entityFinder: EntityFinder

    private let indexByPath: [StatePath: Int]
    private let modalThemes: Set<StatePath>

    init(
        name: String, folder: String, files: [String: SourceFile], configuration: BotConfiguration, states: [BotState],
        themes: Set<StatePath>, modalThemes: Set<StatePath>, rules: [Rule], patterns: PatternLibrary,
        converters: [String: PatternConverter], startScripts: [StartScript], data: [(name: String, json: String)],
        code: [CodeUnit],
        vocabulary: Vocabulary
    ) {
        self.name = name
        self.folder = folder
        self.files = files
        self.configuration = configuration
        self.states = states
        self.themes = themes
        self.modalThemes = modalThemes
        self.rules = rules
        self.patterns = patterns
        self.converters = converters
        self.startScripts = startScripts
        self.data = data
        self.code = code
        self.vocabulary = vocabulary
        entityFinder = EntityFinder(vocabulary, patterns)
        indexByPath = Dictionary(states.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// What NLU exports declare; empty when there is none.
    package var intents: IntentCatalog { vocabulary.intents }

    /// Libraries that the bot requires and that are not at hand, so that unknown names may be theirs.
    package var missingModules: Set<String> { vocabulary.libraries.missingModules }

    /// Whether any of the bot's JavaScript has this word in it.
    package func mentions(_ word: String) -> Bool {
        startScripts.contains { $0.text.contains(word) } || code.contains { $0.text.contains(word) }
    }

    /// The first state of that path.
    package func state(at path: StatePath) -> BotState? { indexByPath[path].map { states[$0] } }

    /// Whether a transition may name this path: a state, a theme, or the root.
    package func exists(_ path: StatePath) -> Bool {
        indexByPath[path] != nil || themes.contains(path) || path == .root
            || vocabulary.libraries.states.contains(path)
    }

    /// The path that `written` means in the state `current`.
    package func resolve(_ written: String, from current: StatePath) -> StatePath? {
        StatePath.resolve(written, from: current, exists: exists)
    }

    /// The state from which the paths written in this one count.
    package func home(of path: StatePath) -> StatePath { state(at: path)?.home ?? path }

    /// Where a rule leads.
    package func path(of target: Rule.Target) -> StatePath {
        switch target {
        case .state(let index): states[index].path
        case .theme(let path): path
        }
    }

    /// The nearest modal state or theme at or above a path.
    package func modalAncestor(of path: StatePath) -> StatePath? {
        var current = path
        while true {
            if modalThemes.contains(current) || state(at: current)?.isModal == true { return current }
            guard current != .root else { return nil }
            current = current.parent
        }
    }
}

/// A `state:` with what it does when it is entered.
package struct BotState: Sendable {
    package let index: Int
    package let path: StatePath
    /// The state from which the paths written in it count: itself, or the one whose action tag made it.
    package let home: StatePath
    /// Entering it does not move the dialog's context.
    package let keepsContext: Bool
    package let isModal: Bool
    package let reactions: [Reaction]
    package let place: CodePlace
}

/// Where something stands in the bot's files.
package struct CodePlace: Sendable, Hashable {
    package let file: String
    package let line: Int
    package let column: Int

    package init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }
}

/// Which code of `Bot.code` to run.
package struct CodeReference: Sendable, Hashable {
    package let index: Int
}

/// A piece of JavaScript with its place; lines and columns of `text` are those of the file from `firstLine` on.
package struct CodeUnit: Sendable {
    package enum Kind: Sendable {
        /// `script:`: statements.
        case block
        /// `scriptEs6:` with `await` in it.
        case waitingBlock
        /// `if:`: an expression, taken as true or false.
        case condition
        /// `{{ }}`: an expression, turned into text.
        case text
    }

    package let kind: Kind
    package let text: String
    package let file: String
    package let firstLine: Int

    package var isStatements: Bool { kind == .block || kind == .waitingBlock }
}

/// JavaScript that runs once at load.
package struct StartScript: Sendable {
    package enum Kind: Sendable {
        /// A required `.js` file: its top level is global.
        case file
        /// An `init:` block.
        case block
        /// A `.js` file with `type = scriptEs6`: what it exports is `name`, its top level is its own. What it imports is in `Bot.files`.
        case module
    }

    package let kind: Kind
    package let text: String
    package let file: String
    package let firstLine: Int
    /// Of a module: the global by which scripts reach what it exports.
    package var name: String? = nil
}
