/// What a piece of code is.
package enum CodeKind: Sendable {
    /// The body of a function: `return` is legal, `var` and functions are its own.
    case block
    /// The same with `await` in it; its value is what it returns in the end.
    case waitingBlock
    /// One expression, an object literal too; running it gives its value.
    case expression
    /// One expression, turned into text as JavaScript does it; without a value it is the empty text.
    case text
    /// One expression, taken as true or false.
    case condition
}

/// Code that a slot has compiled, to be run by that slot.
package struct ScriptBlock: Sendable {
    let index: UInt32
    let slot: ObjectIdentifier
    /// The turn that it was compiled in; 0 is before the seal, and lasts.
    let turn: Int
    let file: String
    let firstLine: Int
}

/// A function that a slot has found by its name.
package struct ScriptFunction: Sendable {
    let name: String
    let block: ScriptBlock
}

/// Code as its author wrote it, with its place in the file.
struct ScriptSource {
    let code: String
    let file: String
    let firstLine: Int
    let turn: Int

    /// The line of the file with this number, without its end, or `nil` when it is not of this code.
    func line(_ number: Int) -> Substring.UnicodeScalarView? {
        let bytes = code.utf8
        var start = bytes.startIndex
        for _ in firstLine..<max(number, firstLine) {
            guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
            start = bytes.index(after: end)
        }
        guard number >= firstLine else { return nil }
        return code.unicodeScalars[start..<(bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex)]
    }

    var lastLine: Int { firstLine + code.utf8.count { $0 == UInt8(ascii: "\n") } }

    /// The code in a function, on lines of its own, so that lines and columns stay the file's.
    func wrapped(as kind: CodeKind) -> String {
        switch kind {
        case .block: "(function () {\n\(code)\n})"
        case .waitingBlock: "(async function () {\n\(code)\n})"
        case .expression: "(function () { return (\n\(code)\n)})"
        case .text: "(function () { return `${(\n\(code)\n) ?? \"\"}`})"
        case .condition: "(function () { return !!(\n\(code)\n)})"
        }
    }
}
