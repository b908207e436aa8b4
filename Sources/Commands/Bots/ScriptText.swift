import FoundationEssentials
import Glibc
import SourceText

/// One script file from the disk, or from standard input.
enum ScriptText {
    /// - Parameter path: of the file; `-` is standard input.
    /// - Throws: `Trouble` for a file that is missing, no file, or not UTF-8.
    static func read(_ path: String) throws -> SourceFile {
        switch try decoded(path) {
        case .success(let file): return file
        case .failure(let fault):
            throw Trouble.badInput("`\(fault.repaired.path)`: \(fault.diagnostic.message)", hint: fault.diagnostic.hint)
        }
    }

    /// The same, with what is wrong in a text that is not UTF-8.
    static func decoded(_ path: String) throws -> Result<SourceFile, UndecodableText> {
        guard path == BotPath.standardInput else { return SourceFile.decode(try file(path), path: path) }
        return SourceFile.decode(try InputText.standardInputBytes(), path: BotPath.standardInputShown)
    }

    private static func file(_ path: String) throws -> [UInt8] {
        var info = stat()
        guard stat(path, &info) == 0 else {
            throw Trouble.badInput(
                "`\(path.shortened)` cannot be read: \(String(cString: strerror(errno))).",
                hint: "Give a .sc file, or - for standard input.")
        }
        guard info.st_mode & S_IFMT != S_IFDIR else {
            throw Trouble.badInput("`\(path)` is a folder.", hint: "Give one .sc file of it.")
        }
        guard let bytes = bytes(of: path) else {
            throw Trouble(
                .inputOutput, "`\(path)` cannot be read: \(String(cString: strerror(errno))).",
                hint: "Check its permissions.")
        }
        return bytes
    }

    /// The bytes of a file below the current folder, or of one that was named; `nil` when it cannot be opened.
    static func bytes(of path: String) -> [UInt8]? {
        FileManager.default.contents(atPath: path).map { Array($0) }
    }
}
