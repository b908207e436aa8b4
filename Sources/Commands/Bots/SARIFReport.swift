import FoundationEssentials
import ScriptChecks
import SourceText

/// Findings as SARIF 2.1.0, the format of code review tools.
///
/// Files are named from the root of the checkout (the nearest folder upwards with `.git`), else from the current folder.
struct SARIFReport {
    private let findings: [BotFinding]
    private let root: String
    /// Stable codes, sorted; a result names its rule by number too.
    private let codes: [String]

    init(_ findings: [BotFinding], root: String = SARIFReport.checkoutRoot()) {
        self.findings = findings
        self.root = root
        codes = Set(findings.map(\.diagnostic.code)).sorted()
    }

    var text: String {
        JSONValue.object([
            ("$schema", "https://json.schemastore.org/sarif-2.1.0.json"), ("version", "2.1.0"),
            ("runs", .array([run])),
        ]).text
    }

    private var run: JSONValue {
        let driver = JSONValue.object([
            ("name", "ringback"), ("version", .string(VersionCommand.version)),
            ("semanticVersion", .string(VersionCommand.version)), ("rules", .array(codes.map(rule))),
        ])
        return .object([
            ("tool", .object([("driver", driver)])), ("columnKind", "unicodeCodePoints"),
            (
                "originalUriBaseIds",
                .object([(Self.base, .object([("description", Self.message("The root of the checkout."))]))])
            ),
            ("results", .array(results)),
        ])
    }

    private func rule(_ code: String) -> JSONValue {
        var fields: [(String, JSONValue)] = [
            ("id", .string(code)), ("shortDescription", Self.message(CodeSummary.of(code))),
        ]
        if let example = findings.first(where: { $0.diagnostic.code == code }) {
            fields.append(("fullDescription", Self.message("For example: " + example.diagnostic.message)))
        }
        return .object(fields)
    }

    // MARK: Results

    private var results: [JSONValue] {
        var counts: [String: Int] = [:]
        let numbers = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
        return findings.map { finding in
            let print = fingerprint(of: finding)
            counts[print, default: 0] += 1
            return result(
                finding, rule: numbers[finding.diagnostic.code] ?? 0, fingerprint: "\(print):\(counts[print] ?? 1)")
        }
    }

    private func result(_ finding: BotFinding, rule: Int, fingerprint: String) -> JSONValue {
        let diagnostic = finding.diagnostic
        let words = [diagnostic.message, diagnostic.hint].compactMap(\.self).joined(separator: " ")
        var fields: [(String, JSONValue)] = [
            ("ruleId", .string(diagnostic.code)), ("ruleIndex", .integer(rule)),
            ("level", .string(diagnostic.severity.rawValue)), ("message", Self.message(words)),
            ("locations", .array([location(finding, diagnostic.file, diagnostic.start, diagnostic.end)])),
        ]
        let related = diagnostic.labels.enumerated().map { index, label in
            location(finding, label.file, label.start, label.end, id: index + 1, message: label.message)
        }
        if !related.isEmpty { fields.append(("relatedLocations", .array(related))) }
        fields.append(("partialFingerprints", .object([("primaryLocationLineHash", .string(fingerprint))])))
        let fixes = diagnostic.fixIts.map { fix($0, of: finding) }
        if !fixes.isEmpty { fields.append(("fixes", .array(fixes))) }
        return .object(fields)
    }

    private func location(
        _ finding: BotFinding, _ file: String, _ start: SourcePosition, _ end: SourcePosition, id: Int? = nil,
        message: String? = nil
    ) -> JSONValue {
        var fields: [(String, JSONValue)] = id.map { [("id", .integer($0))] } ?? []
        fields.append(
            (
                "physicalLocation",
                .object([("artifactLocation", artifact(finding, file)), ("region", Self.region(start, end))])
            ))
        if let message { fields.append(("message", Self.message(message))) }
        return .object(fields)
    }

    private func fix(_ fix: Diagnostic.FixIt, of finding: BotFinding) -> JSONValue {
        var changes: [(file: SourceFile, edits: [TextEdit])] = []
        for edit in fix.edits {
            guard let file = finding.check.files[edit.file] else { continue }
            if let known = changes.firstIndex(where: { $0.file.path == file.path }) {
                changes[known].edits.append(edit)
            } else {
                changes.append((file, [edit]))
            }
        }
        let artifacts = changes.map { change in
            JSONValue.object([
                ("artifactLocation", artifact(finding, change.file.path)),
                ("replacements", .array(change.edits.map { Self.replacement($0, in: change.file) })),
            ])
        }
        return .object([("description", Self.message(fix.title)), ("artifactChanges", .array(artifacts))])
    }

    private static func replacement(_ edit: TextEdit, in file: SourceFile) -> JSONValue {
        let deleted = region(file.position(at: edit.span.start), file.position(at: edit.span.end))
        return .object([("deletedRegion", deleted), ("insertedContent", message(edit.replacement))])
    }

    // MARK: Pieces

    private static let base = "%SRCROOT%"

    private static func message(_ text: String) -> JSONValue { .object([("text", .string(text))]) }

    /// Lines and columns from 1; the end is the column after the last one.
    private static func region(_ start: SourcePosition, _ end: SourcePosition) -> JSONValue {
        .object([
            ("startLine", .integer(start.line)), ("startColumn", .integer(start.column)),
            ("endLine", .integer(end.line)), ("endColumn", .integer(end.column)),
        ])
    }

    private func artifact(_ finding: BotFinding, _ file: String) -> JSONValue {
        let path = finding.check.paths.absolute(file)
        let prefix = root == "/" ? "/" : root + "/"
        guard path.hasPrefix(prefix) else { return .object([("uri", .string("file://" + Self.encoded(path)))]) }
        let relative = Self.encoded(String(path.dropFirst(prefix.count)))
        return .object([("uri", .string(relative)), ("uriBaseId", .string(Self.base))])
    }

    private static func encoded(_ path: String) -> String {
        path.utf8.map { byte in
            let isPlain =
                UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
                || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || "-._~/".utf8.contains(byte)
            let digits = String(byte, radix: 16, uppercase: true)
            return isPlain ? String(Unicode.Scalar(byte)) : "%" + (digits.count == 1 ? "0" : "") + digits
        }.joined()
    }

    /// The same for the same mistake after lines were added above it: code, file, and the line's own text.
    private func fingerprint(of finding: BotFinding) -> String {
        let diagnostic = finding.diagnostic
        let line = finding.check.files[diagnostic.file]?.line(diagnostic.start.line) ?? ""
        let path = finding.check.paths.absolute(diagnostic.file)
        let place = path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : path
        return Self.hash([diagnostic.code, place, line.trimmed].joined(separator: "\n"))
    }

    /// FNV-1a of 64 bits: for telling lines apart, not for keeping secrets.
    private static func hash(_ text: String) -> String {
        let value = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The nearest folder upwards that holds `.git`, else the current one.
    static func checkoutRoot(from folder: String = FileManager.default.currentDirectoryPath) -> String {
        var candidate = folder
        while !candidate.isEmpty {
            if FileManager.default.fileExists(atPath: candidate + "/.git") { return candidate }
            guard let slash = candidate.lastIndex(of: "/") else { break }
            candidate = String(candidate[..<slash])
        }
        return folder
    }
}

/// A code in words, for tools that list rules.
enum CodeSummary {
    /// A check's own sentence; else the code's name: `link/unknown-state` → "Unknown state".
    static func of(_ code: String) -> String {
        if code == "check/needless-allow" {
            return "A comment allows what is not found there, or a code that does not exist."
        }
        if let check = ScriptChecks.all.first(where: { $0.code == code }) { return check.summary }
        let words = code.split(separator: "/").last.map { String($0).replacing("-", with: " ") } ?? code
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
