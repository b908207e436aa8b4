import SourceText

/// Every key of `chatbot.yaml` that the platform knows, with what belongs there (dsl.md 10).
///
/// One line a key; a key with dots lies inside the one before the dot.
enum ConfigurationTable {
    static let keys: [String: Shape] = [
        "name": .text, "entryPoint": .texts, "botEngine": .choice(["v2", "v1"]), "language": .language, "locale": .text,
        "defaultTimezone": .text, "injector": .tree,
        "tests.include": .texts, "tests.exclude": .texts, "tests.caseSensitive": .flag,
        "tests.extensions": .texts, "jsTests.extensions": .texts,
        "jsTests.include": .texts, "jsTests.exclude": .texts, "jsTests.caseSensitive": .flag,
        "messages.onError.defaultMessage": .text, "messages.onError.defaultMessages": .texts,
        "messages.onError.locales": .anything,
        "dependencies": .objects(["name", "type", "url", "version"]), "customTags": .texts,
        "scriptsPreLoad.global": .texts, "scriptsPreLoad.local": .texts,
        "sts.noMatchThreshold": .share, "caila.noMatchThreshold": .share, "caila.enabled": .flag,
        "classifier.enabled": .flag, "classifier.name": .text, "classifier.engine": .text,
        "classifier.noMatchThreshold": .share,
        "classifier.parameters": .anything,
        "aligner.vocabulary": .text, "aligner.noMatchThreshold": .share, "aligner.stopWordsFile": .text,
        "aligner.synsetsFiles": .texts,
        "exampleGroups": .texts,
        "ner.allowedPatterns": .texts, "ner.weight": .number, "ner.nonNerWeight": .number, "ner.includeAll": .flag,
        "ner.enabled": .flag, "ner.engine": .text, "ner.scenarioFile": .text, "ner.sourceBot": .text,
        "ner.allowedPatternsFile": .text, "ner.allowedPatternsFromExamples": .anything,
        "sandbox.enabled": .flag, "sandbox.maxCPUTime": .whole, "sandbox.maxMemory": .whole,
        "sandbox.checkInterval": .whole,
        "nlp.intentNoMatchThresholds.phrases": .share, "nlp.intentNoMatchThresholds.patterns": .share,
        "nlp.considerContextDepthInStateSelectionV2": .flag,
        "nlp.lengthLimit.enabled": .flag, "nlp.lengthLimit.symbols": .whole, "nlp.lengthLimit.words": .whole,
        "nlp.timeLimit.enabled": .flag, "nlp.timeLimit.timeout": .whole, "nlp.nbest": .whole, "nlp.nBest": .whole,
        "nlp.rankByContext.p1": .number, "nlp.rankByContext.p2": .number, "nlp.contextHistoryDepth": .whole,
        "nlp.costStrategy": .text, "nlp.vocabulary": .text, "nlp.synonyms": .texts,
        "nlp.tokenizer": .choice(["default", "regexp", "srx", "myStem"]),
        "nlp.srxPath": .text, "nlp.morphology": .choice(["default", "aot", "pyMorphy", "myStem"]),
        "nlp.modifyRequestInPreMatch": .flag,
        "nlp.spellcheck": .anything, "nlp.speller": .anything,
        "threadCount": .number, "botFolder": .text, "matcherSettings": .anything, "markClientPatterns": .anything,
        "alexa": .anything,
        // Ringback's own.
        "ringback.nearWords": .flag, "ringback.http": .flag, "ringback.httpInside": .flag,
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
                let fault = Diagnostic.unknownKey(name, near: near.map { group + $0 }, file: file, at: member.key.span)
                return [near.map { fault.corrected(member.key.text, to: $0) } ?? fault]
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
            return [wrongValue(member.value, named: name, shape, in: file)]
        }
        guard case .objects(let known) = shape else { return [] }
        return member.value.elements.flatMap(\.members).filter { !known.contains($0.key.text) }.map { inner in
            let near = Spelling.nearest(to: inner.key.text, among: known.sorted())
            return .unknownKey("\(name).\(inner.key.text)", near: near, file: file, at: inner.key.span)
        }
    }

    private static func wrongValue(_ value: DataValue, named name: String, _ shape: Shape, in file: SourceFile)
        -> Diagnostic
    {
        guard shape.isOfValues, let text = value.text, value.number != nil || !shape.isNumber else {
            let isQuoted = shape.isNumber && value.text.flatMap(Double.init) != nil
            let found = isQuoted ? "a text, since it stands in quotes" : value.description
            return .wrongKind(name, expected: shape.description, found: found, file: file, at: value.span)
        }
        if case .language = shape, let code = Shape.languageCodes[text.lowercased()] {
            let fault = Diagnostic.wrongValue(
                name, text, expected: shape.description, near: code, file: file, at: value.span)
            return file.text(in: value.span) == text ? fault.fixed("Write `\(code)`", by: code) : fault
        }
        let meant = Spelling.nearest(to: text, among: shape.choices)
        let fault = Diagnostic.wrongValue(
            name, text, expected: shape.description, near: meant, file: file, at: value.span)
        guard let meant, file.text(in: value.span) == text else { return fault }
        return fault.corrected(text, to: meant)
    }

    /// The names that may stand in a group, which ends with a dot.
    private static func siblings(in group: String) -> [String] {
        let names = keys.keys.filter { $0.hasPrefix(group) }.compactMap {
            $0.dropFirst(group.count).split(separator: ".").first.map(String.init)
        }
        return Set(names).sorted()
    }
}
