/// A mistake in a pattern's text; offsets are UTF-8 bytes of that text.
package struct PatternMistake: Sendable, Hashable, Error {
    package let isError: Bool
    /// A stable code such as `pattern/unbalanced`.
    package let code: String
    package let message: String
    package let hint: String?
    package let start: Int
    package let end: Int
    /// Only where one is sure of it.
    package let fix: Fix?

    /// What should stand between `start` and `end` instead.
    package struct Fix: Sendable, Hashable {
        package let title: String
        package let replacement: String
    }

    package init(
        isError: Bool, code: String, message: String, hint: String?, start: Int, end: Int, fix: Fix? = nil
    ) {
        self.isError = isError
        self.code = code
        self.message = message
        self.hint = hint
        self.start = start
        self.end = end
        self.fix = fix
    }
}
