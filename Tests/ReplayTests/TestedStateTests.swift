import Replay
import SourceText
import Testing

@Suite struct TestedStateTests {
    @Test func readsAttributesAndElementsOfXML() {
        let text = """
            <test><!-- <state>/No</state> <a state="/Not"/> -->
              <test-case id="state"><q>a state="/Nor"</q>
                <a state = '/Order'/><a class="/Start" state=" /Two words ">hm > hm</a>
                <state>Order</state><timeoutReply targetState="./Late"/></test-case></test>
            """
        let file = SourceFile(path: "test/a.xml", text: text)
        let states = TestedState.all(in: file)
        #expect(states.map(\.path) == ["/Order", "/Start", "/Two words", "Order", "./Late"])
        for state in states { #expect(file.text(in: state.span) == state.path) }
    }

    @Test func readsTalks() {
        let file = SourceFile(path: "test/a.talk", text: "# a\n> hi\n=  /Order \n< = /No\n")
        #expect(TestedState.all(in: file).map(\.path) == ["/Order"])
        #expect(file.text(in: TestedState.all(in: file)[0].span) == "/Order")
    }

    @Test(arguments: ["<", "<a", "<a state", "<a state=", "<a state='", "<!--", "<state>", "<a state='x"])
    func endsAtTheEndOfTheFile(_ text: String) {
        #expect(TestedState.all(in: SourceFile(path: "a.xml", text: text)).count <= 1)
    }
}
