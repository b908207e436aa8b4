import Foundation

/// The whole process of `ringback test` on a bot with a thousand simple XML cases of four requests each.
func benchReplay(binary: String) throws {
    guard FileManager.default.isExecutableFile(atPath: binary) else { return }
    let bot = NSTemporaryDirectory() + "ringback-bench-replay-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: bot + "/test", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: bot) }
    try Data(replayedScript.utf8).write(to: URL(fileURLWithPath: bot + "/main.sc"))
    let cases = (0..<1000).map(replayedCase).joined(separator: "\n")
    try Data("<test>\n\(cases)\n</test>\n".utf8).write(to: URL(fileURLWithPath: bot + "/test/many.xml"))
    let tests = try (0..<5).map { _ in try timeToEnd(binary, ["test", bot]) }
    let nothing = try (0..<31).map { _ in try timeToEnd("/bin/echo", []) }
    let test = median(tests)
    show("`ringback test`, 1,000 cases of 4 requests", test * 1e3, "ms", test / median(nothing), "starting /bin/echo")
    showBar("below 2 s", test < 2)
}

private func replayedCase(_ number: Int) -> String {
    """
    <test-case id="case \(number)">
        <q>/start</q><a state="/Start"/>
        <q>\(number % 2 == 0 ? "no, sorry" : "yes please")</q><a/>
        <q>call me back in an hour</q><a>Okay, I will.</a>
        <q>word\(number)</q><a>Sorry?</a>
    </test-case>
    """
}

private let replayedScript = """
    theme: /
        state: Start
            q!: $regex</start>
            a: Hello! Is it a good time to talk?
            state: Yes
                q: (yes/sure/ok) *
                a: Great!
            state: No
                q: (no/busy) *
                script:
                    $session.tries = ($session.tries || 0) + 1;
                a: I will call you later, {{$session.tries}}.
        state: Later
            q!: * call [me] [back] * (an/one) hour *
            a: Okay, I will.
        state: NoMatch
            event!: noMatch
            a: Sorry?

    """
