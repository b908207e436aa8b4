import ScriptFormat
import ScriptSyntax
import SourceText

/// What must hold for the formatter, whatever script it is given.
package enum FormatTrial {
    /// Formatting keeps the tree, and a formatted script stays as it is.
    package static func faults(of bytes: [UInt8]) -> [String] {
        guard case .success(let source) = SourceFile.decode(bytes, path: "fuzzed.sc") else { return [] }
        let once = ScriptFormatter.format(source)
        let formatted = SourceFile(path: "fuzzed.sc", text: once.text)
        let twice = ScriptFormatter.format(formatted)
        var faults: [String] = []
        if !twice.text.utf8.elementsEqual(once.text.utf8) { faults.append("formatted twice it is another text") }
        let before = ScriptParser.parse(source).0
        if let difference = ScriptTreeComparison.firstDifference(before, ScriptParser.parse(formatted).0) {
            faults.append("another tree: \(difference.text)")
        }
        return faults
    }
}
