import Testing

/// What passes.
struct PassingTalks {
    @Test(arguments: [
        "> /start\n< Hello! Is it a good time to talk?\n= /Start\n! none",
        "> /start\n< Hello! Is it\n  a good\n\ttime to   talk?",
        "> /start\n< Hello! Is it…",
        "> /start\n< …",
        "> /start\n< Hello!\n  Is it a…",
        "> two\n< one\n< two\n= /Two",
        "> two\n< one\n= /One\n< two\n= /Two",
        "> two\n= /Two\n< one\n< two",
        "> /start\n< Hello!\n\n  Is it…",
        "> mute\n= /Mute",
        "> first line\n  second line\n< You said: first line second line",
        ">\n< You said:",
        "> boom\n! error script/exception",
        "> boom\n! error",
        "> buttons\n< Choose",
        "> report\n= /Report",
        "> bye\n< Bye!\n! hangUp",
        "> bye\n< Bye!\n@event botHangup\n< botHangup\n= /Event",
        "@event hangup\n< hangup",
        "@event paid {sum: 5}\n< paid {\"sum\":5}",
        "@event unknown\n! none",
        "@event bargeInIntent\n= /Event\n! none",
        "@dtmf 12*#\n< You said: 12*#",
        "// why\n> clock\n< 2026-11-23T09:00:00Z UTC",
        "at 2026-11-23T12:00:00+03:00\nzone Europe/Moscow\n> clock\n< 2026-11-23T09:00:00Z Europe/Moscow",
        "at 2026-11-23T12:00\nzone +03:00\n> clock\n< 2026-11-23T09:00:00Z +03:00",
        "number +7\npayload {\"a\": 1}\n> facts\n< +7 {\"a\":1} true",
        "> facts\n< +16500000000 {} true",
        "random 2, 0,1\n> dice\n< 2 0\n> dice\n< 1 0",
        "@wait 1h30m\n> clock\n< 2026-11-23T10:30:00Z UTC",
    ])
    func passes(_ steps: String) throws {
        #expect(try report("# case\n\(steps)\n") == "1 passed, 0 failed")
    }

    @Test(arguments: [
        "", " start +60m", " start +1h finish +75m", " start 10:00", " start 2026-11-23T10:00:00Z",
        " start 2026-11-23T13:00:00+03:00", " attempts 2 every 5m", " every 5 priority 2", " days wed,mon",
        " time 9:00-10:00", " time default 9:00-10:00", " time mon 10:00-11:30,12:00-24:00 priority 2",
        " time 9:00-10:00 mon 10:00-11:30,12:00-24:00",
    ])
    func redial(_ fields: String) throws {
        #expect(try report("# case\n> hour\n< Okay!\n! redial\(fields)\n! hangUp\n") == "1 passed, 0 failed")
    }

    @Test func aRefusedRedialIsNoDirective() throws {
        #expect(try report("# case\n> again\n! redial refused\n! none\n") == "1 passed, 0 failed")
    }
}

/// How a failure is told.
struct FailingTalks {
    @Test(arguments: [
        ("> /start\n< Hi!", 3, "< Hi!", "< Hello! Is it a good time to talk?"),
        ("> /start\n< Hi…", 3, "< Hi…", "< Hello! Is it a good time to talk?"),
        ("> /start", 2, "no further reply", "< Hello! Is it a good time to talk? (/Start)"),
        ("> two\n< one\n> two\n< one\n< two", 2, "no further reply", "< two (/Two)"),
        ("> mute\n< Hi", 3, "< Hi", "no reply"),
        ("> mute\n= /Start", 3, "= /Start", "= /Mute"),
        ("@event unknown\n= /Start", 3, "= /Start", "no state answered"),
        ("< Hi", 2, "< Hi", "nothing has happened yet"),
        ("> boom", 2, "no error", "error[script/exception] x is not defined, src/main.sc:12"),
        ("> boom\n< Hi", 3, "< Hi", "no reply; error[script/exception] x is not defined, src/main.sc:12"),
        (
            "> boom\n! error script/time", 3, "! error script/time",
            "no such error; error[script/exception] x is not defined, src/main.sc:12"
        ),
        ("> mute\n! error", 3, "! error", "no such error"),
        ("> mute\n! hangUp", 3, "! hangUp", "the call goes on"),
        ("> mute\n! redial start +60m", 3, "! redial start +60m", "no redial"),
        ("> mute\n! redial refused", 3, "! redial refused", "no redial"),
        ("> again\n! redial", 3, "! redial", "redial refused: only the first redial of a call counts"),
        ("> report\n! none", 3, "! none", "setCallResult [\"ok\"]"),
        (
            "> hour\n< Okay!\n! none", 4, "! none",
            "! redial start +60m finish +75m attempts 2 every 5m days mon,wed time 09:00-10:00 "
                + "time mon 10:00-11:30,12:00-24:00 priority 2; ! hangUp"
        ),
        ("> bye\n< Bye!\n> hello", 4, "an open line", "the bot had hung up"),
        ("@event hangup\n< hangup\n@silence", 4, "an open line", "the caller had hung up"),
    ])
    func isTold(_ steps: String, _ line: Int, _ expected: String, _ actual: String) throws {
        let told = "bots/echo/test/a.talk:\(line): failed: case   expected: \(expected)   actual: \(actual)"
        #expect(try report("# case\n\(steps)\n") == told)
    }

    @Test(arguments: [
        ("start +61m attempts 2", "start +60m attempts 2"),
        ("start 10:01", "start 2026-11-23T10:00:00.400Z"),
        ("start 2026-11-23T11:00:00Z", "start 2026-11-23T10:00:00.400Z"),
        ("attempts 3 every 6m", "attempts 2 every 5m"),
        ("days mon", "days mon,wed"),
        ("time tue 09:00-10:00", "time tue –"),
        ("time mon 09:00-10:00", "time mon 10:00-11:30,12:00-24:00"),
        ("priority 1", "priority 2"),
        ("start -5m", "start +60m"),
    ])
    func redialIsComparedFieldByField(_ expected: String, _ actual: String) throws {
        let told = try report("# case\n> hour\n< Okay!\n! redial \(expected)\n")
        #expect(
            told
                == "bots/echo/test/a.talk:4: failed: case   expected: ! redial \(expected)   actual: ! redial \(actual)"
        )
    }

    @Test func aCaseBeginsAfresh() throws {
        let talk = "# first\n> bye\n< Bye!\n# second\n> state\n< / {} {}\n"
        #expect(try report(talk) == "2 passed, 0 failed")
    }

    @Test func theResultNamesTheStep() throws {
        let result = try session(["x/b.talk": "# a name\n> two\n< one\n< three\n"]).run()[0]
        #expect(result.name == "a name")
        #expect(result.bot == "echo")
        #expect(result.file == "bots/echo/test/x/b.talk")
        #expect(result.step == "< three")
        #expect(result.expected == "< three")
        #expect(result.actual == "< two")
    }
}

/// The clock of a case.
struct TalkTime {
    @Test(arguments: [
        // The timeout of 4 seconds is earlier than the 5 of the channel.
        "> wait\n< Take your time.\n@silence\n< Still there?\n= /Late\n> clock\n< 2026-11-23T09:00:05Z UTC",
        "> mute\n@silence\n< speechNotRecognized\n= /Event",
        "> wait\n< Take your time.\n@wait 3s\n! none\n@wait 1s\n< Still there?",
        "> wait\n< Take your time.\n> mute\n@skip 30s\n! none\n> clock\n< 2026-11-23T09:00:30Z UTC",
        "> hour\n< Okay!\n@wait 1m\n! none",
        "> wait\n< Take your time.\n@skip 4s\n< Still there?",
    ])
    func movesWithSilenceOnly(_ steps: String) throws {
        #expect(try report("# case\n\(steps)\n") == "1 passed, 0 failed")
    }

    @Test(arguments: [
        // A silence of 5 seconds, again and again, and one that two waits make together.
        "> mute\n@wait 12s\n< speechNotRecognized\n< speechNotRecognized\n> clock\n< 2026-11-23T09:00:12Z UTC",
        "> mute\n@wait 3s\n! none\n@wait 3s\n< speechNotRecognized",
        "> mute\n@skip 3s\n@wait 4s\n! none\n@wait 1s\n< speechNotRecognized",
        // The timeout of 4 seconds first; the silence is counted from what the bot says then.
        "> wait\n< Take your time.\n@wait 9s\n< Still there?\n< speechNotRecognized",
        "> keys\n@wait 2s\n! none\n@wait 1s\n< noDtmfAnswerEvent\n@wait 5s\n< speechNotRecognized",
        // Nobody has picked up, or the call is over.
        "@wait 1m\n! none",
        "> bye\n< Bye!\n@wait 1m\n! none",
    ])
    func bringsWhatALineBringsByItself(_ steps: String) throws {
        #expect(try report("# case\n\(steps)\n") == "1 passed, 0 failed")
    }

    @Test func redialCountsFromItsTurn() throws {
        let talk = "# case\n@wait 2h\n> hour\n< Okay!\n! redial start +60m finish 12:15\n"
        #expect(try report(talk) == "1 passed, 0 failed")
    }

    @Test func aTimeOfDayIsThatOfTheCallsZone() throws {
        let talk = "# case\nzone Asia/Tokyo\nat 2026-11-23T23:30\n> hour\n< Okay!\n! redial start 00:30\n"
        #expect(try report(talk) == "1 passed, 0 failed")
    }

    @Test func anUnexpectedTimeoutReplyIsTold() throws {
        let told = try report("# case\n> wait\n< Take your time.\n@wait 10s\n")
        #expect(
            told
                == "bots/echo/test/a.talk:4: failed: case   expected: no further reply   actual: < Still there? (/Late)"
        )
    }
}
