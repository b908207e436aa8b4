import Replay
import SourceText
import Testing

@Suite struct StateMentionTests {
    @Test func readsAttributesAndElementsOfXML() {
        let text = """
            <test><!-- <state>/No</state> <a state="/Not"/> -->
              <test-case id="state"><q>a state="/Nor"</q>
                <a state = '/Order'/><a class="/Start" state=" /Two words ">hm > hm</a>
                <state>Order</state><timeoutReply targetState="./Late"/></test-case></test>
            """
        let file = SourceFile(path: "test/a.xml", text: text)
        let mentions = StateMention.all(in: file)
        #expect(mentions.map(\.path) == ["/Order", "/Start", "/Two words", "Order", "./Late"])
        for mention in mentions { #expect(file.text(in: mention.span) == mention.path) }
    }

    @Test func readsTalks() {
        let file = SourceFile(path: "test/a.talk", text: "# a\n> hi\n=  /Order \n< = /No\n")
        #expect(StateMention.all(in: file).map(\.path) == ["/Order"])
        #expect(file.text(in: StateMention.all(in: file)[0].span) == "/Order")
    }

    @Test(arguments: ["<", "<a", "<a state", "<a state=", "<a state='", "<!--", "<state>", "<a state='x"])
    func endsAtTheEndOfTheFile(_ text: String) {
        #expect(StateMention.all(in: SourceFile(path: "a.xml", text: text)).count <= 1)
    }
}
