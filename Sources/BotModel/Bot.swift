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
    /// What runs once when the bot is loaded, in order: JavaScript files and `init:` blocks.
    package let startScripts: [StartScript]
    /// Data files required with a `var`, as JSON text by the variable's name.
    package let data: [(name: String, json: String)]
    /// All code of reactions; `CodeReference.index` points in here.
    package let code: [CodeUnit]
    /// What states may name beside states and patterns: intents, custom tags, dictionaries, names of libraries.
    package let vocabulary: Vocabulary
    /// Finds the records of the bot's dictionaries, for `$entity<Name>`.
    package let dictionaryFinder: DictionaryFinder

    private let indexByPath: [StatePath: Int]
    private let modalThemes: Set<StatePath>

    init(
        name: String, folder: String, files: [String: SourceFile], configuration: BotConfiguration, states: [BotState],
        themes: Set<StatePath>, modalThemes: Set<StatePath>, rules: [Rule], patterns: PatternLibrary,
        startScripts: [StartScript], data: [(name: String, json: String)], code: [CodeUnit],
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
        self.startScripts = startScripts
        self.data = data
        self.code = code
        self.vocabulary = vocabulary
        dictionaryFinder = DictionaryFinder(vocabulary.dictionaries)
        indexByPath = Dictionary(states.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// What NLU exports declare; empty when there is none.
    package var intents: IntentCatalog { vocabulary.intents }

    /// Libraries that the bot requires and that are not at hand, so that unknown names may be theirs.
    package var missingModules: Set<String> { vocabulary.libraries.missingModules }

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

/// What a state does when it is entered, one entry a reaction tag.
package indirect enum Reaction: Sendable {
    /// `a:`; the options (`tts`, `html` …) go into the reply as they are.
    case answer(Template, options: [(name: String, value: Template)], CodePlace)
    /// `image:`, `audio:`, `video:`: a reply of that type with its address in `field`.
    case media(type: String, field: String, Template, CodePlace)
    case buttons([Template], CodePlace)
    case script(CodeReference, CodePlace)
    /// `if:`, its `elseif:`s and `else:`; a branch without condition always holds.
    case choice([Branch])
    /// `random:`: exactly one runs.
    case random([Reaction])
    case transition(Template, isDeferred: Bool, CodePlace)
    case timeout(Template, interval: Template, CodePlace)

    package struct Branch: Sendable {
        package let condition: CodeReference?
        package let reactions: [Reaction]
        package let place: CodePlace
    }
}

/// Text with `{{ expression }}` parts.
package struct Template: Sendable {
    package enum Part: Sendable {
        case text(String)
        case expression(CodeReference)
    }

    package let parts: [Part]

    /// The text, when it has no expressions.
    package var constant: String? {
        switch parts.count {
        case 0: return ""
        case 1: if case .text(let text) = parts[0] { return text } else { return nil }
        default: return nil
        }
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
        /// `if:`: an expression, taken as true or false.
        case condition
        /// `{{ }}`: an expression, turned into text.
        case text
    }

    package let kind: Kind
    package let text: String
    package let file: String
    package let firstLine: Int
}

/// JavaScript that runs once at load.
package struct StartScript: Sendable {
    package enum Kind: Sendable {
        /// A required `.js` file: its top level is global.
        case file
        /// An `init:` block.
        case block
        /// A `.js` file with `type = scriptEs6`: it is compiled and not run.
        case module
    }

    package let kind: Kind
    package let text: String
    package let file: String
    package let firstLine: Int
}

/// What leads into a state: one trigger tag.
package struct Rule: Sendable {
    package enum Trigger: Sendable {
        case pattern(PatternTree)
        case event(String)
    }

    package let index: Int
    package let trigger: Trigger
    /// The trigger's text as written.
    package let source: String
    package let isGlobal: Bool
    /// The state in which it is written.
    package let owner: StatePath
    /// For local rules: the context from which it is active, with all below unless `onlyThisState`.
    package let origin: StatePath
    package let onlyThisState: Bool
    /// Whether `origin` was written as `fromState`, which leads out of modal states.
    package let hasFromState: Bool
    /// The index of the state that is entered, or the path when it is a theme.
    package let target: Target
    package let place: CodePlace

    package enum Target: Sendable, Hashable {
        case state(Int)
        case theme(StatePath)
    }
}
