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
    /// The calls of it that stand in the bot's own files, innermost first, with columns in Unicode scalars.
    package var frames: [Frame] = []

    package struct Frame: Sendable, Hashable {
        /// `nil` for code outside of any function.
        package let function: String?
        package let file: String
        package let line: Int
        package let column: Int
    }

    /// What a script that catches it finds as its `message`, or a thrown text itself; `nil` when there is none.
    package var ownMessage: String?

    /// Where it stands in a text that a script has evaluated, which is in no file; the column is in bytes.
    package var placeInEvaluatedText: (line: Int, byteColumn: Int)? {
        let frames = stack.split(separator: "\n").compactMap { ScriptFrame($0) }
        return frames.first(where: \.isEvaluated).map { ($0.line, $0.byteColumn) }
    }

    /// Whether a script has thrown something that is no Error, and so has no stack. The place is where its code begins.
    package var isThrownValue = false

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
