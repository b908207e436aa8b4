import BotModel
import Conversations
import Dialog
import JavaScript
import PatternMatching

extension CodeUnit.Kind {
    var codeKind: CodeKind {
        switch self {
        case .block: .block
        case .waitingBlock: .waitingBlock
        case .condition: .condition
        case .text: .text
        }
    }
}

extension ParseNode {
    /// The raw tree of the door `take`, which gives it the shape that scripts know.
    var scriptValue: ScriptValue {
        var members: [ScriptValue.Member] = [
            .init("tag", .string(tag)), .init("pattern", .string(pattern)), .init("text", .string(text)),
            .init("words", .array(words.map { .string($0) })), .init("children", .array(children.map(\.scriptValue))),
        ]
        if let value { members.append(.init("value", .string(value))) }
        if isEntity { members.append(.init("isEntity", .boolean(true))) }
        if let converter { members.append(.init("converter", .string(converter))) }
        return .object(members)
    }
}

extension ReplyField {
    var scriptValue: ScriptValue {
        switch self {
        case .text(let text): .string(text)
        case .flag(let flag): .boolean(flag)
        case .number(let number): .number(number)
        case .null: .null
        case .list(let fields): .array(fields.map(\.scriptValue))
        case .object(let members): .object(members.map { .init($0.name, $0.value.scriptValue) })
        }
    }
}

extension RecognisedIntent {
    /// `$context.intent`.
    var scriptValue: ScriptValue {
        let slots = intent.slots.map { slot in
            ScriptValue.object([
                .init("name", .string(slot.name.text)), .init("entity", .string(slot.entity.text)),
                .init("required", .boolean(slot.isRequired)), .init("array", .boolean(slot.isArray)),
                .init("prompts", .array(slot.prompts.map { .string($0) })),
            ])
        }
        var members: [ScriptValue.Member] = [
            .init("path", .string(intent.path.text)), .init("confidence", .number(score)),
            .init("slots", .array(slots)),
        ]
        if let answer = intent.answer { members.append(.init("answer", .string(answer))) }
        if let customData = intent.customData { members.append(.init("customData", .string(customData))) }
        return .object(members)
    }
}

extension FilledSlot {
    /// `{name, entity, array, values: [{text, value}]}`
    var scriptValue: ScriptValue {
        let values = values.map { value in
            var members: [ScriptValue.Member] = [.init("text", .string(value.text))]
            if let meaning = value.value { members.append(.init("value", .string(meaning))) }
            return ScriptValue.object(members)
        }
        return .object([
            .init("name", .string(name)), .init("entity", .string(entity)), .init("array", .boolean(isArray)),
            .init("values", .array(values)),
        ])
    }
}

extension VisitedState {
    /// An entry of `$context.contextHistory`.
    var scriptValue: ScriptValue {
        .object([.init("currentState", .string(currentState)), .init("contextPath", .string(contextPath))])
    }
}

extension ScriptWish {
    /// What the door `wish` answers.
    init(_ answer: ScriptValue) {
        self.init()
        stops = answer["stops"]?.flag ?? false
        startsSession = answer["startsSession"]?.flag ?? false
        targetState = answer["targetState"]?.string
        query = answer["query"]?.string
        unreadableTarget = answer["wrongTarget"]?.string
        setsParseTree = answer["setsParseTree"]?.flag ?? false
        if case .object? = answer["newSession"] {
            newSession = NewSession(message: answer["newSession"]?["message"]?.string)
        }
        if let path = answer["transition"]?["path"]?.string {
            transition = Transition(path: path, isDeferred: answer["transition"]?["deferred"]?.flag ?? false)
        }
    }
}

extension ScriptFailure {
    /// For a file that uses `import` or `export` and is not required as a module.
    static let moduleAsFile =
        "SyntaxError: `import` and `export` are for ES6 modules, and this file is not required as one"
}

extension TurnFailure {
    init(_ failure: ScriptFailure) {
        self.init(
            code: "script/" + failure.kind.rawValue, message: failure.message, hint: Self.hint(for: failure),
            file: failure.file, line: failure.line, column: failure.column)
        ownMessage = failure.ownMessage ?? Self.withoutName(failure)
        stack = failure.frames.map {
            Frame(function: $0.function, file: $0.file, line: $0.line, column: $0.column)
        }
    }

    /// Of what the engine itself says: "SyntaxError: this `(` is never closed" without the name of the error.
    private static func withoutName(_ failure: ScriptFailure) -> String? {
        guard failure.kind == .syntax || failure.kind == .stack, let colon = failure.message.range(of: "Error: ") else {
            return nil
        }
        return String(failure.message[colon.upperBound...])
    }

    private static func hint(for failure: ScriptFailure) -> String? {
        switch failure.kind {
        case .syntax where failure.message == ScriptFailure.moduleAsFile:
            "Write `type = scriptEs6` and `name = …` below its `require:`."
        case .syntax: nil
        case .exception:
            failure.isThrownValue
                ? "What was thrown is no Error, so nobody knows where: write `throw new Error(\"…\")`."
                : MissingName(failure)?.hint
        case .time: "Look for a loop that does not end. What the turn had put into $session is lost."
        case .memory: "Look for a list or text that grows without end. What the turn had put into $session is lost."
        case .stack: "A function calls itself without end."
        }
    }

    /// What a step says that comes after a cut in the same turn.
    static let afterCut = TurnFailure(
        code: "script/cut", message: "The rest of this turn was skipped, since its scripts had been stopped.")

    /// For a tag; a script gets an exception.
    static let tooManyReplies = TurnFailure(
        code: "dialog/replies", message: TurnAllowance.refusal.replacing("RangeError: the", with: "The"),
        hint: "Look for states that lead to each other, and for a text that grows.")

    /// The failure of writing `$session`, `$client` or a reply as JSON at the end of a turn.
    var aboutKeeping: TurnFailure {
        var failure = self
        failure.ownMessage = nil
        failure.message = "What the scripts left in $session, $client or a reply cannot be kept: " + message
        failure.hint =
            "Keep plain data there, nothing that contains itself. $session and $client are as before this turn."
        return failure
    }
}
