import BotModel
import Foundation
import SourceText
import Testing

@testable import Commands

/// `check --fix`: what is changed in the files, and what is left alone.
@Suite struct MendingTests {
    private let ringback: RingbackProcess
    private let script = "theme: /\r\n    state: Start\r\n        go!: /Ordr\r\n        go!: /Byee\r\n"

    init() throws { ringback = try RingbackProcess() }

    @Test func sureFixesAreMadeAndNothingElseChanges() throws {
        let folder = try folder(script)
        chmod(folder + "/main.sc", 0o640)
        let mending = Mending([
            try finding(folder, "/Ordr", by: ["/Order"]), try finding(folder, "/Byee", by: ["/Bye"]),
        ])
        #expect(mending.changes.count == 2)
        #expect(try mending.write() == 1)
        #expect(try text(folder) == script.replacing("/Ordr", with: "/Order").replacing("/Byee", with: "/Bye"))
        let mode = try FileManager.default.attributesOfItem(atPath: folder + "/main.sc")[.posixPermissions] as? Int
        #expect(mode == 0o640)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["main.sc"])
    }

    @Test func aLineThatIsAddedEndsAsTheOthersDo() throws {
        let folder = try folder(script)
        _ = try Mending([try finding(folder, "/Ordr", by: ["/Order\n        a: x"])]).write()
        #expect(try text(folder).contains("/Order\r\n        a: x\r\n"))
    }

    @Test func ofTwoFixesInOnePlaceTheFirstIsMadeAndAChoiceIsLeftToPeople() throws {
        let folder = try folder(script)
        let first = try finding(folder, "/Ordr", by: ["/Order"])
        let second = try finding(folder, "go!: /Ordr", by: ["go!: /Orders"])
        #expect(Mending([first, second]).changes.map(\.title) == ["Write /Order"])
        #expect(Mending([try finding(folder, "/Ordr", by: ["/Order", "/Orders"])]).changes.isEmpty)
    }

    @Test func aFixIsMadeWholeOrNotAtAll() throws {
        let folder = try folder(script)
        let second = try finding(folder, "/Byee", by: ["/Bye"])
        let first = try finding(folder, "/Ordr", by: ["/Order"])
        var both = first.diagnostic
        both.fixIts = [
            Diagnostic.FixIt("Write both", both.fixIts[0].edits + second.diagnostic.fixIts[0].edits)
        ]
        let whole = BotFinding(diagnostic: both, check: first.check)
        #expect(Mending([second, whole, first]).changes.map(\.title) == ["Write /Bye", "Write /Order"])
        #expect(Mending([whole, second, first]).changes.map(\.title) == ["Write both"])
    }

    @Test func filesOutsideTheBotAndFilesThatChangeMeanwhileAreLeftAlone() throws {
        let folder = try folder(script)
        let mending = Mending([try finding(folder, "/Ordr", by: ["/Order"])])
        try Data("theme: /\n".utf8).write(to: URL(filePath: folder + "/main.sc"))
        #expect(throws: Trouble.self) { try mending.write() }
        #expect(try text(folder) == "theme: /\n")
        #expect(Mending([try finding(folder, "/Ordr", by: ["/Order"], file: "../main.sc")]).changes.isEmpty)
    }

    @Test func aLinkStaysALink() throws {
        let folder = try folder(script)
        try FileManager.default.moveItem(atPath: folder + "/main.sc", toPath: folder + "/real.sc")
        try FileManager.default.createSymbolicLink(atPath: folder + "/main.sc", withDestinationPath: "real.sc")
        _ = try Mending([try finding(folder, "/Ordr", by: ["/Order"])]).write()
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/main.sc") == "real.sc")
        #expect(try String(contentsOfFile: folder + "/real.sc", encoding: .utf8).contains("/Order\r\n"))
    }

    /// Lines of a pattern may have comments between them, which are no part of it.
    @Test func aFixNeverTakesComments() throws {
        let folder = try folder(
            "theme: /\n    state: Start\n        q!: $regexp\n            # a note\n            <a.*>\n        a: x\n        q!: $regexp <b.*>\n"
        )
        let check = try BotCheck.run(folder, Libraries(dataFolder: nil))
        #expect(check.findings.filter { $0.code == "pattern/blank-before-argument" }.count == 2)
        _ = try Mending(check.findings.map { BotFinding(diagnostic: $0, check: check) }).write()
        #expect(try text(folder).contains("$regexp\n            # a note\n            <a.*>"))
        #expect(try text(folder).contains("$regexp<b.*>"))
    }

    private func folder(_ script: String) throws -> String {
        try ringback.write("main.sc", script)
        return ringback.folder.path
    }

    private func text(_ folder: String) throws -> String {
        try String(contentsOfFile: folder + "/main.sc", encoding: .utf8)
    }

    /// A finding at the first place of a text, with one fix for each replacement.
    private func finding(_ folder: String, _ text: String, by replacements: [String], file: String = "main.sc") throws
        -> BotFinding
    {
        let source = SourceFile(path: file, text: script)
        let start = try #require(script.utf8.firstRange(of: Array(text.utf8))?.lowerBound)
        let offset = script.utf8.distance(from: script.startIndex, to: start)
        var diagnostic = Diagnostic(
            .error, "link/unknown-state", "Unknown.", in: source, at: SourceSpan(offset, offset + text.utf8.count))
        for replacement in replacements { diagnostic = diagnostic.fixed("Write \(replacement)", by: replacement) }
        let project = Project(
            name: "shop", folder: folder, sourceFolder: "", entryPoints: [file], read: { _ in .text(source) })
        let (bot, sources, _) = Linker.linkWithSources(project)
        return BotFinding(diagnostic: diagnostic, check: BotCheck(bot: bot, sources: sources, found: [diagnostic]))
    }
}
