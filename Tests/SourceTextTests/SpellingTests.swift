import SourceText
import Testing

struct SpellingTests {
    @Test(arguments: [
        ("/Ordr", "/Order"), ("/oredr", "/Order"), ("/ORDER", "/Order"), ("/Start/x", "/Start/X"),
    ])
    func findsTheNearestName(_ written: String, _ meant: String) {
        #expect(Spelling.nearest(to: written, among: ["/Start", "/Order", "/Start/X", "/Bye"]) == meant)
    }

    @Test func staysSilentWhenNothingIsNear() {
        #expect(Spelling.nearest(to: "/Payment", among: ["/Start", "/Order"]) == nil)
        #expect(Spelling.nearest(to: "x", among: ["y"]) == nil)
        #expect(Spelling.nearest(to: "", among: ["a"]) == nil)
        #expect(Spelling.nearest(to: "a", among: []) == nil)
    }

    @Test(arguments: [("", "abc", 3), ("abc", "abc", 0), ("abc", "acb", 1), ("kitten", "sitting", 3), ("ab", "ba", 1)])
    func countsTypingMistakes(_ left: String, _ right: String, _ distance: Int) {
        #expect(EditDistance.between(left, right) == distance)
        #expect(EditDistance.between(right, left) == distance)
        #expect(EditDistance.between(left, right, atMost: distance) == distance)
        if distance > 0 { #expect(EditDistance.between(left, right, atMost: distance - 1) == nil) }
    }
}
