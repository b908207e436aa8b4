import Commands
import Conversations
import Testing

@Suite struct ReplyTextTests {
    @Test(arguments: [
        (#"{"type":"image","imageUrl":"https://a/b.png"}"#, "bot     [image] https://a/b.png"),
        (#"{"type":"image","imageUrl":"https://a/b.png","text":"Here"}"#, "bot     [image] Here https://a/b.png"),
        (
            #"{"type":"buttons","buttons":[{"text":"Yes","transition":"/A"},{"text":"No"}]}"#,
            "bot     [buttons] “Yes” → /A, “No”"
        ),
        (
            #"{"type":"carousel","text":"Teas","content":[{"title":"Green","btnText":"Buy"}]}"#,
            "bot     [carousel] Teas Green “Buy”"
        ),
        (#"{"type":"raw","body":{"a":1}}"#, #"bot     [raw] {"type":"raw","body":{"a":1}}"#),
        (#"{"type":"buttons","buttons":5}"#, #"bot     [buttons] {"type":"buttons","buttons":5}"#),
    ])
    func repliesWithoutWordsAreShownByWhatTheyHold(_ json: String, _ line: String) {
        let type = String(json.dropFirst(9).prefix { $0 != "\"" })
        let transcript = CallTranscript(style: Style(isOn: false), echoesCaller: true, trace: false)
        let reply = Reply(type: type, text: nil, state: "/", json: json)
        #expect(transcript.text(of: .reply(reply)) == line)
    }
}
