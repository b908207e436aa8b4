import ScriptSyntax

/// `InputText`, `InputNumber`, `InputPhoneNumber`, `InputDate`, `InputFile`: a question, and states that catch the answer.
extension ActionExpansion {
    mutating func askForText(_ make: TagMaker) {
        reactions = make.prompt
        let catching = [make.tag("q", "*"), make.script("\(make.variable) = $parseTree.text;")]
        children = [make.state("CatchText", isModal: true, catching + make.go("then"))]
    }

    mutating func askForNumber(_ make: TagMaker) {
        reactions = make.prompt
        let number = MadePatterns.numberValue
        let keep = [make.script("\(make.variable) = \(number);")] + make.go("then")
        let limits = [("minValue", "<"), ("maxValue", ">")].compactMap { name, sign in
            make.origin.given(name).map {
                "\(number) \(sign) Number(\(TemplateCode.text(of: $0.text)))"
            }
        }
        let refuse = make.failure + [make.wait(in: "CatchNumber")]
        let decide = limits.isEmpty ? keep : make.choice(limits.joined(separator: " || "), refuse, else: keep)
        children = [
            make.state("CatchNumber", [make.tag("q", MadePatterns.number.query)] + decide),
            make.state("CatchAll", [make.tag("q", "*"), make.askAgain]),
        ]
    }

    /// Ten digits, or eleven after 7 or 8, are a Russian number; others count with their `+` and country code.
    mutating func askForPhoneNumber(_ make: TagMaker) {
        catchChecked(
            make, state: "CatchPhoneNumber",
            by: """
                var digits = $parseTree.text.replace(/\\D/g, ""); \
                if (digits.length === 10) digits = "7" + digits; \
                if (digits.length === 11 && digits[0] === "8") digits = "7" + digits.slice(1); \
                $temp.inputValue = (digits.length === 11 && digits[0] === "7") \
                || (/^\\s*\\+/.test($parseTree.text) && digits.length >= 8 && digits.length <= 15) ? digits : undefined;
                """)
    }

    /// `2026-12-31`, `31.12.2026`, `31/12`, today and tomorrow; kept as `2026-12-31`. More is a matter of the entity grammars.
    mutating func askForDate(_ make: TagMaker) {
        catchChecked(
            make, state: "CatchDate",
            by: """
                var text = $parseTree.text.toLowerCase(), now = new Date(), date, found; \
                if (/today|сегодня/.test(text)) date = [now.getFullYear(), now.getMonth() + 1, now.getDate()]; \
                if (/tomorrow|завтра/.test(text)) { \
                var next = new Date(now.getFullYear(), now.getMonth(), now.getDate() + (/послезавтра/.test(text) ? 2 : 1)); \
                date = [next.getFullYear(), next.getMonth() + 1, next.getDate()]; } \
                if ((found = /(\\d{4})-(\\d{1,2})-(\\d{1,2})/.exec(text))) date = [+found[1], +found[2], +found[3]]; \
                else if ((found = /(\\d{1,2})[.\\/](\\d{1,2})(?:[.\\/](\\d{4}))?/.exec(text))) \
                date = [found[3] ? +found[3] : now.getFullYear(), +found[2], +found[1]]; \
                var day = date && new Date(date[0], date[1] - 1, date[2]); \
                function two(part) { return (part < 10 ? "0" : "") + part; } \
                $temp.inputValue = day && day.getMonth() === date[1] - 1 && day.getDate() === date[2] \
                ? date[0] + "-" + two(date[1]) + "-" + two(date[2]) : undefined;
                """)
    }

    /// A catch-all whose script leaves the value in `$temp.inputValue`, or nothing when the answer is none.
    private mutating func catchChecked(_ make: TagMaker, state name: String, by script: String) {
        reactions = make.prompt
        let keep = [make.script("\(make.variable) = $temp.inputValue;")] + make.go("then")
        let refuse = make.failure.isEmpty ? [make.askAgain] : make.failure + [make.wait(in: name)]
        let decide = make.choice("$temp.inputValue === undefined", refuse, else: keep)
        children = [make.state(name, [make.tag("q", "*"), make.script(script)] + decide)]
    }

    mutating func askForFile(_ make: TagMaker) {
        reactions = make.prompt
        let keep = "\(make.variable) = $request.data.eventData[0].url;"
        children = [
            make.state("CatchFile", [make.tag("event", "fileEvent"), make.script(keep)] + make.go("then")),
            make.state("CatchAll", [make.tag("q", "*")] + (make.failure.isEmpty ? [make.askAgain] : make.failure)),
        ]
        if make.origin.given("errorState") != nil {
            children.append(make.state("TooBig", [make.tag("event", "fileTooBigEvent")] + make.go("errorState")))
        }
    }
}
