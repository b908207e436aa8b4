import CivilTime
import FoundationEssentials
import SourceText

/// Reads the vendor's XML tests (`<test><test-case><q>…</q><a>…</a>`) into the same steps as `.talk` files.
///
/// An element that is none of the vendor's, or that cannot be read, fails its case and no other. So does a mistake of XML
/// that stands in a case (`XMLCasePieces`).
package enum XMLTestReader {
    /// - Parameter zone: the bot's own; without one that of the test's head counts, `<test zone="Europe/Moscow">`, and then UTC.
    package static func read(_ file: SourceFile, zone: String? = nil) -> TalkFile {
        do throws(XMLMistake) {
            return read(try root(of: file), of: file, zone: zone)
        } catch {
            return TalkFile(cases: [], strays: [malformed(error, in: file)])
        }
    }

    private static func root(of file: SourceFile) throws(XMLMistake) -> XMLElementNode {
        do throws(XMLMistake) {
            return try XMLTree.root(of: file.bytes[...])
        } catch {
            return try XMLCasePieces.root(of: file.bytes, mistake: error)
        }
    }

    private static func malformed(_ mistake: XMLMistake, in file: SourceFile) -> Diagnostic {
        Diagnostic(
            .error, "xml/malformed", mistake.message, hint: shape, in: file, at: lineSpan(mistake.line, of: file))
    }

    private static func read(_ root: XMLElementNode, of file: SourceFile, zone: String?) -> TalkFile {
        guard root.name == "test" else {
            return TalkFile(
                cases: [],
                strays: [
                    Diagnostic(
                        .error, "xml/no-test",
                        "The root element is `<\(root.name)>`, so this is no test of the platform.",
                        hint: shape, in: file, at: lineSpan(root.line, of: file))
                ])
        }
        // A mock at the root is meant for every case.
        let shared = root.children.filter { $0.name.hasPrefix("mock") }
        let asksServers = root.attributes["integration"]
        let zone = zone ?? root.attributes["zone"]?.trimmed ?? root.attributes["timezone"]?.trimmed
        let elements = root.children.filter { $0.name == "test-case" }
        let talks = elements.enumerated().map { index, element in
            var reading = XMLCaseReading(element, ordinal: index + 1, of: file)
            reading.talk.isMocked = (element.attributes["integration"] ?? asksServers)?.trimmed != "true"
            reading.takeZone(zone, element)
            reading.refuseAttributes(of: root)
            reading.refuseAttributes(of: element)
            for mock in shared { reading.take(mock) }
            reading.takeSteps(of: element)
            let mistake = element.mistake.map { [malformed($0, in: file)] } ?? []
            return TalkFile.Entry(talk: reading.talk, problems: mistake + reading.problems)
        }
        return TalkFile(cases: talks + strayCase(in: root), strays: [])
    }

    private static let shape =
        "A test is `<test><test-case><q>what the caller says</q><a>what the bot says</a></test-case></test>`."

    /// Steps that stand between two cases belong to none; that is told once a file and hinders no case.
    private static func strayCase(in root: XMLElementNode) -> [TalkFile.Entry] {
        guard let stray = root.children.first(where: { $0.name != "test-case" && !$0.name.hasPrefix("mock") }) else {
            return []
        }
        var talk = TalkCase(name: "<\(stray.name)>", line: stray.line)
        talk.skipReason = "`<\(stray.name)>` in line \(stray.line) stands outside of every `<test-case>`."
        return [TalkFile.Entry(talk: talk, problems: [])]
    }

    static func lineSpan(_ line: Int, of file: SourceFile) -> SourceSpan {
        let line = min(line, file.lineStarts.count)
        let start = file.lineStarts[line - 1]
        return SourceSpan(start, start + file.line(line).utf8.count)
    }
}

/// A `<test-case>` that is being read.
struct XMLCaseReading {
    var talk: TalkCase
    /// What cannot be read; the case fails by it.
    private(set) var problems: [Diagnostic] = []
    private let file: SourceFile
    /// Whether somebody says in which zone clocks are set.
    private(set) var zoneIsKnown = false
    /// The last `<requestData>`, for the requests after it; and what the last request was given.
    var requestData: TestJSON?
    private var givenData: TestJSON?

    init(_ element: XMLElementNode, ordinal: Int, of file: SourceFile) {
        self.file = file
        let name = (element.attributes["id"] ?? element.attributes["name"] ?? "").folded
        talk = TalkCase(name: name.isEmpty ? "case \(ordinal)" : name, line: element.line)
        talk.isPhoneCall = false
    }

    /// Elements that hold text or nothing.
    private static let plainElements: Set = [
        "q", "a", "event", "request", "state", "timeout", "responseData", "dateTime", "random",
    ]

    mutating func takeSteps(of element: XMLElementNode) {
        for child in element.children {
            if let inner = child.children.first, Self.plainElements.contains(child.name) {
                refuse(
                    inner, "`<\(inner.name)>` stands inside `<\(child.name)>`, which holds text only.",
                    hint: "Put `<\(inner.name)>` behind it, or write its `<` as `&lt;`.")
            } else {
                take(child)
            }
        }
    }

    /// What is wrong with an element, and what to do.
    mutating func refuse(_ element: XMLElementNode, _ message: String, hint: String) {
        let span = XMLTestReader.lineSpan(element.line, of: file)
        problems.append(Diagnostic(.error, "xml/step", message, hint: hint, in: file, at: span))
    }

    mutating func add(_ kind: TalkStep.Kind, _ element: XMLElementNode) {
        talk.steps.append(TalkStep(line: element.line, source: Self.source(of: element), kind: kind))
    }

    /// The zone of the talk; `nil` when nobody names one.
    mutating func takeZone(_ zone: String?, _ element: XMLElementNode) {
        guard let zone else { return }
        zoneIsKnown = true
        do { _ = try Zone.named(zone) } catch {
            refuse(
                element, "`\(zone)` is no time zone.",
                hint: "Write one like `Europe/Moscow`, in `defaultTimezone` of chatbot.yaml or in `<test zone=\"…\">`.")
            return
        }
        talk.heads.zone = zone
    }

    /// A request of the caller or the channel, with its data.
    mutating func request(_ act: TalkAct, data: TestJSON?, _ element: XMLElementNode) {
        if data != givenData { add(.preparation(.requestData(data?.text)), element) }
        givenData = data
        add(.act(act), element)
    }

    /// The element as it may have been written, on one line.
    private static func source(of element: XMLElementNode) -> String {
        let attributes = element.attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\"\($0.value)\"" }.joined()
        let text = element.text.folded
        return text.isEmpty
            ? "<\(element.name)\(attributes)/>" : "<\(element.name)\(attributes)>\(text)</\(element.name)>"
    }
}
