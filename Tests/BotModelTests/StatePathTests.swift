import BotModel
import Testing

@Suite struct StatePathTests {
    private static let known: Set<StatePath> = Set(
        ["/", "/Start", "/Order", "/Order/Confirm", "/Order/Confirm/Yes", "/Order/Cancel", "/My place"].map {
            StatePath($0)
        })

    @Test(arguments: [
        ("/Order", "/Start", "/Order"), (".", "/Order/Confirm", "/Order/Confirm"),
        ("./Confirm", "/Order", "/Order/Confirm"),
        ("Confirm", "/Order", "/Order/Confirm"), ("Cancel", "/Order/Confirm", "/Order/Cancel"),
        ("Start", "/Order/Confirm/Yes", "/Start"), ("..", "/Order/Confirm", "/Order"),
        ("../Cancel", "/Order/Confirm", "/Order/Cancel"),
        ("../../Start", "/Order/Confirm", "/Start"), ("/", "/Order", "/"), ("./", "/Order", "/Order"),
        ("/Order/", "/", "/Order"),
        ("../My place", "/Order", "/My place"), ("../../../..", "/Order", "/"),
    ])
    func resolves(_ written: String, from current: String, to expected: String) {
        let path = StatePath.resolve(written, from: StatePath(current), exists: Self.known.contains)
        #expect(path == StatePath(expected))
    }

    @Test(arguments: ["Nowhere", "/Order/Nowhere", "./Start", "../Yes", "", "  "])
    func findsNothing(_ written: String) {
        #expect(StatePath.resolve(written, from: StatePath("/Order"), exists: Self.known.contains) == nil)
    }
}
