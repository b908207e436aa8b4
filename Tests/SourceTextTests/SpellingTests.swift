import SourceText
import Testing

struct SpellingTests {
    private static let states = [
        "/Start", "/Order", "/Start/X", "/Bye", "/Catalog/Pay", "/Catalog/Bye", "/Shop/Address", "/Заказ", "/Ещё",
        "/CallBackInAnHour", "/Categories",
    ]

    @Test(arguments: [
        // A letter dropped, added, replaced, swapped with its neighbour.
        ("/Ordr", "/Order"), ("/Orrder", "/Order"), ("/Ordar", "/Order"), ("/oredr", "/Order"),
        ("/CallBackInAnHuor", "/CallBackInAnHour"), ("/Call_Back_In_AnHour", "/CallBackInAnHour"),
        // One and many.
        ("/Orders", "/Order"), ("/Categorys", "/Categories"), ("/Заказы", "/Заказ"),
        // Upper and lower case, also beside a nearer length.
        ("/ORDER", "/Order"), ("/Start/x", "/Start/X"), ("/заказ", "/Заказ"), ("/Еще", "/Ещё"),
        // Cyrillic letters that look like Latin ones.
        ("/Оrder", "/Order"), ("/Саtalog/Рау", "/Catalog/Pay"), ("/Зaкaз", "/Заказ"),
        // Only the parts of a path that differ count, wherever they stand.
        ("/Catlog/Pay", "/Catalog/Pay"), ("/Shop/Adress", "/Shop/Address"), ("/Catalog/Pya", "/Catalog/Pay"),
    ])
    func findsTheNearestName(_ written: String, _ meant: String) {
        #expect(Spelling.nearest(to: written, among: Self.states) == meant)
    }

    @Test(arguments: ["/Payment", "/Catalog/Sum", "/Catalog", "/Dialog/Pay/Now", "/Конец", "x", "/"])
    func staysSilentWhenNothingIsNear(_ written: String) {
        #expect(Spelling.nearest(to: written, among: Self.states) == nil)
    }

    @Test func emptyAndEndlessNamesAreNearNothing() {
        #expect(Spelling.nearest(to: "", among: ["a"]) == nil)
        #expect(Spelling.nearest(to: "a", among: []) == nil)
        #expect(Spelling.nearest(to: "x", among: ["y"]) == nil)
        let endless = String(repeating: "a", count: 100_000)
        #expect(Spelling.nearest(to: endless, among: [endless + "b"]) == nil)
        #expect(Spelling.nearest(to: "/Order", among: [endless]) == nil)
    }

    @Test func namesThatAreEquallyNearAreAllTold() {
        #expect(Spelling.near("/Ordes", among: ["/Order", "/Orders", "/Bye"]) == ["/Order", "/Orders"])
        #expect(Spelling.near("/order", among: ["/Orders", "/Order", "/ORDER"]) == ["/Order", "/ORDER"])
        #expect(Spelling.near("/Item", among: ["/Item1", "/Item2", "/Item3", "/Item4"]).count == 3)
        #expect(Spelling.alternatives(["/Order"]) == "`/Order`")
        #expect(Spelling.alternatives(["/Order", "/Orders"]) == "`/Order` or `/Orders`")
        #expect(Spelling.alternatives(["a", "b", "c"]) == "`a`, `b` or `c`")
        #expect(Spelling.alternatives([]) == nil)
    }

    @Test func manyLookUpsInABigBookTakeBoundedTime() {
        let book = NameBook((0..<20_000).map { "/State\($0)" })
        let clock = ContinuousClock()
        let time = clock.measure { for number in 0..<50 { _ = book.near("/Stat\(90_000 + number)x") } }
        #expect(time < .seconds(20))
    }

    @Test(arguments: [("", "abc", 3), ("abc", "abc", 0), ("abc", "acb", 1), ("kitten", "sitting", 3), ("ab", "ba", 1)])
    func countsTypingMistakes(_ left: String, _ right: String, _ distance: Int) {
        #expect(EditDistance.between(left, right) == distance)
        #expect(EditDistance.between(right, left) == distance)
        #expect(EditDistance.between(left, right, atMost: distance) == distance)
        if distance > 0 { #expect(EditDistance.between(left, right, atMost: distance - 1) == nil) }
    }

    @Test(arguments: [
        ("/ordr", "/Order"), ("/Shop/Ordre", "/Shop/Order"), ("/ORDER", "/Order"), ("/сonfirm", "/confirm"),
        ("modla", "modal"), ("scirpt", "script"), ("noContex", "noContext"),
    ])
    func aSlipIsSure(_ written: String, _ meant: String) {
        #expect(Spelling.isSlip(written, of: meant))
    }

    @Test(arguments: [
        ("/No", "/NM"), ("/Ja", "/A"), ("/S2", "/S"), ("/Step1", "/Step2"), ("/Orders", "/Order"), ("goto", "go"),
        ("/y/E2", "/y/E"), ("/ChangePinCode", "/ChangePinPas"), ("/Order1", "/Order"), ("service", "services"),
        ("bargein", "bargeInIf"),
    ])
    func anotherNameIsNot(_ written: String, _ meant: String) {
        #expect(!Spelling.isSlip(written, of: meant))
    }
}
