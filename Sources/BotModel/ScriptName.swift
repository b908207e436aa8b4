/// A global name that some JavaScript of the bot uses, or gives to all others.
package struct ScriptName: Sendable, Hashable {
    package enum Use: Sendable {
        /// `var`, `function`, `let`, `const`, `class` at the top of a `.js` file, or `$global.name = …`.
        case declared
        /// `name = …` without a declaration, `name++`, `for (name in …)`: makes a global of that name.
        case written
        case read
        /// `typeof name`, which is no failure when there is no such name.
        case typeof
    }

    package let name: String
    package let use: Use
    /// Read to be called: `name(…)`.
    package let isCalled: Bool
    /// Whether there is a global of this name once the bot is loaded: built in, a data file's, or made by its start scripts.
    package let exists: Bool
    package let file: String
    package let line: Int
    /// From 1, in Unicode scalars; `nil` when only the line is known.
    package let column: Int?

    package init(
        name: String, use: Use, isCalled: Bool = false, exists: Bool = false, file: String, line: Int, column: Int?
    ) {
        self.name = name
        self.use = use
        self.isCalled = isCalled
        self.exists = exists
        self.file = file
        self.line = line
        self.column = column
    }
}
