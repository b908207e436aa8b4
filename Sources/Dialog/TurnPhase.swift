import BotModel

/// A step of a request at which functions of the bot run that it has given to `bind` (dsl.md 7).
package enum TurnPhase: String, Sendable, Hashable, CaseIterable {
    /// Before the text is understood; the state is the one in which the talk was.
    case preMatch
    /// All rules that answer are known; the handler may prefer another. The state is the one in which the talk was.
    case selectNLUResult
    /// The state that answers is known, and none of its reactions has run.
    case preProcess
    /// All reactions have run; the state is the last one.
    case postProcess
    case onScriptError
    case onDialogError
    /// Any failure that has no handler of its own kind.
    case onAnyError

    /// Who hears of a failure: the first of these phases that has handlers. Whether the platform calls only that one nobody has
    /// written down (uncertain); bots bind the same apology to all of them.
    static func hearing(of code: String) -> [TurnPhase] {
        if code.hasPrefix("script/") { return [.onScriptError, .onAnyError] }
        return code.hasPrefix("dialog/") ? [.onDialogError, .onAnyError] : [.onAnyError]
    }
}

/// A function of the bot that is called at a phase.
package struct PhaseHandler: Sendable, Hashable {
    /// By which whoever runs scripts knows it.
    package let number: Int
    package let phase: TurnPhase
    /// It is called for this state and all below.
    package let path: StatePath

    package init(number: Int, phase: TurnPhase, path: StatePath) {
        self.number = number
        self.phase = phase
        self.path = path
    }
}
