import Scripting
import WebRequests

/// `<mockData>`, `<mockService>` and `<mail>` (dsl.md 9.2 to 9.4).
extension XMLCaseReading {
    mutating func takeMock(_ element: XMLElementNode) {
        do throws(XMLMockMistake) {
            add(.preparation(.web(try WebMock(element))), element)
        } catch {
            refuse(element, error.message, hint: error.hint)
        }
    }

    /// How `<mockService>` is written is not public; we read `<mockService name="googleSheets" method="…"><response>JSON</response></mockService>`
    /// (uncertain).
    mutating func takeServiceMock(_ element: XMLElementNode) {
        guard let name = element.attributes["name"] ?? element.attributes["service"],
            let response = element.children.first(where: { $0.name == "response" }), let json = TestJSON(response.text)
        else {
            return refuse(
                element, "`<mockService>` has no `name` or no `<response>` with JSON.",
                hint: "Write `<mockService name=\"googleSheets\"><response>{}</response></mockService>`.")
        }
        let mock = ServiceMock(service: name, method: element.attributes["method"], answer: json.text)
        add(.preparation(.service(mock)), element)
    }

    mutating func takeMail(_ element: XMLElementNode) {
        // A line break of an attribute is often written so.
        func text(_ name: String) -> String? {
            element.attributes[name].map {
                $0.split(separator: "\\n", omittingEmptySubsequences: false).joined(separator: " ")
            }
        }
        add(.expectation(.mail(recipient: text("recipient"), subject: text("subject"), body: text("body"))), element)
    }
}

/// A `<mockData>` that cannot be read.
struct XMLMockMistake: Error {
    let message: String
    let hint: String

    init(_ element: XMLElementNode, _ wanted: String, hint: String? = nil) {
        message = "`<\(element.name)>` cannot be read: \(wanted) is expected."
        self.hint =
            hint
            ?? "A mock is `<mockData><query method=\"get\">address</query><response>{}</response></mockData>`."
    }
}

extension WebMock {
    /// `<mockData><query method="post">address</query><parameters>…</parameters><body>…</body><response>…</response></mockData>`
    init(_ element: XMLElementNode) throws(XMLMockMistake) {
        func child(_ name: String) -> XMLElementNode? { element.children.first { $0.name == name } }
        guard let query = child("query"), !query.text.trimmed.isEmpty else {
            throw XMLMockMistake(element, "a `<query>` with the address")
        }
        let parameters = child("parameters")?.children ?? []
        let address = WebAddress.filled(query.text.trimmed) { name in
            parameters.last { $0.name == name }?.text.trimmed
        }
        self.init(
            method: query.attributes["method"]?.trimmed ?? "GET", address: address,
            body: try child("body").map(Self.condition),
            answer: try Self.answer(child("response")))
    }

    private static func condition(_ element: XMLElementNode) throws(XMLMockMistake) -> BodyCondition {
        guard let field = DataPath(element.attributes["field"] ?? "") else {
            throw XMLMockMistake(element, "a `field` such as `customer.name`")
        }
        let text = element.text.trimmed
        return BodyCondition(
            wanted: TestJSON(text) ?? .string(text), isStrict: element.attributes["strictMatch"]?.trimmed == "true",
            field: field)
    }

    private static func answer(_ element: XMLElementNode?) throws(XMLMockMistake) -> WebAnswer {
        guard let element else { return WebAnswer(status: 200, form: .json) }
        let written = element.attributes["status"]?.trimmed ?? "200"
        guard let status = Int(written), (100...599).contains(status) else {
            throw XMLMockMistake(element, "a `status` such as 200")
        }
        let form = WebForm(rawValue: element.attributes["type"]?.trimmed.lowercased() ?? "json") ?? .text
        let text =
            switch form {
            case .json: try json(element)
            case .xml: element.children.isEmpty ? element.text.trimmed : element.children.map(\.markup).joined()
            case .text: element.text
            }
        return WebAnswer(status: status, body: Array(text.utf8), form: form)
    }

    /// The looser form of tests becomes the strict one that scripts read.
    private static func json(_ element: XMLElementNode) throws(XMLMockMistake) -> String {
        guard !element.text.trimmed.isEmpty else { return "" }
        guard let json = TestJSON(element.text) else {
            throw XMLMockMistake(
                element, "JSON", hint: "Correct it, or write `<response type=\"text\">` for an answer that is none.")
        }
        return json.text
    }
}

extension XMLElementNode {
    /// The element written again; its own text stands before its children.
    fileprivate var markup: String {
        func escaped(_ text: String) -> String {
            text.reduce(into: "") { result, character in
                switch character {
                case "&": result += "&amp;"
                case "<": result += "&lt;"
                case "\"": result += "&quot;"
                default: result.append(character)
                }
            }
        }
        let attributes = attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\"\(escaped($0.value))\"" }.joined()
        return "<\(name)\(attributes)>\(escaped(text))\(children.map(\.markup).joined())</\(name)>"
    }
}
