import ScriptSyntax
import SourceText

extension BotConfiguration {
    /// Reads the text of `chatbot.yaml`; every fault is a diagnostic, and the other keys still count.
    package static func read(_ file: SourceFile) -> (BotConfiguration, [Diagnostic]) {
        var configuration = BotConfiguration()
        configuration.source = file
        let (document, faults) = YAMLReader.read(file)
        guard let document else { return (configuration, faults) }
        guard case .object = document.kind else { return (configuration, faults + [.notAMapping(file)]) }
        configuration.readProject(document)
        configuration.readLimits(document)
        configuration.readLibraries(document)
        configuration.readMessages(document["messages"]?["onError"])
        var diagnostics = faults + ConfigurationTable.check(document, in: file)
        if configuration.entryPoints.isEmpty { diagnostics.append(.noEntryPoint(file)) }
        if let engine = document["botEngine"], engine.text?.lowercased() == "v2", document["language"] == nil,
            !document.members.contains(where: { Spelling.nearest(to: $0.key.text, among: ["language"]) != nil })
        {
            diagnostics.append(.noLanguage(file, at: engine.span))
        }
        return (configuration, diagnostics)
    }

    private mutating func readProject(_ document: DataValue) {
        name = document["name"]?.text
        entryPoints = document["entryPoint"]?.texts.map(\.text) ?? []
        engine = document["botEngine"]?.text
        language = document["language"]?.text
        defaultTimezone = document["defaultTimezone"]?.text
        tests = TestSelection(document["tests"])
        jsTests = TestSelection(document["jsTests"])
        if let tree = document["injector"], case .object = tree.kind { injectorTree = tree }
    }

    private mutating func readLimits(_ document: DataValue) {
        let nlp = document["nlp"]
        globalPenalty = nlp?["rankByContext"]?["p1"]?.number ?? globalPenalty
        stepPenalty = nlp?["rankByContext"]?["p2"]?.number ?? stepPenalty
        if let limit = nlp?["lengthLimit"] {
            let isOn = limit["enabled"]?.flag != false
            // Bots write -1 for no limit.
            lengthLimit = isOn ? (limit["symbols"]?.whole ?? lengthLimit).flatMap { $0 > 0 ? $0 : nil } : nil
            wordLimit = isOn ? limit["words"]?.whole.flatMap { $0 > 0 ? $0 : nil } : nil
        }
        if let limit = nlp?["timeLimit"] {
            timeLimit = limit["enabled"]?.flag == false ? nil : limit["timeout"]?.whole ?? timeLimit
        }
        hypotheses = max(1, (nlp?["nbest"] ?? nlp?["nBest"])?.whole ?? hypotheses)
        contextHistoryDepth = min(max(nlp?["contextHistoryDepth"]?.whole ?? contextHistoryDepth, 1), 100)
        rewritesInPreMatch = nlp?["modifyRequestInPreMatch"]?.flag ?? rewritesInPreMatch
        let sandbox = document["sandbox"]
        if sandbox?["enabled"]?.flag == true {
            scriptMilliseconds = sandbox?["maxCPUTime"]?.whole.flatMap { $0 > 0 ? $0 : nil }
            scriptBytes = sandbox?["maxMemory"]?.whole.flatMap { $0 > 0 ? $0 : nil }
        }
        hearsNearWords = document["ringback"]?["nearWords"]?.flag ?? hearsNearWords
        asksServers = document["ringback"]?["http"]?.flag ?? asksServers
        asksInside = document["ringback"]?["httpInside"]?.flag ?? asksInside
        readThresholds(document, nlp)
    }

    private mutating func readThresholds(_ document: DataValue, _ nlp: DataValue?) {
        let general = (document["caila"] ?? document["sts"])?["noMatchThreshold"]?.number
        let own = nlp?["intentNoMatchThresholds"]
        thresholds.phrases = own?["phrases"]?.number ?? general ?? thresholds.phrases
        thresholds.patterns = own?["patterns"]?.number ?? general ?? thresholds.patterns
        thresholds.examples =
            (document["classifier"]?["noMatchThreshold"] ?? document["sts"]?["noMatchThreshold"])?.number
            ?? thresholds.examples
        let ner = document["ner"]
        generalisation = Generalisation(
            allowedPatterns: ner?["allowedPatterns"]?.texts.map { $0.text.withoutDollar } ?? [],
            weight: ner?["weight"]?.number ?? 1, otherWeight: ner?["nonNerWeight"]?.number ?? 0.9,
            includesAll: ner?["includeAll"]?.flag ?? false)
    }

    private mutating func readLibraries(_ document: DataValue) {
        customTags = document["customTags"]?.texts ?? []
        exampleGroups = document["exampleGroups"]?.texts ?? []
        preloadedGlobally = document["scriptsPreLoad"]?["global"]?.texts.map(\.text) ?? preloadedGlobally
        preloadedLocally = document["scriptsPreLoad"]?["local"]?.texts.map(\.text) ?? preloadedLocally
        dependencies = (document["dependencies"]?.elements ?? []).compactMap { entry in
            guard let name = entry["name"]?.placed else { return nil }
            return Dependency(
                name: name.text, type: entry["type"]?.text ?? "git", url: entry["url"]?.text,
                version: entry["version"]?.text, span: name.span)
        }
    }

    private mutating func readMessages(_ onError: DataValue?) {
        guard let onError else { return }
        let choices = [onError["locales"]?[language ?? "en"], onError["defaultMessage"], onError["defaultMessages"]]
        errorAnswers =
            choices.compactMap { $0?.texts.map(\.text).filter { !$0.isEmpty } }.first { !$0.isEmpty } ?? []
    }
}

extension BotConfiguration.TestSelection {
    fileprivate init(_ value: DataValue?) {
        include = value?["include"]?.texts.map(\.text) ?? []
        exclude = value?["exclude"]?.texts.map(\.text) ?? []
        isCaseSensitive = value?["caseSensitive"]?.flag ?? true
    }
}

extension String {
    /// A name of a pattern or dictionary, which may be written with `$`.
    var withoutDollar: String { hasPrefix("$") ? String(dropFirst()) : self }
}
