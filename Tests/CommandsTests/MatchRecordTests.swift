import Testing

/// What the records of `match --json` hold beside the winner.
@Suite struct MatchRecordTests {
    private static let bot = """
        require: code.js
        patterns:
            $Number = (one:1|two:2|$regexp<\\d+>) || converter = toNumber
            $Bad = oops || converter = throwUp
        theme: /
            state: Order
                q!: order $Number::Count pizzas
                a: Good.
            state: Failing
                q!: well $Number $Bad
                a: Well.
            state: Costly
                q!: * $regexp<^(x+)+$> *
                a: x
        """

    private func match(_ phrase: String, _ arguments: [String] = ["--json"]) throws -> String {
        let process = try RingbackProcess()
        let path = try process.write("main.sc", Self.bot)
        try process.write(
            "code.js",
            """
            function toNumber(node) { return node.value ? Number(node.value) : Number(node.text); }
            function throwUp(node) { throw new Error("no"); }
            """)
        return try process.run(["match", path, "-"] + arguments, input: phrase + "\n").output
    }

    @Test func theTreeIsThatOfScripts() throws {
        let tree =
            #""tree":{"tag":"root","pattern":"root","text":"Order two pizzas","words":["order","two","pizzas"],"#
            + #""Count":[{"tag":"Count","pattern":"Number","text":"two","words":["two"],"value":2}],"_Count":2}"#
        #expect(try match("Order two pizzas!").contains(tree))
    }

    @Test func aConverterThatFailsLeavesTheOthers() throws {
        let record = try match("well 41 oops")
        #expect(record.contains(#""_Number":41,"_Bad":"oops"}"#), "\(record)")
    }

    @Test func whatIsGivenUpIsTold() throws {
        let phrase = String(repeating: "x", count: 60) + "-b"
        #expect(try match(phrase).contains(#""givenUp":[{"state":"/Costly""#))
        #expect(try match(phrase, []).contains("which takes too long here, so it counts as not matching"))
        #expect(try match(phrase, ["--explain"]).contains("Given up: /Costly by"))
    }

    @Test func aPhraseThatACallWouldNotTakeIsTold() throws {
        let phrase = "order 1 pizzas " + String(repeating: "please ", count: 60)
        #expect(try match(phrase).contains(#""tooLong":{"length":434,"limit":400}"#))
        #expect(try match(phrase, []).contains("The event `lengthLimit` is sent then."))
    }
}
