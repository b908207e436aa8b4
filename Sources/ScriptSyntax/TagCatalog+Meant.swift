import SourceText

// What people write for a tag that the language does not have.
extension TagCatalog {
    /// The known name nearest to a misspelt one.
    package static func suggestion(for name: String) -> String? {
        synonyms[name] ?? nearest(to: name, most: 1).first
    }

    /// The tag that was surely meant: a word that means just this, or the only tag that differs by a slip.
    static func meant(by name: String) -> TagDescription? {
        if let synonym = synonyms[name] { return description(of: synonym) }
        let lower = name.lowercased()
        if plainWords.contains(lower) { return description(of: lower) }
        guard (4...20).contains(name.utf8.count) else { return nil }
        let near = nearest(to: name, most: 2)
        guard near.count == 1, isActionName(name) == isActionName(near[0]) else { return nil }
        return isSlip(name, of: near[0]) ? description(of: near[0]) : nil
    }

    /// One letter wrong; in names with a capital, which a bot may choose itself, also no other word such as a plural.
    private static func isSlip(_ name: String, of meant: String) -> Bool {
        isActionName(name)
            ? Spelling.isSlip(name, of: meant)
            : EditDistance.between(name.lowercased(), meant.lowercased(), atMost: 1) != nil
    }

    private static func nearest(to name: String, most: Int) -> [String] { book.near(name, most: most) }

    private static let book = NameBook(names)

    /// Tags that no bot would use as the name of a tag of its own, in any case of letters.
    private static let plainWords: Set<String> = [
        "state", "theme", "require", "patterns", "init", "script", "q", "a", "go", "if", "elseif", "else", "random",
    ]

    /// Words that people write for a tag, by habit or from other languages.
    private static let synonyms = [
        "else_if": "elseif", "elif": "elseif", "goto": "go", "answer": "a", "say": "a", "import": "require",
        "include": "require", "js": "script", "javascript": "script", "button": "buttons", "picture": "image",
        "img": "image",
    ]

    /// What to write instead of a tag that people take from the scripts, or miss from other languages.
    package static func advice(for name: String) -> String? { advice[name.lowercased()] }

    private static let advice: [String: String] = {
        let said = "What the bot says stands after `a:`, like `a: Hello!`."
        let asked = "What the caller says stands after `q!:` (anywhere) or `q:` (in the talk so far), as a pattern."
        let code = "Conditions are tags (`if:`), everything else of this kind is JavaScript: put it below `script:`."
        let calls = [
            "hangup": "$dialer.hangUp();", "redial": "$dialer.redial({ startDateTime: …, finishDateTime: … });",
            "bargein": "$dialer.bargeInResponse({ … });", "stop": "$jsapi.stopSession();", "log": "log(\"text\");",
        ]
        var advice = calls.mapValues { "It is done in a script: write `script:`, and deeper below it `\($0)`." }
        for name in ["text", "message", "reply", "speak", "tts", "response"] { advice[name] = said }
        for name in ["question", "pattern", "phrase", "input", "match"] { advice[name] = asked }
        for name in ["for", "while", "var", "let", "const", "set", "function", "switch", "return"] {
            advice[name] = code
        }
        for name in ["transfer", "operator"] {
            advice[name] = "To hand over a call write `TransferCallToOperator:`, a chat `TransferToOperator:`."
        }
        for name in ["wait", "pause", "sleep"] {
            advice[name] = "To go on when nobody answers write `timeout: /State || interval = \"10 seconds\"`."
        }
        return advice
    }()
}
