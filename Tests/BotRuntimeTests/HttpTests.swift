import Conversations
import FoundationEssentials
import Scripting
import Synchronization
import Testing
import WebRequests

/// A server that says what it is told, and remembers what it was asked.
private final class SpokenWeb: WebRequesting {
    private let say: @Sendable (WebRequest) throws(WebFailure) -> WebAnswer
    private let heard = Mutex<[WebRequest]>([])

    init(_ say: @escaping @Sendable (WebRequest) throws(WebFailure) -> WebAnswer) { self.say = say }

    convenience init(_ body: String, status: Int = 200, type: String? = "application/json") {
        let headers = type.map { [WebHeader("Content-Type", $0)] } ?? []
        self.init { _ in WebAnswer(status: status, headers: headers, body: Array(body.utf8)) }
    }

    var requests: [WebRequest] { heard.withLock { $0 } }

    func answer(_ request: WebRequest) throws(WebFailure) -> WebAnswer {
        heard.withLock { $0.append(request) }
        return try say(request)
    }
}

/// `$http` (dsl.md 5.4).
@Suite struct HttpTests {
    private func says(_ script: String, _ web: SpokenWeb, yaml: String = "") throws -> [String] {
        var services = ScriptServices()
        services.web = web
        var call = try Call(Self.state(script), yaml: yaml, services: services)
        return call.says()
    }

    private static func state(_ script: String) -> String {
        "        script:\n" + script.split(separator: "\n").map { "            \($0)\n" }.joined()
    }

    private func failure(_ script: String) throws -> String? {
        var call = try Call(Self.state(script))
        return call.failures().first?.message
    }

    // MARK: Answers

    @Test func theResultHasEverything() throws {
        let script = """
            var found = $http.get("http://a.b/x");
            $reactions.answer([found.isOk, found.status, found.data.n, found.error, found.response.status, found.response.headers["Content-Type"], found.response.body].join("|"));
            $reactions.answer(JSON.stringify(Object.keys(found)));
            """
        #expect(
            try says(script, SpokenWeb(#"{"n":7}"#)) == [
                #"true|200|7||200|application/json|{"n":7}"#, #"["isOk","data","status","error","response"]"#,
            ])
    }

    @Test(arguments: [
        ("json", "{\"a\":1}", "text/plain", "true {\"a\":1}"), ("json", "oops", "application/json", "false \"oops\""),
        ("json", "", "application/json", "true undefined"), ("text", "{}", "application/json", "true \"{}\""),
        ("xml", "<a>1</a>", "text/plain", "true {\"a\":\"1\"}"), ("xml", "<a>", "text/xml", "false undefined"),
        ("", "{\"a\":1}", "application/json;charset=utf-8", "true {\"a\":1}"),
        ("", "<a/>", "application/xml", "true {\"a\":\"\"}"),
        ("", "<p>", "application/xhtml+xml", "true \"<p>\""), ("", "hey", "text/html", "true \"hey\""),
        ("", "[1]", "", "true [1]"),
    ])
    func answersAreReadByTypeOrWish(_ dataType: String, _ body: String, _ type: String, _ said: String) throws {
        let wish = dataType.isEmpty ? "" : ", { dataType: \"\(dataType)\" }"
        let script =
            "var f = $http.get(\"http://a.b\"\(wish)); $reactions.answer(f.isOk + \" \" + JSON.stringify(f.data));"
        #expect(try says(script, SpokenWeb(body, type: type.isEmpty ? nil : type)) == [said])
    }

    @Test func whatIsNoJSONIsSaid() throws {
        let script = "var f = $http.get(\"http://a.b\"); $reactions.answer(f.status + \" \" + f.error);"
        #expect(try says(script, SpokenWeb("<html>"))[0].hasPrefix("200 The answer is not JSON: "))
        #expect(try says(script, SpokenWeb("{}", status: 500)) == ["500 The server answers with the status 500."])
        let gone = SpokenWeb { _ throws(WebFailure) in throw .tooSlow(milliseconds: 5) }
        #expect(try says(script, gone) == ["-1 There was no whole answer within 5 ms."])
    }

    @Test func thenAndCatchGiveBackTheResult() throws {
        let script = """
            var seen = [];
            var found = $http.get("http://a.b").then(function (data, status, response) { seen.push(data.n, status, response.status); })
                .catch(function (response, status, error) { seen.push(status, error); });
            $reactions.answer(found.isOk + " " + seen.join(","));
            """
        #expect(try says(script, SpokenWeb(#"{"n":1}"#)) == ["true 1,200,200"])
        #expect(try says(script, SpokenWeb("{}", status: 403)) == ["false 403,The server answers with the status 403."])
        #expect(try failure("$http.get(\"http://a.b\").then(5);")?.contains("then(…) takes a function") == true)
    }

    // MARK: Requests

    @Test func theRequestIsMadeOfTheSettings() throws {
        let web = SpokenWeb("{}")
        _ = try says(
            """
            $http.config({ url: { protocol: "https", host: "api.example.com", port: 8443 }, headers: { A: 1 }, timeout: 60000 });
            $http.post("/orders/${id}?q=${q}", { query: { id: 7, q: "tea & milk", other: $session }, body: { n: 1 }, headers: { B: "x" }, timeout: 500 });
            $http.query("http://a.b", { method: "put", body: "text", dataType: "xml" });
            $http.put("http://a.b", { form: { a: "b c", d: 1 } });
            $http.delete("http://a.b", { body: "{}", headers: { "content-type": "x/y" } });
            """, web)
        let requests = web.requests
        #expect(requests.map(\.method) == ["POST", "PUT", "PUT", "DELETE"])
        #expect(requests[0].address == "https://api.example.com:8443/orders/7?q=tea+%26+milk")
        #expect(
            Set(requests[0].headers) == [
                WebHeader("A", "1"), WebHeader("B", "x"), WebHeader("Content-Type", "application/json"),
            ])
        #expect(
            requests.map { $0.body.map { String(decoding: $0, as: UTF8.self) } } == [
                #"{"n":1}"#, "text", "a=b+c&d=1", "{}",
            ])
        #expect(requests.map(\.timeout) == [500, 25000, 25000, 25000])
        #expect(requests[1].headers.contains(WebHeader("Content-Type", "application/xml")))
        #expect(requests[2].headers.contains(WebHeader("Content-Type", "application/x-www-form-urlencoded")))
        #expect(
            requests[3].headers.filter { $0.name.lowercased() == "content-type" } == [WebHeader("content-type", "x/y")])
    }

    @Test func aFileIsFetchedAndSentOn() throws {
        let web = SpokenWeb { request in
            WebAnswer(status: 200, headers: [WebHeader("Content-Type", "audio/mpeg")], body: Array("sound".utf8))
        }
        _ = try says("$http.post(\"http://a.b/up\", { fileUrl: \"http://c.d/voice.mp3?x=1\" });", web)
        #expect(web.requests.map(\.address) == ["http://c.d/voice.mp3?x=1", "http://a.b/up"])
        let body = String(decoding: web.requests[1].body ?? [], as: UTF8.self)
        #expect(body.contains("filename=\"voice.mp3\"") && body.contains("Content-Type: audio/mpeg\r\n\r\nsound\r\n--"))
        #expect(web.requests[1].headers.contains { $0.value.hasPrefix("multipart/form-data; boundary=") })
    }

    @Test(arguments: [
        ("$http.get()", "takes an address"), ("$http.get(7)", "takes an address"),
        ("$http.get(\"\")", "has no address"),
        ("$http.get(\"http://a.b/${c}\")", "no value for `${c}`"),
        ("$http.get(\"http://a.b\", 5)", "settings as an object"),
        ("$http.get(\"http://a.b\", { dataType: \"yaml\" })", "`json`, `text` and `xml`"),
        ("$http.post(\"http://a.b\", { body: \"a\", form: { b: 1 } })", "both `body` and `form`"),
        ("$http.get(\"http://a.b\", { headers: \"x\" })", "`headers` must be an object"),
        ("$http.config(1)", "takes an object"),
        ("$http.get(\"http://a.b/${c}\", { query: 1 })", "`query` must be an object"),
        ("$http.check(\"HEAD\", 1)", "a list of addresses"),
        ("$http.get(\"http://a.b\", { oauth2ResourceDetail: {} })", "`oauth2ResourceDetail` is not supported"),
    ])
    func mistakesAreSaid(_ script: String, _ words: String) throws {
        #expect(try failure(script + ";")?.contains(words) == true)
    }

    // MARK: Limits

    @Test func theSixteenthRequestOfATurnFails() throws {
        let script = """
            for (var n = 0; n < 15; n++) if (!$http.get("http://a.b/" + n).isOk) $reactions.answer("early");
            var last = $http.get("http://a.b");
            $reactions.answer(JSON.stringify([last.isOk, last.status, last.error, last.response]));
            """
        let web = SpokenWeb("{}")
        #expect(try says(script, web) == [#"[false,-1,"Callback limit reached",{}]"#])
        #expect(web.requests.count == 15)
    }

    @Test func withoutLeaveNothingIsAskedAndTheAuthorIsToldOnce() throws {
        var call = try Call(
            Self.state(
                "var a = $http.get(\"http://a.b\"), b = $http.get(\"http://a.b\");\n$reactions.answer(a.isOk + \" \" + b.error);"
            ))
        let happenings = call.hears("x")
        let notes = happenings.compactMap { if case .note(let note) = $0 { note } else { nil } }
        #expect(notes.count == 1 && notes[0].contains("--allow-http") && notes[0].contains("ringback: {http: true}"))
        #expect(call.says()[0].hasPrefix("false Requests to servers are off."))
        #expect(call.hears("x").contains { if case .note = $0 { true } else { false } })
    }

    @Test func waitingIsNoScriptTime() throws {
        // The limit of `Call` is half a second; the answers take longer.
        let web = SpokenWeb { _ in
            let start = ContinuousClock.now
            while ContinuousClock.now - start < .milliseconds(300) {}
            return WebAnswer(status: 200, body: Array("{}".utf8))
        }
        #expect(
            try says("for (var n = 0; n < 3; n++) $http.get(\"http://a.b\");\n$reactions.answer(\"done\");", web) == [
                "done"
            ])
    }

    @Test func answersAreKeptWhenTheBotWants() throws {
        let web = SpokenWeb("{}")
        var services = ScriptServices()
        services.web = web
        var call = try Call(
            script: """
                init:
                    $http.config({ cacheTimeToLiveInSeconds: 60 });
                theme: /
                    state: A
                        q!: *
                        script: $http.get("http://a.b", { cachingRequired: $request.query == "kept" });
                """, services: services)
        for text in ["kept", "kept", "x", "kept"] { _ = call.hears(text) }
        #expect(web.requests.count == 2)
        call.now = call.now.addingTimeInterval(61)
        _ = call.hears("kept")
        #expect(web.requests.count == 3)
    }

    @Test func uncertainChecksOfAddresses() throws {
        let web = SpokenWeb { request in WebAnswer(status: request.address.contains("good") ? 200 : 404) }
        let script = """
            var urls = ["http://bad", "http://good/1", "http://good/2"];
            $reactions.answer(JSON.stringify([$http.check("HEAD", urls), $http.check("GET", ["http://bad"]), $http.checkUrls("HEAD", urls), $http.checkUrls("HEAD", urls, true)]));
            """
        #expect(try says(script, web) == [#"["http://good/1",null,["http://good/1","http://good/2"],false]"#])
    }
}
