import SourceText

/// What the elements of a test are made of. What is misspelt there would check or answer nothing, so it fails the case.
extension XMLCaseReading {
    /// The attributes of each element.
    private static let attributes: [String: [String]] = [
        "test": ["id", "name", "integration", "zone", "timezone"], "test-case": ["id", "name", "integration"],
        "q": [], "event": [], "request": [], "requestData": [], "rawRequest": [], "timeout": [], "state": [],
        "dateTime": [], "random": [], "mockData": [], "parameters": [], "data": [],
        "context": ["var"], "a": ["state", "class"], "timeoutReply": ["targetState", "interval"],
        "responseData": ["field"], "newSession": ["message"], "mail": ["recipient", "subject", "body"],
        "query": ["method"], "body": ["strictMatch", "field"], "response": ["type", "status"],
        "mockService": ["name", "service", "method"],
    ]

    /// The elements inside of those that are made of others.
    private static let parts: [String: [String]] = [
        "mockData": ["query", "parameters", "body", "response"], "mockService": ["response"], "newSession": ["data"],
    ]

    /// Refuses attributes and inner elements that a step does not have.
    mutating func refuseStrangers(of element: XMLElementNode) {
        refuseAttributes(of: element)
        guard let parts = Self.parts[element.name] else { return }
        for part in element.children {
            guard parts.contains(part.name) else {
                refuse(
                    part, "`<\(part.name)>` is no part of `<\(element.name)>`.",
                    hint: Self.hint(part.name, among: parts, of: element) { "`<\($0)>`" })
                continue
            }
            refuseAttributes(of: part)
        }
    }

    mutating func refuseAttributes(of element: XMLElementNode) {
        guard let known = Self.attributes[element.name] else { return }
        for name in element.attributes.keys.sorted() where !known.contains(name) && !Self.isOfXML(name) {
            refuse(
                element, "`<\(element.name)>` has no attribute `\(name)`.",
                hint: Self.hint(name, among: known, of: element) { "`\($0)`" })
        }
    }

    /// Names of schemas and the like say nothing of a test.
    private static func isOfXML(_ name: String) -> Bool { name.hasPrefix("xml") || name.contains(":") }

    private static func hint(
        _ name: String, among known: [String], of element: XMLElementNode, quoted: (String) -> String
    ) -> String {
        if let near = Spelling.nearest(to: name, among: known) { return "Did you mean \(quoted(near))?" }
        guard !known.isEmpty else { return "Take it away: `<\(element.name)>` has none." }
        return "It may have \(known.map(quoted).joined(separator: ", "))."
    }
}
