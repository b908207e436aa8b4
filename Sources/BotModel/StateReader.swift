import PatternMatching
import ScriptSyntax
import SourceText

/// Reads what stands in the states: triggers become rules, reaction tags become reactions.
struct StateReader {
    let outline: Outline
    var patterns: PatternCollector
    private(set) var states: [BotState] = []
    var rules: [Rule] = []
    var code: [CodeUnit] = []
    var diagnostics: [Diagnostic] = []
    private var indexByPath: [StatePath: Int] = [:]
    private var reportedPaths: Set<ReportedPath> = []
    /// Made for the first path that is unknown.
    lazy var book = StateBook(outline.known)
    private var notes: Set<String> = []

    var intents: IntentCatalog { outline.vocabulary.intents }
    /// For "did you mean"; made once, when the first intent is not found.
    lazy var intentNames = NameBook(intents.intents.map(\.path.text))
    var customTags: [String: CustomTag] { outline.vocabulary.customTags }

    init(outline: Outline, patterns: PatternCollector) {
        self.outline = outline
        self.patterns = patterns
        for (index, draft) in outline.drafts.enumerated() where indexByPath[draft.path] == nil {
            indexByPath[draft.path] = index
        }
    }

    mutating func readAll() {
        for (index, draft) in outline.drafts.enumerated() {
            check(draft.tag, of: draft)
            for tag in draft.tag.tags where Self.triggerNames.contains(tag.name.text) {
                readTrigger(tag, of: draft, index: index)
            }
            let reactions = readReactions(draft.tag.tags, of: draft, isNested: false)
            states.append(
                BotState(
                    index: index, path: draft.path, home: draft.home, keepsContext: draft.tag.isOn("noContext"),
                    isModal: draft.tag.isOn("modal"), reactions: reactions, place: place(draft.tag, in: draft.file)))
        }
    }

    func place(_ tag: ScriptTag, in file: SourceFile) -> CodePlace {
        let position = file.position(at: tag.name.span.start)
        return CodePlace(file: file.path, line: position.line, column: position.column)
    }

    /// Where a rule leads: the first state of that path, or the theme.
    func target(at path: StatePath) -> Rule.Target { indexByPath[path].map { .state($0) } ?? .theme(path) }

    /// The path that a written one means; an unknown one is reported, once for its place.
    mutating func resolve(_ written: String, at span: SourceSpan, in draft: DeclaredState) -> StatePath? {
        if let path = StatePath.resolve(written, from: draft.home, exists: outline.exists) { return path }
        // A library that is not at hand may have it.
        guard !outline.vocabulary.libraries.areOpen else { return nil }
        if reportedPaths.insert(ReportedPath(file: draft.file.path, start: span.start)).inserted {
            if let bare = StatePath.unquoted(written) {
                let isKnown = StatePath.resolve(bare, from: draft.home, exists: outline.exists) != nil
                diagnostics.append(.quotedState(written, bare: bare, isKnown: isKnown, file: draft.file, at: span))
                return nil
            }
            // Each suggestion compares with all states; nobody reads hundreds of them.
            let guess = reportedPaths.count <= Self.mostSuggestions ? book.guess(written, from: draft.home) : .none
            diagnostics.append(.unknownState(written, from: draft.home, guess, file: draft.file, at: span))
        }
        return nil
    }

    private static let mostSuggestions = 500

    /// Adds something that is said once for a bot, at the first place that gives reason to.
    mutating func note(_ diagnostic: Diagnostic) {
        if notes.insert(diagnostic.message).inserted { diagnostics.append(diagnostic) }
    }

    /// Holds a tag's parameters against what the language says of it; paths of states among them must exist.
    mutating func check(_ tag: ScriptTag, of draft: DeclaredState) {
        guard !draft.isMade, let check = ParameterCheck(tag, in: draft.file) else { return }
        diagnostics += check.faults
        checkNesting(of: tag, in: draft.file)
        for parameter in check.takes where parameter.kind == .state {
            guard let path = tag.given(parameter.name), !path.text.contains("{{") else { continue }
            _ = resolve(path.text, at: path.span, in: draft)
        }
    }

    /// Tags below one that holds none are never run.
    private mutating func checkNesting(of tag: ScriptTag, in file: SourceFile) {
        guard let nested = tag.tags.first, let description = TagCatalog.description(of: tag.name.text),
            description.nestedKinds.isEmpty, description.nestedNames.isEmpty, description.kind != .action
        else { return }
        diagnostics.append(.nestedTag(nested.shownName, below: tag.shownName, file: file, at: nested.span))
    }

    private struct ReportedPath: Hashable {
        let file: String
        let start: Int
    }
}
