import SourceText

/// Every key of `chatbot.yaml` that the platform knows, with what belongs there (dsl.md 10).
///
/// One line a key; a key with dots lies inside the one before the dot.
enum ConfigurationTable {
    enum Shape {
        case text, flag, number, texts, anything
        /// A list of objects with these keys.
        case objects(Set<String>)

        func fits(_ value: DataValue) -> Bool {
            switch (self, value.kind) {
            case (.anything, _), (_, .null), (.flag, .flag), (.number, .number): true
            case (.text, .text), (.text, .number), (.text, .flag): true
            case (.texts, .list): value.elements.allSatisfy { $0.text != nil }
            case (.texts, _): value.text != nil
            case (.objects, .list): value.elements.allSatisfy { if case .object = $0.kind { true } else { false } }
            default: false
            }
        }

        var description: String {
            switch self {
            case .text: "a text"
            case .flag: "`true` or `false`"
            case .number: "a number"
            case .texts: "a text or a list of texts"
            case .anything: "anything"
            case .objects(let keys):
                "a list whose entries have \(keys.sorted().map { "`\($0)`" }.joined(separator: ", "))"
            }
        }
    }

    static let keys: [String: Shape] = [
        "name": .text, "entryPoint": .texts, "botEngine": .text, "language": .text, "locale": .text,
        "defaultTimezone": .text, "injector": .anything,
        "tests.include": .texts, "tests.exclude": .texts, "tests.caseSensitive": .flag,
        "tests.extensions": .texts, "jsTests.extensions": .texts,
        "jsTests.include": .texts, "jsTests.exclude": .texts, "jsTests.caseSensitive": .flag,
        "messages.onError.defaultMessage": .text, "messages.onError.defaultMessages": .texts,
        "messages.onError.locales": .anything,
        "dependencies": .objects(["name", "type", "url", "version"]), "customTags": .texts,
        "scriptsPreLoad.global": .texts, "scriptsPreLoad.local": .texts,
        "sts.noMatchThreshold": .number, "caila.noMatchThreshold": .number, "caila.enabled": .flag,
        "classifier.enabled": .flag, "classifier.name": .text, "classifier.engine": .text,
        "classifier.noMatchThreshold": .number,
        "classifier.parameters": .anything,
        "aligner.vocabulary": .text, "aligner.noMatchThreshold": .number, "aligner.stopWordsFile": .text,
        "aligner.synsetsFiles": .texts,
        "exampleGroups": .texts,
        "ner.allowedPatterns": .texts, "ner.weight": .number, "ner.nonNerWeight": .number, "ner.includeAll": .flag,
        "ner.enabled": .flag, "ner.engine": .text, "ner.scenarioFile": .text, "ner.sourceBot": .text,
        "ner.allowedPatternsFile": .text, "ner.allowedPatternsFromExamples": .anything,
        "sandbox.enabled": .flag, "sandbox.maxCPUTime": .number, "sandbox.maxMemory": .number,
        "sandbox.checkInterval": .number,
        "nlp.intentNoMatchThresholds.phrases": .number, "nlp.intentNoMatchThresholds.patterns": .number,
        "nlp.considerContextDepthInStateSelectionV2": .flag,
        "nlp.lengthLimit.enabled": .flag, "nlp.lengthLimit.symbols": .number, "nlp.lengthLimit.words": .number,
        "nlp.timeLimit.enabled": .flag, "nlp.timeLimit.timeout": .number, "nlp.nbest": .number, "nlp.nBest": .number,
        "nlp.rankByContext.p1": .number, "nlp.rankByContext.p2": .number, "nlp.contextHistoryDepth": .number,
        "nlp.costStrategy": .text, "nlp.vocabulary": .text, "nlp.synonyms": .texts, "nlp.tokenizer": .text,
        "nlp.srxPath": .text, "nlp.morphology": .text, "nlp.modifyRequestInPreMatch": .flag,
        "nlp.spellcheck": .anything, "nlp.speller": .anything,
        "threadCount": .number, "botFolder": .text, "matcherSettings": .anything, "markClientPatterns": .anything,
        "alexa": .anything,
    ]

    /// The keys that hold other keys: `nlp`, `nlp.lengthLimit` …
    private static let groups: Set<String> = Set(
        keys.keys.flatMap { key in
            let names = key.split(separator: ".")
            return names.indices.dropFirst().map { names[..<$0].joined(separator: ".") }
        })

    /// One note an unknown key, one warning a value of the wrong kind.
    static func check(_ document: DataValue, in file: SourceFile) -> [Diagnostic] {
        check(document.members, below: "", in: file)
    }

    private static func check(_ members: [DataMember], below group: String, in file: SourceFile) -> [Diagnostic] {
        members.flatMap { member -> [Diagnostic] in
            let name = group + member.key.text
            if let shape = keys[name] { return check(member, named: name, shape, in: file) }
            guard groups.contains(name) else {
                let near = Spelling.nearest(to: member.key.text, among: siblings(in: group))
                return [.unknownKey(name, near: near.map { group + $0 }, file: file, at: member.key.span)]
            }
            switch member.value.kind {
            case .null: return []
            case .object(let inner): return check(inner, below: name + ".", in: file)
            default:
                let expected =
                    "a group of keys, like \(siblings(in: name + ".").prefix(2).map { "`\($0):`" }.joined(separator: " or "))"
                return [
                    .wrongKind(
                        name, expected: expected, found: member.value.description, file: file, at: member.value.span)
                ]
            }
        }
    }

    private static func check(_ member: DataMember, named name: String, _ shape: Shape, in file: SourceFile)
        -> [Diagnostic]
    {
        guard shape.fits(member.value) else {
            return [
                .wrongKind(
                    name, expected: shape.description, found: member.value.description, file: file,
                    at: member.value.span)
            ]
        }
        guard case .objects(let known) = shape else { return [] }
        return member.value.elements.flatMap(\.members).filter { !known.contains($0.key.text) }.map { inner in
            let near = Spelling.nearest(to: inner.key.text, among: known.sorted())
            return .unknownKey("\(name).\(inner.key.text)", near: near, file: file, at: inner.key.span)
        }
    }

    /// The names that may stand in a group, which ends with a dot.
    private static func siblings(in group: String) -> [String] {
        let names = keys.keys.filter { $0.hasPrefix(group) }.compactMap {
            $0.dropFirst(group.count).split(separator: ".").first.map(String.init)
        }
        return Set(names).sorted()
    }
}
