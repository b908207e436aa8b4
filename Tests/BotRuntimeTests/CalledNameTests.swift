import Conversations
import Testing

@Suite struct CalledNameTests {
    @Test(arguments: [
        ("$dialer.sendDtmf(1);", "`$dialer.sendDtmf`"), ("var f = 5, r = f(1, 2);", "`f`"),
        ("$session.o = {}; $session.o.go();", "`$session.o.go`"), ("[1, 2].foo(3);", "`foo`"),
    ])
    func whatWasCalledIsNamed(_ code: String, _ name: String) throws {
        var call = try Call("        script:\n            \(code)\n")
        let messages = call.hears("x").compactMap {
            if case .failure(let failure) = $0 { failure.message } else { nil }
        }
        #expect(messages == ["TypeError: \(name) is not a function"])
    }

    /// A call of what has no name stays as the engine says it.
    @Test(arguments: ["(5)();", "(function () { return 5; })()();"]) func whatHasNoName(_ code: String) throws {
        var call = try Call("        script:\n            \(code)\n")
        let messages = call.hears("x").compactMap {
            if case .failure(let failure) = $0 { failure.message } else { nil }
        }
        #expect(messages.count == 1 && messages[0].hasSuffix("not a function"))
    }
}
