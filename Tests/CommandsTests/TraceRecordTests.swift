import Commands
import Conversations
import Testing

@Suite struct TraceRecordTests {
    @Test(arguments: [
        ("{}", "{}", []),
        ("{}", #"{"a":1}"#, ["$session.a: new, 1"]),
        (#"{"a":1}"#, #"{"a":2}"#, ["$session.a: 1 → 2"]),
        (#"{"a":"x","b":true}"#, #"{"b":true}"#, [#"$session.a: gone, was "x""#]),
        (#"{"a":{"b":[1,2]}}"#, #"{"a":{"b":[1,3,4]}}"#, ["$session.a.b[1]: 2 → 3", "$session.a.b[2]: new, 4"]),
        (#"{"a b":null}"#, #"{"a b":[]}"#, [#"$session["a b"]: null → []"#]),
        (#"{"a":[1]}"#, #"{"a":{"0":1}}"#, [#"$session.a: [1] → {"0":1}"#]),
        (#"{"имя":"Анна"}"#, #"{"имя":"Ольга"}"#, [#"$session.имя: "Анна" → "Ольга""#]),
        (#"{"a":1,"b":2}"#, #"{"b":2,"a":1.0}"#, []),
        ("not json", "{}", ["$session: not json → {}"]),
    ])
    func changesAreToldByName(_ before: String, _ after: String, _ lines: [String]) {
        let transcript = CallTranscript(style: Style(isOn: false), echoesCaller: true, trace: true)
        let changes = VariableChange.all(of: "$session", from: before, to: after)
        #expect(changes.compactMap { transcript.text(of: .change($0))?.unindented } == lines)
    }

    @Test func recordsOfATracedTurn() {
        let run = ScriptRun(kind: .condition(true), file: "src/main.sc", line: 7, seconds: 0.000_214, bytes: 1400)
        let records: [CallRecord] = [
            .step(.transition(from: "/A", to: "/B", isDeferred: false)), .step(.script(run)),
            .change(VariableChange(name: "$client.name", before: nil, after: #""Ann""#)),
        ]
        #expect(
            records.map { $0.json(trace: true).text } == [
                #"{"type":"transition","from":"/A","to":"/B","deferred":false}"#,
                #"{"type":"script","file":"src/main.sc","line":7,"kind":"condition","value":true,"milliseconds":0.214,"bytes":1400}"#,
                #"{"type":"change","variable":"$client.name","after":"Ann"}"#,
            ])
        let transcript = CallTranscript(style: Style(isOn: false), echoesCaller: true, trace: true)
        #expect(
            records.compactMap(transcript.text(of:)).map(\.unindented) == [
                "on to /B, from /A", "if src/main.sc:7 is true, 214 µs, 1.4 KB", #"$client.name: new, "Ann""#,
            ])
    }
}

extension String {
    fileprivate var unindented: String { String(drop { $0 == " " }) }
}
