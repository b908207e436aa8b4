/// One use of a name that no scope of its piece of JavaScript declares, or a declaration that is visible outside of the piece.
package struct NameUse: Sendable, Hashable {
    package enum Kind: Sendable {
        case read
        /// `typeof name`: no failure when there is no such name.
        case typeof
        /// `name = …`, `name++`, `for (name in …)`: makes a global of that name. A change in place is a `read`, too.
        case written
        case deleted
        /// `var`, `function`, `let`, `const`, `class` at the top level of a script.
        case declared
    }

    package let name: String
    package let kind: Kind
    /// Followed by a bracket: `name(…)`.
    package let isCalled: Bool
    package let line: Int
    /// From 1, in Unicode scalars.
    package let column: Int
}
