import FoundationEssentials
import Glibc

/// Whole texts from outside.
enum InputText {
    /// All of standard input, which must be UTF-8.
    static func standardInput() throws -> String {
        var lines = InputLines(descriptor: STDIN_FILENO)
        var texts: [String] = []
        while let line = lines.next() {
            if let note = line.note { throw Trouble.badInput("Standard input: \(note)") }
            texts.append(line.text)
        }
        return texts.joined(separator: "\n")
    }
}
