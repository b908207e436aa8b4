import BotModel
import Conversations
import Dialog
import JavaScript

extension ScriptRun {
    /// What a piece of the bot's code came to.
    init(_ code: CodeUnit, _ outcome: Result<ScriptValue, TurnFailure>, took usage: ScriptUsage) {
        self.init(
            kind: Kind(code.kind, try? outcome.get()), file: code.file, line: code.firstLine, seconds: usage.seconds,
            bytes: usage.allocatedBytes)
    }

    init(_ phase: TurnPhase, took usage: ScriptUsage) {
        self.init(
            kind: .handler(phase.rawValue), file: "", line: 0, seconds: usage.seconds, bytes: usage.allocatedBytes)
    }
}

extension ScriptRun.Kind {
    fileprivate init(_ kind: CodeUnit.Kind, _ value: ScriptValue?) {
        self =
            switch kind {
            case .block, .waitingBlock: .block
            case .condition: .condition(value?.flag)
            case .text: .expression
            }
    }
}
