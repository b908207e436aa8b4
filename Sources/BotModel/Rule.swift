import PatternMatching

/// What leads into a state: one trigger tag.
package struct Rule: Sendable {
    package enum Trigger: Sendable {
        /// `q:`
        case pattern(PatternTree)
        /// `event:`
        case event(String)
        /// `intent:`: the path of an intent, with its first `/`.
        case intent(String)
        /// `intentGroup:`: any intent at or below that path.
        case intentGroup(String)
        /// `e:`: a phrase; when it names patterns (`$City`), as a pattern too.
        case example(String, PatternTree?)
        /// `eg:`: the name of a group of phrases.
        case exampleGroup(String)

        /// The tag's name without `!`.
        package var tagName: String {
            switch self {
            case .pattern: "q"
            case .event: "event"
            case .intent: "intent"
            case .intentGroup: "intentGroup"
            case .example: "e"
            case .exampleGroup: "eg"
            }
        }
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
    /// `noContext` at the trigger: a state entered by it does not move the dialog's context.
    package let keepsContext: Bool
    /// The index of the state that is entered, or the path when it is a theme.
    package let target: Target
    package let place: CodePlace

    package enum Target: Sendable, Hashable {
        case state(Int)
        case theme(StatePath)
    }
}
