import ScriptSyntax
import SourceText

/// `HttpRequest`, `Email`: a script in their place asks `$http` or `$mail`, then the talk goes on in `okState` or `errorState`.
extension ActionExpansion {
    /// `vars` holds names for `$session` and expressions over `$httpResponse`, the answer's data.
    mutating func askServer(_ make: TagMaker) {
        let settings = ["method", "dataType", "body"].compactMap { name in
            make.origin.given(name).map { "\(name): " + TemplateCode.text(of: $0.text) }
        }
        let all = settings + headers(make) + timeout(make)
        let address = TemplateCode.text(of: make.origin.given("url")?.text ?? "")
        let code = """
            $temp.isActionDone = (function () { \
            var $httpAnswer = $http.query(\(address), {\(all.joined(separator: ", "))}); \
            if (!$httpAnswer.isOk) return false; \
            var $httpResponse = $httpAnswer.data;\(variables(make)) \
            return true; })();
            """
        goOn(after: code, make)
    }

    /// `[{"name": "Accept", "value": "*/*"}]`; the editor leaves pairs without a name.
    private func headers(_ make: TagMaker) -> [String] {
        let members = pairs(of: "headers", make).map {
            "[\(TemplateCode.text(of: $0.name))]: \(TemplateCode.text(of: $0.value))"
        }
        return members.isEmpty ? [] : ["headers: {\(members.joined(separator: ", "))}"]
    }

    /// Milliseconds; 0 is the usual time.
    private func timeout(_ make: TagMaker) -> [String] {
        guard let given = make.origin.given("timeout")?.text, let time = Double(given), time.isFinite, time > 0 else {
            return []
        }
        return ["timeout: \(given)"]
    }

    private func variables(_ make: TagMaker) -> String {
        pairs(of: "vars", make).map { " $session[\(JSONText.quoted($0.name))] = (\($0.value)\n);" }.joined()
    }

    private func pairs(of parameter: String, _ make: TagMaker) -> [(name: String, value: String)] {
        guard let given = make.origin.given(parameter), let list = LooseReader.read(given, in: make.file).0?.list
        else { return [] }
        return list.compactMap { entry in
            guard let name = entry["name"]?.text?.text.trimmed, let value = entry["value"]?.text?.text.trimmed,
                !name.isEmpty, !value.isEmpty
            else { return nil }
            return (name, value)
        }
    }

    /// Where mail servers are named they are passed over: a letter is handed to whoever runs the bot.
    mutating func sendLetter(_ make: TagMaker) {
        let receiver = make.origin.given("destination") ?? make.origin.given("to")
        let html = make.origin.isOn("htmlEnabled") ? make.origin.given("html") : nil
        let letter =
            [
                ("to", receiver), ("subject", make.origin.given("subject")),
                ("content", html ?? make.origin.given("text")),
            ]
            + ["from", "hiddenCopy"].map { ($0, make.origin.given($0)) }
        let members = letter.compactMap { name, given in given.map { "\(name): " + TemplateCode.value(of: $0.text) } }
        let code = """
            $temp.isActionDone = (function () { \
            try { return $mail.send({\(members.joined(separator: ", "))}).status === "OK"; } \
            catch (fault) { log("Email: " + fault.message); return false; } })();
            """
        goOn(after: code, make)
    }

    private mutating func goOn(after code: String, _ make: TagMaker) {
        let (done, failed) = (make.go("okState"), make.go("errorState"))
        reactions = [make.script(code)]
        if !done.isEmpty { reactions += make.choice("$temp.isActionDone", done, else: failed) }
        if done.isEmpty, !failed.isEmpty { reactions += make.choice("!$temp.isActionDone", failed) }
    }
}
