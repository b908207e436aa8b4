import PatternMatching
import ScriptSyntax
import SourceText

/// What leads into a state: each trigger tag becomes one rule, or one for every state of its `fromState`.
extension StateReader {
    static let triggerNames: Set<String> = ["q", "event", "intent", "intentGroup", "e", "eg"]

    mutating func readTrigger(_ tag: ScriptTag, of draft: DeclaredState, index: Int) {
        check(tag, of: draft)
        // One without a value is the syntax's to tell.
        guard let value = tag.value, let trigger = trigger(tag, value, of: draft) else { return }
        let toState = tag.parameter("toState").flatMap { $0.value.text.isEmpty ? nil : $0 }
        for origin in origins(of: tag, in: draft, leavesFromHere: toState != nil) {
            rules.append(
                Rule(
                    index: rules.count, trigger: trigger, source: value.text, isGlobal: tag.isBang, owner: draft.path,
                    origin: origin, onlyThisState: tag.isOn("onlyThisState"),
                    hasFromState: tag.given("fromState") != nil, keepsContext: tag.isOn("noContext"),
                    target: target(toState, in: draft, index: index), place: place(tag, in: draft.file)))
        }
    }

    private mutating func trigger(_ tag: ScriptTag, _ value: PlacedText, of draft: DeclaredState) -> Rule.Trigger? {
        switch tag.name.text {
        case "q": return .pattern(patterns.parse(value, in: draft.file))
        case "event": return .event(value.text)
        case "intent":
            checkIntent(value, isGroup: false, of: draft)
            return .intent(IntentCatalog.normalised(value.text))
        case "intentGroup":
            checkIntent(value, isGroup: true, of: draft)
            return .intentGroup(IntentCatalog.normalised(value.text))
        case "e": return .example(value.text, value.text.contains("$") ? examplePattern(value.text) : nil)
        case "eg":
            checkExampleGroup(value, of: draft)
            return .exampleGroup(value.text)
        default: return nil
        }
    }

    /// An example that names patterns; one that is no good pattern stays a phrase.
    private func examplePattern(_ text: String) -> PatternTree? {
        let (tree, mistakes) = PatternParser.parse(text)
        return mistakes.contains(where: \.isError) ? nil : tree
    }

    // MARK: Contexts and targets

    /// The contexts from which a local rule is active (dsl.md 2.1.1): those of `fromState`, its own state with `toState`,
    /// else its parent.
    private mutating func origins(of tag: ScriptTag, in draft: DeclaredState, leavesFromHere: Bool) -> [StatePath] {
        guard let fromState = tag.given("fromState") else {
            return [leavesFromHere ? draft.path : draft.path.parent]
        }
        guard fromState.text.hasPrefix("[") else { return [origin(fromState, in: draft)] }
        return readGiven(fromState, of: draft)?.list?.compactMap(\.text).map { origin($0, in: draft) } ?? []
    }

    private mutating func origin(_ written: PlacedText, in draft: DeclaredState) -> StatePath {
        resolve(written.text, at: written.span, in: draft) ?? StatePath(written.text)
    }

    private mutating func target(_ toState: ScriptParameter?, in draft: DeclaredState, index: Int) -> Rule.Target {
        guard let toState, let path = resolve(toState.value.text, at: toState.value.span, in: draft) else {
            return .state(index)
        }
        return target(at: path)
    }

    // MARK: Names of the NLU exports

    private mutating func checkIntent(_ value: PlacedText, isGroup: Bool, of draft: DeclaredState) {
        guard !IntentCatalog.isSystemIntent(value.text) else { return }
        // What is wrong with a broken export was said; the name may be in the part that was not read.
        guard !intents.isBroken else { return }
        guard !intents.isEmpty else { return note(.noIntents(file: draft.file, at: value.span)) }
        guard !(isGroup ? intents.hasGroup(value.text) : intents.intent(at: value.text) != nil) else { return }
        let near = intentNames.near(IntentCatalog.normalised(value.text), most: 1).first
        let fault = Diagnostic.unknownIntent(value.text, isGroup: isGroup, near: near, file: draft.file, at: value.span)
        diagnostics.append(near.map { fault.corrected(value.text, to: $0) } ?? fault)
    }

    private mutating func checkExampleGroup(_ value: PlacedText, of draft: DeclaredState) {
        guard !intents.hasBrokenExamples else { return }
        guard !intents.exampleGroups.isEmpty else { return note(.noExampleGroups(file: draft.file, at: value.span)) }
        guard intents.exampleGroup(named: value.text) == nil else { return }
        let known = intents.exampleGroups.lazy.map { $0.path.text.dropFirst().replacing("/", with: ".") }
        let near = Spelling.nearest(to: value.text, among: known.map { String($0) })
        let fault = Diagnostic.unknownExampleGroup(value.text, near: near, file: draft.file, at: value.span)
        diagnostics.append(near.map { fault.corrected(value.text, to: $0) } ?? fault)
    }
}
