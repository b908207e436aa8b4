import CampaignModel
import Testing

/// Texts given by `--policy`.
struct PolicyJSONTests {
    @Test(arguments: [
        ("", "(line 1, column 1): it is empty."), ("  \n ", "(line 2, column 2): it is empty."),
        ("{\"a\": 1", "(line 1, column 8): expected , after a field, or }, found the end of the text."),
        ("{\"a\": 1,}", "(line 1, column 9): there is a comma before }."),
        ("[1,]", "(line 1, column 4): there is a comma before ]."),
        ("{'a': 1}", "(line 1, column 2): expected a field name in double quotes, found `'a': 1}`."),
        ("{\"a\": 'x'}", "(line 1, column 7): found `'x'}` where a value is expected."),
        ("{\"a\" 1}", "(line 1, column 6): expected : after the field name, found `1}`."),
        ("{\n  \"a\": nil\n}", "(line 2, column 8): expected a value, found `nil`."),
        ("{} x", "(line 1, column 4): expected nothing after the value, found `x`."),
        ("\"a", "(line 1, column 3): the closing double quote of a text is missing."),
        ("\"a\nb\"", "(line 1, column 3): a text goes over the end of the line."),
        ("\"\\q\"", "(line 1, column 3): unknown escape \\ before `q\"`."),
        ("\"\\u12\"", "(line 1, column 3): expected \\u and four hexadecimal digits, found `u12\"`."),
        ("01", "(line 1, column 1): `01` is not a number."), ("1.", "(line 1, column 1): `1.` is not a number."),
        ("-", "(line 1, column 1): `-` is not a number."), ("1e999", "(line 1, column 1): `1e999` is not a number."),
    ])
    func isNotJSON(text: String, message: String) {
        let error = #expect(throws: PolicyFaults.self) { try PolicyReader.read(json: text) }
        #expect(error?.faults.map(\.message) == ["The policy is not JSON " + message])
        #expect(error?.faults.first?.code == .malformedJSON)
    }

    @Test func depthIsLimited() {
        let text = String(repeating: "[", count: 100_000)
        #expect(throws: PolicyFaults.self) { try PolicyReader.read(json: text) }
    }

    @Test(arguments: [
        "null", "true", "[1,-2.5,\"a\",[],{}]", "{\"b\":1,\"a\":{\"c\":null}}",
        "\"\\\"\\\\\\n\\t\\r\\u0001\u{1F600}é\"", "120",
    ])
    func isPrintedAsItWasRead(text: String) throws {
        #expect(try PolicyValue(json: text).jsonText == text)
    }

    @Test func escapesAndNumbersAreRead() throws {
        #expect(try PolicyValue(json: #""\ud83d\ude00\u00e9\/""#) == .string("\u{1F600}é/"))
        #expect(try PolicyValue(json: " -1.5e2 ") == .number(-150))
        #expect(try PolicyValue(json: #""\ud83d!""#) == .string("\u{FFFD}!"))
    }

    /// Whatever stands there: a value or a fault, never a crash.
    @Test func wrongLettersNeverCrash() {
        var generator = SplitMix(state: 3)
        let good = Array(
            #"{"allowedTime": {"mon": [{"localTimeFrom": "10:00", "localTimeTo": "18:00"}]}, "maxAttempts": 2}"#)
        let letters = Array("{}[]\":,0129.eE+-\\untrf \n'")
        for _ in 0..<3_000 {
            var text = good
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                text[Int.random(in: 0..<text.count, using: &generator)] =
                    letters.randomElement(using: &generator) ?? " "
            }
            let cut = text.prefix(Int.random(in: 0...text.count, using: &generator))
            _ = try? PolicyReader.read(json: String(cut))
        }
    }
}

struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
