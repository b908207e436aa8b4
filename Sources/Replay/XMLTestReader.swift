import FoundationEssentials
import SourceText

/// Reads the vendor's XML tests (`<test><test-case><q>…</q><a>…</a>`) into the same steps as `.talk` files.
///
/// What the vendor's platform has and this runtime has not yet makes a case skipped, with the reason; it never fails it.
package enum XMLTestReader {
    package static func read(_ file: SourceFile) -> TalkFile {
        do {
            return read(try XMLTree.root(of: file.bytes))
        } catch {
            let span = lineSpan(error.line, of: file)
            let hint =
                "A test is `<test><test-case><q>what the caller says</q><a>what the bot says</a></test-case></test>`."
            return TalkFile(
                cases: [], strays: [Diagnostic(.error, "xml/malformed", error.message, hint: hint, in: file, at: span)])
        }
    }

    private static func read(_ root: XMLElementNode) -> TalkFile {
        guard root.name == "test" else {
            var talk = TalkCase(name: "<\(root.name)>", line: root.line)
            talk.skipReason = "The root element is `<\(root.name)>`; the vendor's tests have `<test>`."
            return TalkFile(cases: [TalkFile.Entry(talk: talk, problems: [])], strays: [])
        }
        // A mock at the root is meant for every case.
        let shared = root.children.filter { $0.name.hasPrefix("mock") }
        let asksServers = root.attributes["integration"]
        let elements = root.children.filter { $0.name == "test-case" }
        let talks = elements.enumerated().map { index, element in
            var reading = XMLCaseReading(element, ordinal: index + 1)
            reading.talk.isMocked = (element.attributes["integration"] ?? asksServers)?.trimmed != "true"
            for mock in shared { reading.take(mock) }
            reading.takeSteps(of: element)
            return TalkFile.Entry(talk: reading.talk, problems: [])
        }
        return TalkFile(cases: talks + strayCase(in: root), strays: [])
    }

    /// Steps that stand between two cases belong to none; that is told once a file and hinders no case.
    private static func strayCase(in root: XMLElementNode) -> [TalkFile.Entry] {
        guard let stray = root.children.first(where: { $0.name != "test-case" && !$0.name.hasPrefix("mock") }) else {
            return []
        }
        var talk = TalkCase(name: "<\(stray.name)>", line: stray.line)
        talk.skipReason = "`<\(stray.name)>` in line \(stray.line) stands outside of every `<test-case>`."
        return [TalkFile.Entry(talk: talk, problems: [])]
    }

    static func unsupported(_ element: XMLElementNode) -> String {
        "`<\(element.name)>` in line \(element.line) is not supported yet."
    }

    private static func lineSpan(_ line: Int, of file: SourceFile) -> SourceSpan {
        let line = min(line, file.lineStarts.count)
        let start = file.lineStarts[line - 1]
        return SourceSpan(start, start + file.line(line).utf8.count)
    }
}

/// A `<test-case>` that is being read.
struct XMLCaseReading {
    var talk: TalkCase
    /// The last `<requestData>`, for the requests after it; and what the last request was given.
    var requestData: TestJSON?
    private var givenData: TestJSON?

    init(_ element: XMLElementNode, ordinal: Int) {
        let name = (element.attributes["id"] ?? element.attributes["name"] ?? "").folded
        talk = TalkCase(name: name.isEmpty ? "case \(ordinal)" : name, line: element.line)
        talk.isPhoneCall = false
    }

    /// Elements that hold text or nothing.
    private static let plainElements: Set = [
        "q", "a", "event", "request", "state", "timeout", "responseData", "dateTime", "random",
    ]

    mutating func takeSteps(of element: XMLElementNode) {
        for child in element.children where talk.skipReason == nil {
            if let inner = child.children.first, Self.plainElements.contains(child.name) {
                skip("`<\(inner.name)>` inside `<\(child.name)>` in line \(inner.line) is not supported yet.")
            } else {
                take(child)
            }
        }
    }

    mutating func skip(_ reason: String) {
        if talk.skipReason == nil { talk.skipReason = reason }
    }

    mutating func add(_ kind: TalkStep.Kind, _ element: XMLElementNode) {
        talk.steps.append(TalkStep(line: element.line, source: Self.source(of: element), kind: kind))
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
