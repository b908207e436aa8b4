import BotModel
import Foundation
import SourceText
import Testing

@testable import Commands

/// SARIF 2.1.0 as its standard demands it of the parts that we write (no schema is at hand, so the rules stand here).
@Suite struct SARIFTests {
    @Test func aLogOfTheCommandHasWhatTheStandardDemands() throws {
        let ringback = try RingbackProcess()
        try ringback.write(
            "bot/main.sc", "theme: /\n    state: Ёж\n        a: 😀 x || tts = \"\n        go!: /B\n        go!: /B\n")
        let check = try ringback.run(["check", "bot", "--format", "sarif"])
        #expect(check.status == 1)
        #expect(check.lines.count == 1)
        #expect(check.messages.contains("errors"))
        let run = try validated(check.output)
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.count >= 3)
        for result in results { #expect(uri(of: result) == "bot/main.sc") }
        #expect(Set(results.compactMap(fingerprint)).count == results.count)
    }

    @Test func labelsAndFixesAreRelatedPlacesAndReplacements() throws {
        let file = SourceFile(path: "src/a b.sc", text: "theme: /\n    state: A\n    state: A\n")
        let diagnostic = Diagnostic(
            .note, "link/duplicate-state", "Twice.", hint: "Rename.", in: file, at: SourceSpan(27, 35)
        )
        .labelled("first declared here", in: file, at: SourceSpan(13, 21))
        .fixed("Write `B`", replacing: SourceSpan(34, 35), by: "B")
        let run = try validated(report([diagnostic], file).text)
        let result = try #require((run["results"] as? [[String: Any]])?.first)
        #expect(result["level"] as? String == "note")
        #expect((result["message"] as? [String: Any])?["text"] as? String == "Twice. Rename.")
        #expect(uri(of: result) == "bot/src/a%20b.sc")
        #expect((result["relatedLocations"] as? [[String: Any]])?.count == 1)
        let change = ((result["fixes"] as? [[String: Any]])?.first?["artifactChanges"] as? [[String: Any]])?.first
        let replacement = (change?["replacements"] as? [[String: Any]])?.first
        #expect((replacement?["insertedContent"] as? [String: Any])?["text"] as? String == "B")
        #expect((replacement?["deletedRegion"] as? [String: Any])?["startLine"] as? Int == 3)
    }

    @Test func fingerprintsStayWhenLinesMove() throws {
        let texts = ["go: /A\n", "# more\n# lines\n    go: /A\n"]
        let prints = try texts.map { text in
            let file = SourceFile(path: "main.sc", text: text)
            let end = file.bytes.count - 1
            let finding = Diagnostic(.error, "link/unknown-state", "Unknown.", in: file, at: SourceSpan(end - 2, end))
            let run = try validated(report([finding], file).text)
            return try #require((run["results"] as? [[String: Any]])?.first.flatMap(fingerprint))
        }
        #expect(prints[0] == prints[1])
    }

    @Test func filesAreNamedFromTheRootOfTheCheckout() throws {
        let ringback = try RingbackProcess()
        defer { withExtendedLifetime(ringback) {} }
        let folder = ringback.folder
        try FileManager.default.createDirectory(at: folder.appending(path: ".git"), withIntermediateDirectories: true)
        let deep = folder.appending(path: "a/b")
        try FileManager.default.createDirectory(at: deep, withIntermediateDirectories: true)
        #expect(SARIFReport.checkoutRoot(from: deep.path) == folder.path)
        #expect(SARIFReport.checkoutRoot(from: "/nowhere/at/all") == "/nowhere/at/all")
    }

    @Test func nothingFoundIsALogToo() throws {
        let run = try validated(SARIFReport([], root: "/work").text)
        #expect((run["results"] as? [Any])?.isEmpty == true)
    }

    // MARK: The standard

    /// The run of a log, when the log is as the standard demands.
    private func validated(_ text: String) throws -> [String: Any] {
        let log = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(log["version"] as? String == "2.1.0")
        #expect((log["$schema"] as? String)?.hasSuffix("sarif-2.1.0.json") == true)
        let runs = try #require(log["runs"] as? [[String: Any]])
        #expect(runs.count == 1)
        let run = try #require(runs.first)
        #expect(run["columnKind"] as? String == "unicodeCodePoints")
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        #expect(driver["name"] as? String == "ringback")
        #expect((driver["semanticVersion"] as? String)?.isEmpty == false)
        let rules = try #require(driver["rules"] as? [[String: Any]])
        let ids = rules.compactMap { $0["id"] as? String }
        #expect(ids.count == rules.count && Set(ids).count == ids.count)
        for rule in rules {
            requireText(rule["shortDescription"])
            requireText(rule["fullDescription"])
        }
        for result in try #require(run["results"] as? [[String: Any]]) { try validate(result, ids) }
        return run
    }

    private func validate(_ result: [String: Any], _ ids: [String]) throws {
        let rule = try #require(result["ruleId"] as? String)
        #expect(ids[try #require(result["ruleIndex"] as? Int)] == rule)
        #expect(["none", "note", "warning", "error"].contains(result["level"] as? String))
        requireText(result["message"])
        let locations = try #require(result["locations"] as? [[String: Any]])
        #expect(locations.count == 1)
        for location in locations { try validate(location) }
        let related = result["relatedLocations"] as? [[String: Any]] ?? []
        #expect(Set(related.compactMap { $0["id"] as? Int }).count == related.count)
        for location in related {
            try validate(location)
            requireText(location["message"])
        }
        for fix in result["fixes"] as? [[String: Any]] ?? [] {
            requireText(fix["description"])
            let changes = try #require(fix["artifactChanges"] as? [[String: Any]])
            #expect(!changes.isEmpty)
            for change in changes {
                try validate(artifact: change["artifactLocation"])
                let replacements = try #require(change["replacements"] as? [[String: Any]])
                #expect(!replacements.isEmpty)
                for replacement in replacements {
                    try validate(region: replacement["deletedRegion"])
                    #expect((replacement["insertedContent"] as? [String: Any])?["text"] is String)
                }
            }
        }
        #expect(fingerprint(result) != nil)
    }

    private func validate(_ location: [String: Any]) throws {
        let physical = try #require(location["physicalLocation"] as? [String: Any])
        try validate(artifact: physical["artifactLocation"])
        try validate(region: physical["region"])
    }

    /// A relative URI counts from a base; an absolute one has a scheme. Neither holds a blank or an escape that is none.
    private func validate(artifact: Any?) throws {
        let artifact = try #require(artifact as? [String: Any])
        let uri = try #require(artifact["uri"] as? String)
        #expect(URL(string: uri) != nil && !uri.contains(" ") && !uri.contains("\\"))
        #expect(uri.hasPrefix("file:///") != (artifact["uriBaseId"] != nil))
        #expect(!uri.hasPrefix("/"))
    }

    private func validate(region: Any?) throws {
        let region = try #require(region as? [String: Any])
        let numbers = try ["startLine", "startColumn", "endLine", "endColumn"].map { try #require(region[$0] as? Int) }
        #expect(numbers.allSatisfy { $0 >= 1 })
        #expect((numbers[0], numbers[1]) <= (numbers[2], numbers[3]))
    }

    private func requireText(_ message: Any?) {
        #expect(((message as? [String: Any])?["text"] as? String)?.isEmpty == false)
    }

    private func fingerprint(_ result: [String: Any]) -> String? {
        (result["partialFingerprints"] as? [String: String])?["primaryLocationLineHash"]
    }

    private func uri(of result: [String: Any]) -> String? {
        let location = (result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
        return (location?["artifactLocation"] as? [String: Any])?["uri"] as? String
    }

    private func report(_ findings: [Diagnostic], _ file: SourceFile) -> SARIFReport {
        let project = Project(
            name: "shop", folder: "/work/bot", sourceFolder: "", entryPoints: [file.path], read: { _ in .text(file) })
        let (bot, sources, _) = Linker.linkWithSources(project)
        let check = BotCheck(bot: bot, sources: sources, found: findings)
        return SARIFReport(findings.map { BotFinding(diagnostic: $0, check: check) }, root: "/work")
    }
}
