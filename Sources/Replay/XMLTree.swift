import Foundation
import FoundationXML

/// An element of an XML file with its place.
struct XMLElementNode {
    var name: String
    var attributes: [String: String]
    /// The line on which its start tag ends.
    var line: Int
    /// Its own characters, without those of its children.
    var text = ""
    var children: [XMLElementNode] = []
    /// Why nothing but its start tag could be read.
    var mistake: XMLMistake?
}

/// Why a file, or one case of it, is no XML.
struct XMLMistake: Error, Hashable {
    var line: Int
    var message: String
}

/// Builds the tree of a file, or of a piece of one, on the platform's XML parser. It opens no other file: external entities stay unread.
final class XMLTree: NSObject, XMLParserDelegate {
    private var open: [XMLElementNode] = []
    private var root: XMLElementNode?
    private var mistake: XMLMistake?
    private let firstLine: Int
    private let whole: String

    private init(firstLine: Int, whole: String) {
        self.firstLine = firstLine
        self.whole = whole
    }

    /// - Parameters:
    ///   - firstLine: the line of the file on which the bytes begin.
    ///   - whole: what the bytes are, for messages.
    static func root(
        of bytes: ArraySlice<UInt8>, firstLine: Int = 1, whole: String = "file"
    ) throws(XMLMistake) -> XMLElementNode {
        let tree = XMLTree(firstLine: firstLine, whole: whole)
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = tree
        _ = parser.parse()
        if let mistake = tree.mistake { throw mistake }
        guard let root = tree.root else { throw XMLMistake(line: firstLine, message: "The \(whole) is empty.") }
        return root
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        open.append(XMLElementNode(name: name, attributes: attributes, line: line(parser)))
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        guard let last = open.indices.last else { return }
        open[last].text += text
    }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
        guard let last = open.indices.last else { return }
        open[last].text += String(decoding: block, as: UTF8.self)
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        guard let element = open.popLast() else { return }
        if let last = open.indices.last { open[last].children.append(element) } else { root = element }
    }

    func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
        guard mistake == nil else { return }
        mistake = XMLMistake(line: line(parser), message: message((error as NSError).code))
    }

    private func line(_ parser: XMLParser) -> Int { firstLine + max(1, parser.lineNumber) - 1 }

    /// The codes are libxml2's.
    private func message(_ code: Int) -> String {
        let inside = open.last.map { " inside `<\($0.name)>` of line \($0.line)" } ?? ""
        switch code {
        case 4: return "The \(whole) does not begin with an element: `<test>` is expected."
        case 5, 77:
            return open.isEmpty
                ? "There is something after the end of the root element."
                : "The \(whole) ends\(inside), which is not closed."
        case 9, 81: return "There is a character that is not UTF-8."
        case 26: return "There is an unknown entity `&…;`\(inside); write `&amp;` for the character."
        case 23, 38, 68:
            return "There is an `&` or `<` that begins nothing\(inside); write `&amp;` or `&lt;` for the character."
        case 39, 41, 42, 65: return "An attribute is not well written\(inside): `name=\"value\"` is expected."
        case 73, 76: return "A closing tag does not belong to the open element\(inside)."
        default: return "This is not well-formed XML\(inside) (libxml2's error \(code))."
        }
    }
}
