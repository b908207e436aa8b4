import ScriptSyntax
import SourceText

/// The code after `converter =` of a named pattern: a function's name, or the function itself.
package struct PatternConverter: Sendable {
    private let code: PlacedText
    private let file: SourceFile

    init(_ code: PlacedText, in file: SourceFile) {
        self.code = code
        self.file = file
    }

    package var start: CodePlace { place(ofByte: 0) }

    /// The place in the file of one in the code, both from 1; the column is in bytes.
    package func place(line: Int, byteColumn: Int) -> CodePlace {
        let bytes = code.text.utf8
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard lines.indices.contains(line - 1) else { return start }
        let offset = bytes.distance(from: bytes.startIndex, to: lines[line - 1].startIndex)
        return place(ofByte: offset + min(max(byteColumn - 1, 0), lines[line - 1].count))
    }

    private func place(ofByte offset: Int) -> CodePlace {
        let position = file.position(at: code.fileOffset(of: offset))
        return CodePlace(file: file.path, line: position.line, column: position.column)
    }
}
