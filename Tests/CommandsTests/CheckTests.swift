import Commands
import Foundation
import Testing

/// `ringback check` as a person, a build server and an editor meet it.
@Suite struct CheckTests {
    /// One error in each of two files, a warning, and a module that is required twice.
    private func shop() throws -> RingbackProcess {
        let ringback = try RingbackProcess()
        try ringback.write(
            "bot/src/main.sc",
            "require: parts/order.sc\ntheme: /\n    state: Start\n        go!: /Ordr\n        q!: (a\n")
        try ringback.write("bot/src/parts/order.sc", "theme: /Order\n    state: Buy\n        go!: /Nowhere/At/All\n")
        try ringback.write("bot/chatbot.yaml", "name: shop\nentryPoint: main.sc\n")
        return ringback
    }

    @Test func pathsOpenFromWhereOneStands() throws {
        let ringback = try shop()
        let check = try ringback.run(["check", "bot"])
        #expect(check.status == 1)
        #expect(check.output.contains("bot/src/main.sc:4:14: error[link/unknown-state]"))
        #expect(check.output.contains("bot/src/parts/order.sc:3:14: error[link/unknown-state]"))
        #expect(check.output.contains("\n2 errors, "))
        #expect(check.output.contains(/\ in 2 (of 3 )?files/))
        let absolute = try ringback.run(["check", ringback.path("bot")])
        #expect(absolute.lines.dropLast() == check.lines.dropLast())
    }

    @Test func whatIsSureIsMendedAndTheRestIsShown() throws {
        let ringback = try shop()
        #expect(try ringback.run(["check", "bot"]).output.hasSuffix("`ringback check --fix bot` mends 1 of them.\n"))
        let check = try ringback.run(["check", "bot", "--fix"])
        #expect(check.status == 1)
        #expect(check.output.hasPrefix("bot/src/main.sc:4:14: Write `/Order`\nMended 1 finding in 1 file.\n\n"))
        #expect(check.output.contains("\n1 error, "))
        #expect(try ringback.read("bot/src/main.sc").contains("        go!: /Order\n"))
        #expect(try ringback.run(["check", "bot", "--fix"]).output.hasPrefix("Nothing could be mended"))
    }

    @Test func testFilesThatCannotBeReadAreTold() throws {
        let ringback = try shop()
        try ringback.write("bot/test/broken.xml", "<test><test-case><q>a</test></test-case>\n")
        try ringback.write("bot/test/broken.talk", "# one\n> a\n< b\nfoo bar\n")
        let check = try ringback.run(["check", "bot"])
        #expect(check.output.contains("bot/test/broken.xml:1:1: warning[xml/malformed]"))
        #expect(check.output.contains("bot/test/broken.talk:4:1: warning[talk/unknown-line]"))
    }

    @Test func statesOfTestsInOtherEncodingsAreKnown() throws {
        let ringback = try shop()
        let text = "<test>\n<test-case><state>/Nowhere</state><q>да</q></test-case></test>"
        let bytes: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        try ringback.write("bot/test/wide.xml", "")
        try Data(bytes).write(to: URL(fileURLWithPath: ringback.path("bot/test/wide.xml")))
        let check = try ringback.run(["check", "bot"])
        #expect(check.output.contains("bot/test/wide.xml:2:19: warning[check/unknown-test-state]"), "\(check.output)")
        #expect(check.output.contains("2 | <test-case><state>/Nowhere</state><q>да</q>"), "\(check.output)")
    }

    @Test func aNameThatFailsWhenScriptsAreLoadedIsToldOnce() throws {
        let ringback = try RingbackProcess()
        try ringback.write(
            "a.sc",
            "theme: /\n    init:\n        $converters.x = 1;\n    state: A\n        event!: noMatch\n        a: A\n")
        let check = try ringback.run(["check", "a.sc"])
        #expect(check.output.contains("error[script/exception]"))
        #expect(!check.output.contains("script/undeclared-name"))
    }

    @Test func onlyWhatWeighsEnoughIsShown() throws {
        let check = try shop().run(["check", "bot", "--severity", "error"])
        #expect(!check.output.contains("warning["))
        #expect(check.output.contains("below `--severity error`."))
        #expect(try shop().run(["check", "bot", "--severity", "fatal"]).status == 64)
    }

    @Test func aFileOfTwoBotsIsReportedOnce() throws {
        let ringback = try shop()
        let check = try ringback.run(["check", "bot", "bot/src/main.sc", "--json"])
        #expect(check.lines.count == Set(check.lines).count)
        #expect(check.lines.count { $0.contains(#""file":"bot/src/main.sc","line":4"#) } == 1)
    }

    @Test func oneBotThatIsNotThereDoesNotHideTheOthers() throws {
        let check = try shop().run(["check", "gone", "bot"])
        #expect(check.status == 65)
        #expect(check.output.contains("bot/src/main.sc:4:14"))
        #expect(check.messages.contains("There is no bot at `gone`"))
    }

    @Test func standardInputIsAScript() throws {
        let ringback = try RingbackProcess()
        let check = try ringback.run(["check", "-"], input: "theme: /\r\n    state: A\r\n        go!: /B\r\n")
        #expect(check.status == 1)
        #expect(check.output.contains("stdin:3:14: error[link/unknown-state]"))
        let broken = try ringback.run(
            ["check", "-"], input: "theme: /\n    state: A\n        q!: a\n        script: foo(;\n")
        #expect(broken.output.contains("stdin:4:20: error[script/syntax]"))
        #expect(
            try ringback.run(["check", "-"], input: "theme: /\n    state: A\n        q!: hi\n        a: x\n").status
                == 0)
        #expect(try ringback.run(["check", "-", "--fix"], input: "").status == 64)
    }

    @Test(arguments: [
        ("/dev/null", 65, "neither a file nor a folder"), ("nowhere", 65, "no such file or folder"),
        ("notes.txt", 65, "scripts end in `.sc`"), ("bot/chatbot.yaml", 65, "Give the bot's folder: `bot`"),
        ("bot/src/code.js", 65, "give the bot's folder"), (".", 65, "There are bots in it: `./bot`"),
        ("bto", 65, "There is `bot`; did you mean that?"), ("bot/src/parts", 65, "There are scripts in it"),
        ("notes.txt/x", 65, "no such file or folder"), (String(repeating: "x", count: 5000), 74, "cannot be opened"),
    ])
    func whatIsNoBotIsNamed(_ path: String, _ status: Int32, _ words: String) throws {
        let ringback = try shop()
        try ringback.write("notes.txt", "x")
        try ringback.write("bot/src/code.js", "x")
        let check = try ringback.run(["check", path])
        #expect(check.status == status)
        #expect(check.messages.contains(words), "\(check.messages)")
        #expect(check.output.isEmpty)
    }

    @Test func aFileThatMayNotBeReadIsATroubleOfTheWorld() throws {
        let ringback = try RingbackProcess()
        let path = try ringback.write("main.sc", "theme: /\n")
        chmod(path, 0)
        // Root reads everything.
        guard access(path, R_OK) != 0 else { return }
        #expect(try ringback.run(["check", path]).status == 74)
    }

    @Test func recordsHaveTheFieldsOfTheDocumentation() throws {
        let check = try shop().run(["check", "bot", "--json"])
        let wanted = ["file", "line", "column", "endLine", "endColumn", "severity", "code", "message", "hint"]
        for line in check.lines {
            let record = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            #expect(Set(wanted).isSubset(of: record.keys))
            #expect(Set(record.keys).isSubset(of: wanted + ["labels", "fixes"]))
        }
        #expect(check.messages.contains("2 errors, "))
    }
}

extension RingbackProcess {
    func read(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }
}
