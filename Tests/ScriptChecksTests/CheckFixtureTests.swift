import BotModel
import Foundation
import ScriptChecks
import SourceText
import Testing

/// `Fixtures/<code>/fires` and `quiet`, each a script (`fires.sc`) or a bot's folder (`fires/`): what a check finds, and what it must leave in peace.
/// What needs a bot of its own to be quiet about stands in `quiet-….sc`.
///
/// Under a guilty line stands `#   ^^^^ warning[code]`; findings in other files are listed in the script as `#! file:line:column warning[code]`.
/// `RECORD=1` writes these lines anew.
@Suite struct CheckFixtureTests {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
        .path

    static let cases: [FixtureCase] = ScriptChecks.all.flatMap { check in
        FixtureCase.kinds(of: check.code).map { FixtureCase(code: check.code, kind: $0) }
    }

    @Test(arguments: cases)
    func findsWhatTheFixtureSays(_ fixture: FixtureCase) throws {
        let findings = try fixture.findings()
        let recorded = try fixture.script.lines(with: findings)
        if ProcessInfo.processInfo.environment["RECORD"] != nil { try fixture.script.write(recorded) }
        #expect(recorded == fixture.script.lines)
        #expect(findings.isEmpty == fixture.kind.hasPrefix("quiet"))
    }

    @Test(arguments: ScriptChecks.all.map { $0.code })
    func saysItInTheseWords(_ code: String) throws {
        let fixture = FixtureCase(code: code, kind: "fires")
        let path = fixture.folder + "/messages.txt"
        let words = try fixture.findings().map { $0.words + "\n" }.joined()
        if ProcessInfo.processInfo.environment["RECORD"] != nil {
            try words.write(toFile: path, atomically: true, encoding: .utf8)
        }
        #expect(words == (try? String(contentsOfFile: path, encoding: .utf8)))
    }

    @Test(arguments: ScriptChecks.all.map { $0.code })
    func firesAndIsQuiet(_ code: String) {
        #expect(FixtureCase.kinds(of: code).filter { ["fires", "quiet"].contains($0) }.count == 2)
    }

    @Test func everyFolderBelongsToACheck() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.root)
        #expect(Set(folders) == Set(ScriptChecks.all.map { FixtureCase.name(of: $0.code) } + ["allow"]))
    }

    @Test func codesAreDifferentAndSorted() {
        let codes = ScriptChecks.all.map { $0.code }
        #expect(codes == Set(codes).sorted())
        for check in ScriptChecks.all { #expect(check.summary.hasSuffix(".")) }
    }
}

extension Diagnostic {
    /// Everything that people read, one sentence a line.
    var words: String {
        let labels = labels.map { "  \($0.file): \($0.message)" }
        let fixes = fixIts.map { "  fix: \($0.title)" }
        return (["\(severity.rawValue): \(message)", "  \(hint ?? "")"] + labels + fixes).joined(
            separator: "\n")
    }
}
