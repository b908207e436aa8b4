import SourceText

/// Reads the file of `--env-file`: a line `NAME=value` each; blank lines and lines that begin with `#` are passed over.
///
/// A value may stand in quotes, single or double; everything in them counts, and nothing is put in for `$NAME`.
enum EnvironmentFile {
    static func values(of path: String) throws -> [String: String] {
        let text = try ScriptText.read(path).text
        var values: [String: String] = [:]
        for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            guard let (name, value) = try entry(line, number + 1, path) else { continue }
            values[name] = value
        }
        return values
    }

    private static func entry(_ line: Substring, _ number: Int, _ path: String) throws -> (String, String)? {
        let line = String(line).trimmed
        guard !line.isEmpty, line.first != "#" else { return nil }
        let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        var name = String(parts[0]).trimmed
        if name.hasPrefix("export ") { name = String(name.dropFirst(7)).trimmed }
        guard parts.count == 2, !name.isEmpty, !name.contains(where: \.isWhitespace) else {
            throw Trouble.badInput(
                "--env-file: line \(number) of \(path) is no `NAME=value`.",
                hint: "Write one name and its value a line, such as CRM_TOKEN=abc.")
        }
        return (name, unquoted(String(parts[1]).trimmed))
    }

    private static func unquoted(_ value: String) -> String {
        guard value.count >= 2, let first = value.first, first == value.last, "\"'".contains(first) else {
            return value
        }
        return String(value.dropFirst().dropLast())
    }
}
