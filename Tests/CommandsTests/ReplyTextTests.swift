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

@Suite struct ReplyRecordTests {
    @Test func whatAnAnswerHasBesideItsWordsIsInTheRecord() {
        let plain = Reply(type: "text", text: "Hi", state: "/A", json: #"{"type":"text","text":"Hi","state":"/A"}"#)
        #expect(CallRecord.reply(plain).json().text == #"{"type":"reply","state":"/A","text":"Hi"}"#)
        let json = #"{"type":"text","text":"Hi","tts":"H+i","state":"/A"}"#
        let spoken = Reply(type: "text", text: "Hi", state: "/A", json: json)
        #expect(
            CallRecord.reply(spoken).json().text == #"{"type":"reply","state":"/A","text":"Hi","reply":\#(json)}"#)
    }

    @Test func directivesAreNamedAsScriptsWriteThem() {
        let transcript = CallTranscript(style: Style(isOn: false), echoesCaller: true, trace: false)
        func line(_ name: String, _ arguments: String) -> String? {
            transcript.text(of: .directive(name: name, arguments: arguments))
        }
        #expect(line("setTtsConfig", #"{"speed":0.9}"#) == #"        $dialer.setTtsConfig {"speed":0.9}"#)
        #expect(
            line("setClientTimezone", #"{"zone":"Europe\/Moscow"}"#)?.contains("$reactions.setClientTimezone") == true)
        #expect(line("mail.send", "{}") == "        $mail.send {}")
        let long = #"{"header":"h","value":"\#(String(repeating: "x", count: 30_000))"}"#
        #expect((line("reportData", long)?.count ?? 0) < 300)
    }
}
