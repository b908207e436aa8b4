import BotModel

/// What of a bot its tests have visited.
package struct TestCoverage: Sendable, Hashable {
    package var states: Set<StatePath> = []
    /// The numbers of rules that have won.
    package var rules: Set<Int> = []
    /// The numbers of `Bot.transitions` that were gone.
    package var transitions: Set<Int> = []

    package init() {}
}
