import BotModel
import Foundation
import ScriptChecks
import SourceText
import Testing

/// One side of a check's fixture.
struct FixtureCase: Sendable, CustomTestStringConvertible {
    let code: String
    /// `fires`, `quiet` or `quiet-…`.
    let kind: String

    var testDescription: String { "\(code) \(kind)" }

    static func name(of code: String) -> String { code.split(separator: "/").last.map(String.init) ?? code }

    /// The bots in a check's folder.
    static func kinds(of code: String) -> [String] {
        let files =
            (try? FileManager.default.contentsOfDirectory(atPath: FixtureCase(code: code, kind: "").folder)) ?? []
        return files.map { $0.hasSuffix(".sc") ? String($0.dropLast(3)) : $0 }.filter {
            $0.hasPrefix("fires") || $0.hasPrefix("quiet")
        }.sorted()
    }

    var folder: String { CheckFixtureTests.root + "/" + Self.name(of: code) }

    /// A bot's folder, else a script.
    var botPath: String {
        let path = folder + "/" + kind
        return FileManager.default.fileExists(atPath: path + "/chatbot.yaml") ? path : path + ".sc"
    }

    var script: FixtureScript {
        FixtureScript(
            path: botPath.hasSuffix(".sc") ? botPath : botPath + "/src/main.sc",
            shown: botPath.hasSuffix(".sc") ? kind + ".sc" : "src/main.sc")
    }

    /// What the check of this code finds.
    func findings() throws -> [Diagnostic] {
        let (bot, sources, _) = try BotLoader.loadWithSources(botPath)
        let script = script
        let checked = CheckedBot(
            bot: bot, sources: sources, testReferences: script.testReferences, scriptNames: script.scriptNames,
            otherFiles: BotLoader.unusedScripts(beside: bot))
        return ScriptChecks.findings(in: checked).filter { $0.code == code }
    }
}

/// The script of a fixture, with the lines that say what is found in it.
struct FixtureScript {
    let path: String
    /// Its path in diagnostics.
    let shown: String

    var lines: [String] {
        ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "").components(separatedBy: "\n")
    }

    func write(_ lines: [String]) throws {
        try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    }

    private static func isExpectation(_ line: String) -> Bool {
        line.hasPrefix("#!") || line.hasPrefix("#") && line.contains("^ ") && line.hasSuffix("]")
    }

    /// The script with the lines that these findings call for. They do not move: the lines of findings are those of the file as it is.
    func lines(with findings: [Diagnostic]) throws -> [String] {
        var result: [String] = []
        for (index, line) in lines.enumerated() where !Self.isExpectation(line) {
            result.append(line)
            for finding in findings where finding.file == shown && finding.start.line == index + 1 {
                let width =
                    finding.end.line == finding.start.line ? max(finding.end.column - finding.start.column, 1) : 1
                let margin = "#" + String(repeating: " ", count: max(finding.start.column - 2, 0))
                result.append(
                    "\(margin)\(String(repeating: "^", count: width)) \(finding.severity.rawValue)[\(finding.code)]")
            }
        }
        let others = findings.filter { $0.file != shown }.map {
            "#! \($0.file):\($0.start.line):\($0.start.column) \($0.severity.rawValue)[\($0.code)]"
        }
        return others + result
    }

    // MARK: What else a bot has

    private var file: SourceFile { SourceFile(path: shown, text: lines.joined(separator: "\n")) }

    /// `# test: /Order` stands for a test that names a state.
    var testReferences: [TestReference] {
        marked("# test: ").map { TestReference(path: $0.text, file: file, span: $0.span) }
    }

    /// `# reads: name`, `# declares: name` and `# asks: name` (by `typeof`) stand for code that does so.
    var scriptNames: [ScriptName] {
        let file = file
        func names(_ mark: String, _ use: ScriptName.Use) -> [ScriptName] {
            marked(mark).map {
                let place = file.position(at: $0.span.start)
                return ScriptName(name: $0.text, use: use, file: shown, line: place.line, column: place.column)
            }
        }
        return names("# reads: ", .read) + names("# declares: ", .declared) + names("# asks: ", .typeof)
    }

    private func marked(_ mark: String) -> [(text: String, span: SourceSpan)] {
        let file = file
        return lines.enumerated().compactMap { index, line in
            guard line.hasPrefix(mark) else { return nil }
            let start = file.lineStarts[index] + mark.utf8.count
            let text = String(line.dropFirst(mark.count))
            return (text, SourceSpan(start, start + text.utf8.count))
        }
    }
}
