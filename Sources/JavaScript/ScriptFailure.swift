/// How a script came to grief.
package struct ScriptFailure: Error, Sendable, Hashable {
    package enum Kind: String, Sendable { case syntax, exception, time, memory, stack }

    package var kind: Kind
    /// For exceptions `TypeError: x is not a function`; for a thrown value that is no Error its JSON.
    package var message: String
    package var file: String?
    package var line: Int?
    package var column: Int?
    /// The JavaScript stack, one frame a line.
    package var stack: String

    package init(
        kind: Kind, message: String, file: String? = nil, line: Int? = nil, column: Int? = nil, stack: String = ""
    ) {
        self.kind = kind
        self.message = message
        self.file = file
        self.line = line
        self.column = column
        self.stack = stack
    }
}
