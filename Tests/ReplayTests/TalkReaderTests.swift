import Replay
import SourceText
import Testing

/// Mistakes in `.talk` files: place, code, message and hint.
struct TalkReaderTests {
    private func told(_ text: String) -> [String] {
        TalkReader.read(SourceFile(path: "a.talk", text: text)).diagnostics.map {
            "\($0.start.line):\($0.start.column) \($0.code) \($0.message) \($0.hint ?? "")"
        }
    }

    @Test(arguments: [
        ("hello", "2:1 talk/unknown-line `hello` is no line of a talk. A line begins with"),
        ("nummber +7", "2:1 talk/unknown-line `nummber +7` is no line of a talk. Did you mean `number`? A line begins"),
        (
            "#name",
            "2:1 talk/unknown-line `#name` is no line of a talk. A case begins with `# `, with a blank: `# name`."
        ),
        ("  more", "2:1 talk/stray-continuation This line is indented, but there is nothing above it"),
        ("= /A\n  more", "3:1 talk/stray-continuation This line is indented"),
        ("> a\nat 2026-11-23T09:00:00Z", "3:1 talk/late-head `at` comes after the first step. Move it up"),
        ("zone UTC\nzone Z\n> a", "3:1 talk/repeated-head `zone` stands in this case already."),
        ("zone\n> a", "2:1 talk/empty-head `zone` has no value. For example: `zone Europe/Moscow`."),
        ("at noon\n> a", "2:1 talk/bad-moment `noon` is no moment. Write a date and a time"),
        (
            "zone Europe/Moscov\n> a",
            "2:1 talk/bad-zone There is no time zone `Europe/Moscov`. There is `Europe/Moscow`; did you mean that?"
        ),
        ("payload [1]\n> a", "2:1 talk/bad-payload `[1]` is no JSON object."),
        (
            "random 1;2\n> a",
            "2:1 talk/bad-random `1;2` is no list of whole numbers. Put commas between them: `random 2,0,1`."
        ),
        ("= Start", "2:1 talk/bad-state `Start` is no path of a state. Write the path from the root: `= /Start`."),
        ("@silenc", "2:1 talk/unknown-act `@silenc` is nothing a caller can do. Did you mean `@silence`? There are"),
        ("@silence 10s", "2:1 talk/bad-silence `@silence` is five seconds long; `10s` has no meaning here."),
        ("@event", "2:1 talk/bad-event `@event` has no name. For example: `@event hangup`."),
        ("@event x {", "2:1 talk/bad-event `{` after the name of the event is no JSON."),
        ("@dtmf 12a", "2:1 talk/bad-keys `12a` are no keys of a telephone. Keys are 0-9, `*` and `#`: `@dtmf 123`."),
        (
            "@skip long",
            "2:1 talk/bad-wait `long` is no length of time. Write `@skip 30s`, `@skip 2m` or `@skip 1h30m`."
        ),
        ("!", "2:1 talk/unknown-directive `!` names no directive. There are `! redial …`"),
        (
            "! hangup",
            "2:3 talk/unknown-directive `hangup` is no directive that can be expected. Did you mean `hangUp`?"
        ),
        ("! none at all", "2:8 talk/extra-word `at` has no meaning after `! none`. Remove it."),
        ("! redial strat +5m", "2:10 talk/bad-redial `strat` is no field of `! redial`. Did you mean `start`? Fields:"),
        ("! redial start", "2:10 talk/bad-redial `start` has no value. A value follows each field"),
        (
            "! redial start soon",
            "2:16 talk/bad-redial `soon` is no moment for `start`. Write it from the turn on (`+60m`"
        ),
        ("! redial start +60", "2:16 talk/bad-redial `+60` is no moment for `start`."),
        ("! redial attempts two", "2:19 talk/bad-redial `two` is no number for `attempts`. For example: `attempts 2`."),
        ("! redial every 90s", "2:16 talk/bad-redial `90s` is no interval of whole minutes. For example: `every 5m`."),
        ("! redial days mon,funday", "2:19 talk/bad-redial `funday` is no day of the week."),
        ("! redial time 10:00", "2:15 talk/bad-redial `10:00` is no time of day from-to."),
        ("! redial time mon", "2:15 talk/bad-redial `mon` has no value."),
    ])
    func aMistakeIsReported(_ lines: String, _ expected: String) {
        let told = told("# case\n\(lines)\n")
        #expect(told.count == 1)
        #expect(told.first?.hasPrefix(expected) == true, "\(told)")
    }

    @Test func aCaseWithoutStepsOrName() {
        #expect(
            told("# empty\n\n# \n> a\n") == [
                "1:1 talk/empty-case The case `empty` has no step, so it shows nothing. "
                    + "Add what the caller says (`> …`) and what the bot answers (`< …`), or remove it.",
                "3:1 talk/no-name This case has no name. Write what it shows after `# `: `# asks for a callback`.",
            ])
    }

    @Test func linesBeforeTheFirstCaseAreOneMistake() {
        let expected =
            "2:1 talk/before-first-case `> a` stands before the first case. Put a line such as `# asks for a callback` above it."
        #expect(told("// fine\n> a\n< b\n# case\n> c\n") == [expected])
    }

    @Test func everyMistakeOfACaseIsFoundAndItsNeighbourStillPlayed() throws {
        let text = "# bad\n> a\nhello\n! nonne\n# good\n> mute\n"
        #expect(told(text).map { $0.prefix(3) } == ["3:1", "4:3"])
        let told = try report(text)
        #expect(told.hasPrefix("bots/echo/test/a.talk:3: failed: bad   error: `hello` is no line of a talk.   hint: "))
        #expect(told.hasSuffix("(line 4: `nonne` is no directive that can be expected.)"))
    }

    @Test func windowsLineEndsTabsAndAByteOrderMarkDoNoHarm() throws {
        #expect(
            try report("\u{FEFF}# case\r\n> /start\r\n< Hello! Is it\r\n\ta good time to talk?\r\n")
                == "1 passed, 0 failed")
    }

    @Test func whatCannotBeReadIsAFailedCase() throws {
        let folder = TestFolder(
            path: "t", list: { ["a.talk", "b.talk"] }, read: { $0 == "a.talk" ? [0xC3, 0x28] : nil })
        let results = try ReplaySession(botName: "echo", folder: folder) { EchoBot() }.run()
        #expect(
            results.compactMap(TestReport.line) == [
                "t/a.talk:1: failed: a.talk   error: This file is not UTF-8: byte 0xC3 in line 1, column 1 can't be read.   hint: Save it as UTF-8 in your editor.",
                "t/b.talk:1: failed: b.talk   error: The file cannot be opened.   hint: Make it readable for you.",
            ])
    }

    /// Cut anywhere and with any byte changed, a file never stops the reader, and every span lies in the file.
    @Test func anyTextIsRead() {
        let text =
            "# имя …\nat 2026-11-23T09:00\nzone UTC\npayload {\"a\": [1]}\n> да\n  и ещё\n< Да…\n! redial start +60m time mon 10:00-11:30 days mon\n@event x {}\n"
        let bytes = Array(text.utf8)
        for index in bytes.indices {
            for changed in [Array(bytes[..<index]), Array(bytes[..<index]) + [0x20] + bytes[(index + 1)...]] {
                let file = SourceFile(path: "a", text: String(decoding: changed, as: UTF8.self))
                for diagnostic in TalkReader.read(file).diagnostics {
                    #expect(diagnostic.span.start <= diagnostic.span.end && diagnostic.span.end <= file.bytes.count)
                }
            }
        }
    }
}
