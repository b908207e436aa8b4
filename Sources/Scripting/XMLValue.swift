import Foundation
import FoundationXML
import JavaScript

/// Why a text is no XML.
struct XMLMistake: Error {
    let message: String
}

/// XML as scripts see it: `<order id="7"><item>tea</item><item>milk</item></order>` is
/// `{order: {id: "7", item: ["tea", "milk"]}}`.
///
/// An element of text alone is that text without the blanks around it; attributes are members beside the children; text beside
/// either is the member `content`. All texts stay texts. The platform's own shape is not written down (uncertain).
final class XMLValue: NSObject, XMLParserDelegate {
    private struct Element {
        var name: String
        var text = ""
        var members: [(key: String, values: [ScriptValue])] = []
        private var places: [String: Int] = [:]

        init(name: String) { self.name = name }

        mutating func add(_ value: ScriptValue, as key: String) {
            if let place = places[key] { return members[place].values.append(value) }
            places[key] = members.count
            members.append((key, [value]))
        }

        var value: ScriptValue {
            let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
            guard !members.isEmpty else { return .string(text) }
            let content: [ScriptValue.Member] = text.isEmpty ? [] : [.init("content", .string(text))]
            return .object(
                members.map { .init($0.key, $0.values.count == 1 ? $0.values[0] : .array($0.values)) } + content)
        }
    }

    private var open: [Element] = [Element(name: "")]
    private var elements = 0
    private var mistake: String?

    /// More than that is not for a phone call.
    private static let mostElements = 100_000
    private static let deepest = 200

    static func read(_ text: String) throws(XMLMistake) -> ScriptValue {
        let reader = XMLValue()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = reader
        let isRead = parser.parse()
        if let mistake = reader.mistake { throw XMLMistake(message: mistake) }
        guard isRead, let root = reader.open.first, !root.members.isEmpty else {
            throw XMLMistake(message: "there is no element.")
        }
        return root.value
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        elements += 1
        guard elements <= Self.mostElements, open.count <= Self.deepest else {
            mistake = mistake ?? "there are too many elements, or too many inside each other."
            return parser.abortParsing()
        }
        var element = Element(name: name)
        for (key, value) in attributes.sorted(by: { $0.key < $1.key }) { element.add(.string(value), as: key) }
        open.append(element)
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        if let last = open.indices.last { open[last].text += text }
    }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
        if let last = open.indices.last { open[last].text += String(decoding: block, as: UTF8.self) }
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        guard open.count > 1, let element = open.popLast(), let last = open.indices.last else { return }
        open[last].add(element.value, as: element.name)
    }

    func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
        let inside = open.count > 1 ? " inside <\(open[open.count - 1].name)>" : ""
        mistake = mistake ?? "line \(max(1, parser.lineNumber)) is not well-formed\(inside)."
    }
}
