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

    /// Every byte of standard input, line ends and byte order mark too.
    static func standardInputBytes() throws -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(STDIN_FILENO, &buffer, buffer.count)
            if count == 0 { return bytes }
            if count > 0 {
                bytes += buffer[..<count]
            } else if errno != EINTR {
                throw Trouble(.inputOutput, "Standard input cannot be read: \(String(cString: strerror(errno))).")
            }
        }
    }
}
