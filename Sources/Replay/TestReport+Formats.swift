import SourceText

/// The report for programs: JSON Lines (design of the command), JUnit's XML, and the Test Anything Protocol.
extension TestReport {
    var summaryJSON: String {
        let counts =
            "\"cases\":\(results.count),\"passed\":\(count(.passed)),\"failed\":\(count(.failed)),\"skipped\":\(count(.skipped))"
        return "{\"type\":\"summary\",\(counts),\"seconds\":\(Self.text(of: seconds))}"
    }

    /// To the millisecond.
    static func text(of seconds: Double) -> String {
        guard seconds.isFinite else { return "0" }
        let thousandths = Int((max(0, seconds) * 1000).rounded())
        let rest = String(thousandths % 1000 + 1000).dropFirst()
        return "\(thousandths / 1000).\(rest)"
    }

    var junit: [String] {
        var bots: [String] = []
        for result in results where !bots.contains(result.bot) { bots.append(result.bot) }
        let counts = "tests=\"\(results.count)\" failures=\"\(count(.failed))\" skipped=\"\(count(.skipped))\""
        let open = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<testsuites \(counts) time=\"\(Self.text(of: seconds))\">",
        ]
        return open + bots.flatMap(suite) + ["</testsuites>"]
    }

    private func suite(_ bot: String) -> [String] {
        let report = TestReport(results.filter { $0.bot == bot }, seconds: 0)
        let counts =
            "tests=\"\(report.results.count)\" failures=\"\(report.count(.failed))\" skipped=\"\(report.count(.skipped))\""
        let cases = report.results.map { "    " + $0.junit }
        return ["  <testsuite name=\(bot.quotedXML) \(counts)>"] + cases + ["  </testsuite>"]
    }

    var tap: [String] {
        var lines = ["TAP version 13", "1..\(results.count)"]
        for (index, result) in results.enumerated() { lines += result.tap(index + 1) }
        return lines
    }
}

extension CaseResult {
    /// The record `case`; `step`, `expected` and `actual` are `null` unless it failed. A skipped case has its `reason`, one
    /// that could not be played its `problem` and `hint`.
    var json: String {
        var fields = [
            "\"type\":\"case\"", "\"bot\":\(bot.quotedJSON)", "\"file\":\(file.quotedJSON)",
            "\"name\":\(name.quotedJSON)",
            "\"line\":\(line)", "\"passed\":\(verdict == .passed)",
        ]
        if verdict == .skipped {
            fields += ["\"skipped\":true", "\"reason\":\(notes.joined(separator: " ").quotedJSON)"]
        }
        for (name, value) in [("step", step), ("expected", expected), ("actual", actual)] {
            fields.append("\"\(name)\":\(value?.quotedJSON ?? "null")")
        }
        if let problem {
            fields.append("\"problem\":\(problem.message.quotedJSON)")
            fields.append("\"hint\":\(problem.hint?.quotedJSON ?? "null")")
        }
        if verdict == .failed, !notes.isEmpty {
            fields.append("\"notes\":[\(notes.map(\.quotedJSON).joined(separator: ","))]")
        }
        if !errors.isEmpty { fields.append("\"errors\":[\(errors.map(\.quotedJSON).joined(separator: ","))]") }
        return "{" + fields.joined(separator: ",") + "}"
    }

    var junit: String {
        let head =
            "<testcase classname=\(file.quotedXML) name=\(name.quotedXML) file=\(file.quotedXML) line=\"\(line)\""
        switch verdict {
        case .passed: return head + "/>"
        case .skipped: return head + "><skipped message=\(notes.joined(separator: " ").quotedXML)/></testcase>"
        case .failed:
            let message = problem?.text(separator: " ") ?? "expected: \(expected ?? "") actual: \(actual ?? "")"
            return head + "><failure message=\(message.quotedXML)>\((step ?? "").escapedXML)</failure></testcase>"
        }
    }

    func tap(_ number: Int) -> [String] {
        // A `#` in a name would begin a directive.
        let title = "\(number) - \(file): \(name)".folded.replacing("#", with: "\\#")
        switch verdict {
        case .passed: return ["ok \(title)"]
        case .skipped: return ["ok \(title) # SKIP \(notes.joined(separator: " ").folded)"]
        case .failed:
            let facts =
                problem.map { [("problem", $0.message), ("hint", $0.hint)] }
                ?? [("step", step), ("expected", expected), ("actual", actual)]
            let block = facts.map { "  \($0.0): \(($0.1 ?? "").quotedJSON)" }
            return ["not ok \(title)", "  ---", "  line: \(line)"] + block + ["  ..."]
        }
    }
}

extension String {
    /// As a JSON string, which is one of YAML too.
    fileprivate var quotedJSON: String { JSONText.quoted(self) }

    /// As an attribute of XML, with its quotes.
    fileprivate var quotedXML: String {
        "\"" + escapedXML.replacing("\n", with: "&#10;").replacing("\t", with: "&#9;") + "\""
    }
}
