import BotModel
import Dialog
import JavaScript
import PatternMatching
import SourceText

// What scripts ask about the dialog itself: handlers, timeouts, what was understood.
extension HostCalls {
    mutating func dialogAnswer(_ name: String, _ arguments: [ScriptValue]) -> HostAnswer? {
        switch name {
        case "wished": wish()
        case "bound": bind(arguments)
        case "checkTimeout": check(timeout: arguments)
        case "checkState": check(state: arguments)
        case "nluResults": .value(hypotheses.map(results) ?? .undefined)
        default: nil
        }
    }

    private mutating func wish() -> HostAnswer {
        hasWished = true
        return .value(.undefined)
    }

    /// A handler that a script has bound in the midst of a turn.
    private mutating func bind(_ arguments: [ScriptValue]) -> HostAnswer {
        if arguments.count > 2, let number = arguments[0].number.flatMap({ Int(exactly: $0) }),
            let phase = arguments[1].string.flatMap(TurnPhase.init)
        {
            let path = StatePath(arguments[2].string ?? "/")
            boundHandlers.append(PhaseHandler(number: number, phase: phase, path: path))
        }
        return .value(.undefined)
    }

    /// Interval, target, and the state that sets the timeout.
    private func check(timeout arguments: [ScriptValue]) -> HostAnswer {
        let texts = arguments.map { $0.string ?? "" }
        guard texts.count > 2 else { return .value(.undefined) }
        guard TimeoutInterval.seconds(in: texts[0]) != nil else {
            return .exception(
                "$reactions.timeout: `\(texts[0])` is no time span. Write {interval: \"10 seconds\", targetState: \"/TooLate\"}."
            )
        }
        return check(texts[1], "$reactions.timeout", in: texts[2])
    }

    /// What names it, the path, and the state that runs.
    private func check(state arguments: [ScriptValue]) -> HostAnswer {
        let texts = arguments.map { $0.string ?? "" }
        guard texts.count > 2 else { return .value(.undefined) }
        return check(texts[1], texts[0], in: texts[2])
    }

    private func check(_ written: String, _ subject: String, in state: String) -> HostAnswer {
        let home = bot.home(of: StatePath(state))
        guard bot.resolve(written, from: home) == nil else { return .value(.undefined) }
        return .exception("\(subject): " + missing(written, from: home))
    }

    /// A sentence about a state that is not there, and one about what was probably meant.
    func missing(_ written: String, from home: StatePath) -> String {
        let question = Spelling.question(bot.states(near: written, from: home))
        return "there is no state `\(written)`, as seen from `\(home)`." + (question.map { " " + $0 } ?? "")
    }

    // MARK: What was understood

    /// More rules of a text are not shown.
    private static let mostHypotheses = 50

    private func results(_ hypotheses: Hypotheses) -> ScriptValue {
        let rules = hypotheses.rules.prefix(Self.mostHypotheses)
        let intents = hypotheses.intents().prefix(Self.mostHypotheses).map { recognised -> ScriptValue in
            let path = recognised.intent.path.text
            let rule = rules.firstIndex { $0.intent?.intent.path.text == path }
            return .object(
                [
                    .init("rule", rule.map { .number(Double($0)) } ?? .undefined),
                    .init("ruleType", .string("intent")), .init("score", .number(recognised.score)),
                    .init("intent", recognised.scriptValue),
                ] + tree(recognised.match?.tree))
        }
        return .object([
            .init("rules", .array(rules.map(result))), .init("isUnderstood", .boolean(hypotheses.isUnderstood)),
            .init("intents", .array(Array(intents))),
            .init("hypotheses", .number(Double(bot.configuration.hypotheses))),
        ])
    }

    private func result(_ found: FoundRule) -> ScriptValue {
        let state = bot.path(of: found.rule.target)
        let intent = found.intent.map { [ScriptValue.Member("intent", $0.scriptValue)] } ?? []
        return .object(
            [
                .init("clazz", .string(state.description)), .init("score", .number(found.score)),
                .init("ruleType", .string(found.rule.typeName)), .init("pattern", .string(found.rule.source)),
            ] + intent + tree(found.match()?.tree))
    }

    private func tree(_ tree: ParseNode?) -> [ScriptValue.Member] {
        tree.map { [.init("tree", $0.scriptValue)] } ?? []
    }
}

extension Rule {
    /// The kind of rule as scripts name it.
    var typeName: String {
        switch trigger {
        case .pattern: "pattern"
        case .example, .exampleGroup: "example"
        case .intent: "intent"
        case .intentGroup: "intentGroup"
        case .event: "event"
        }
    }
}
