import FoundationEssentials
import SourceText

/// One script file from the disk.
enum ScriptText {
    /// - Throws: `Trouble` for a file that is missing or not UTF-8.
    static func read(_ path: String) throws -> SourceFile {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Trouble.badInput("`\(path)` cannot be read.", hint: "Give a .sc file that is there and may be read.")
        }
        switch SourceFile.decode(Array(data), path: path) {
        case .success(let file): return file
        case .failure(let fault):
            throw Trouble.badInput("`\(path)`: \(fault.diagnostic.message)", hint: fault.diagnostic.hint)
        }
    }
}
