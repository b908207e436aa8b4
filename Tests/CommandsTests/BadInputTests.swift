import Foundation
import Testing

/// Everything that should not be there: a clear message, the right status, and never a crash.
@Suite struct BadInputTests {
    private let nineOClock = ["--at", "2026-11-23T09:00:00Z"]

    @Test func aBotThatIsNotThere() throws {
        let call = try RingbackProcess().run(["call", "nowhere"])
        #expect(call.status == 65)
        #expect(call.messages.contains("`nowhere`"))
    }

    @Test func aFileThatIsNotUTF8() throws {
        let ringback = try RingbackProcess()
        let bot = try ringback.write(
            "latin.sc", Data("theme: /\n    state: Caf\u{E9}".unicodeScalars.map { UInt8($0.value) }))
        let call = try ringback.run(["call", bot])
        #expect(call.status == 65)
        #expect(call.messages.contains("not UTF-8"))
        #expect(!FileManager.default.fileExists(atPath: ringback.path("ringback.db")))
    }

    @Test(arguments: ["json", "sarif"]) func aFileThatIsNotUTF8IsAFindingLikeOthers(_ format: String) throws {
        let ringback = try RingbackProcess()
        let text = Data("theme: /\n    state: Caf\u{E9}".unicodeScalars.map { UInt8($0.value) })
        let bot = try ringback.write("latin.sc", text)
        for path in [bot, "-"] {
            let check = try ringback.run(["check", path, "--format", format], input: path == "-" ? text : Data())
            #expect(check.status == 1)
            #expect(check.output.contains("text/not-utf8"))
            #expect(check.output.contains("0xE9 in line 2, column 15"))
        }
    }

    @Test func anEmptyFileIsNoCrash() throws {
        let ringback = try RingbackProcess()
        let bot = try ringback.write("empty.sc", "")
        let call = try ringback.run(["call", bot] + nineOClock, input: "hello\n")
        #expect([0, 65].contains(call.status))
        #expect(!(call.output + call.messages).isEmpty)
    }

    @Test(arguments: [
        "theme: /\n    state: A\n        q!: a\n        wibble: x\n",
        "theme: /\n    state: A\n        q!: a\n        go!: /Nowhere\n",
    ])
    func aMistakeIsFoundByCheckAndSaidByCall(_ script: String) throws {
        let ringback = try RingbackProcess()
        let bot = try ringback.write("main.sc", script)
        let check = try ringback.run(["check", bot])
        #expect(check.status == 1, "\(check.output)")
        #expect(check.output.contains("main.sc:"))
        #expect(check.output.contains("1 error"))
        let json = try ringback.run(["check", bot, "--json"])
        #expect(json.lines.allSatisfy { $0.hasPrefix(#"{"file":"main.sc","line":"#) })
        #expect(json.messages.contains("1 error"))
        let call = try ringback.run(["call", bot] + nineOClock, input: "a\n")
        #expect(call.status == 0)
        #expect(call.messages.contains("The bot has 1 error; `ringback check"))
    }

    @Test func anUnclosedBracketIsAWarningWithItsPlace() throws {
        let ringback = try RingbackProcess()
        let check = try ringback.run([
            "check", try ringback.write("main.sc", "theme: /\n    state: A\n        q!: (a\n        a: x\n"),
        ])
        #expect(check.status == 0)
        #expect(check.output.contains("main.sc:3:13: warning[pattern/unbalanced]"))
        #expect(check.output.contains("1 warning"))
    }

    @Test(arguments: [
        ("script/exception", "throw new Error('oh');"), ("script/exception", "nothing.here();"),
        ("script/syntax", "var = ;"), ("script/time", "while (true) {}"),
        ("script/memory", "var a = []; while (true) { a.push(new Array(100000).join('x') + a.length); }"),
    ])
    func aScriptThatFailsIsARecordAndTheCallGoesOn(_ code: String, _ script: String) throws {
        let ringback = try RingbackProcess()
        let bot = try ringback.write(
            "main.sc",
            """
            theme: /
                state: Broken
                    q!: break
                    script:
                        \(script)
                state: Fine
                    q!: hello
                    a: I am fine.
            """)
        let call = try ringback.run(["call", bot, "--json"] + nineOClock, input: "break\nhello\n")
        #expect(call.status == 0, "\(call.messages)")
        let error = try #require(call.lines.first { $0.hasPrefix(#"{"type":"error""#) })
        #expect(error.contains(#""code":"\#(code)""#))
        #expect(error.contains(#""file":"main.sc","line":5"#))
        #expect(call.output.contains("I am fine."))
    }

    @Test func aVeryLongLineIsAnUtteranceLikeAnother() throws {
        let ringback = try RingbackProcess()
        let call = try ringback.run(
            ["call", RingbackProcess.callback, "--json"] + nineOClock,
            input: String(repeating: "very ", count: 20_000) + "\nbye\n")
        #expect(call.status == 0)
        #expect(call.lines.last == #"{"type":"hangUp","by":"bot"}"#)
    }

    @Test func bytesThatAreNoTextAreReported() throws {
        let ringback = try RingbackProcess()
        let call = try ringback.run(
            ["call", RingbackProcess.callback, "--json"] + nineOClock,
            input: Data([0x62, 0xFF, 0x0D, 0x0A]) + Data("bye\r\n".utf8))
        #expect(call.status == 0)
        #expect(call.messages.contains("Line 1 is not UTF-8"))
        #expect(call.output.contains(#"{"type":"caller","text":"bye"}"#))
    }

    @Test func anUnknownDirectiveEndsTheCallInOrder() throws {
        let ringback = try RingbackProcess()
        let call = try ringback.run(["call", RingbackProcess.callback, "--json"] + nineOClock, input: "@dance\n")
        #expect(call.status == 65)
        #expect(call.messages.contains("Line 1 of the input: `@dance`"))
        #expect(call.lines.last == #"{"type":"hangUp","by":"caller"}"#)
    }

    // MARK: Stores

    @Test func aStoreThatIsNoDatabase() throws {
        let ringback = try RingbackProcess()
        let store = try ringback.write("notes.txt", "This is a letter to my aunt, and she would miss it.")
        let call = try ringback.run(["call", RingbackProcess.callback, "--json", "--store", store], input: "bye\n")
        #expect(call.status == 74)
        #expect(call.output.isEmpty)
        #expect(call.messages.contains("notes.txt"))
        #expect(try String(contentsOfFile: store, encoding: .utf8).hasPrefix("This is a letter"))
    }

    @Test func aStoreThatMayNotBeWritten() throws {
        let ringback = try RingbackProcess()
        #expect(try ringback.run(["call", RingbackProcess.callback] + nineOClock, input: "bye\n").status == 0)
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: ringback.path("ringback.db"))
        let call = try ringback.run(["call", RingbackProcess.callback, "--json"] + nineOClock, input: "bye\n")
        #expect(call.status == 74)
        #expect(call.output.isEmpty)
        #expect(call.messages.contains("ringback.db"))
    }

    @Test func aStoreOfALaterVersionIsLeftAsItIs() throws {
        let ringback = try RingbackProcess()
        #expect(try ringback.run(["call", RingbackProcess.callback] + nineOClock, input: "bye\n").status == 0)
        // SQLite keeps `user_version` in bytes 60-63 of the file.
        let store = URL(fileURLWithPath: ringback.path("ringback.db"))
        var data = try Data(contentsOf: store)
        data.replaceSubrange(60..<64, with: [0, 0, 3, 231])
        try data.write(to: store)
        let call = try ringback.run(["call", RingbackProcess.callback, "--json"] + nineOClock, input: "bye\n")
        #expect(call.status == 74)
        #expect(call.output.isEmpty)
        #expect(call.messages.contains("999"))
        #expect(try Data(contentsOf: store) == data)
    }

    @Test func aStoreThatIsNotThereCannotBeShown() throws {
        let show = try RingbackProcess().run(["campaign", "show", "console", "--store", "none.db"])
        #expect(show.status == 74)
        #expect(show.messages.contains("none.db"))
    }

    @Test func aCampaignThatIsNotThereIsGuessed() throws {
        let ringback = try RingbackProcess()
        _ = try ringback.run(["call", RingbackProcess.callback] + nineOClock, input: "bye\n")
        let show = try ringback.run(["campaign", "show", "consol"])
        #expect(show.status == 65)
        #expect(show.messages.contains("`console`"))
    }
}
