import SourceText
import Yams

/// What `chatbot.yaml` says, as far as the runtime needs it (dsl.md 10).
package struct BotConfiguration: Sendable, Hashable {
    package var name: String?
    /// Files in `src` with which reading begins.
    package var entryPoints: [String] = []
    package var language: String?
    /// The answer when a script fails; silence when there is none.
    package var errorAnswer: String?
    /// `nlp.rankByContext`: the penalty of a global rule, and of each step between context and rule.
    package var globalPenalty = 0.2
    package var stepPenalty = 0.01
    /// `nlp.lengthLimit.symbols`: longer requests become the event `lengthLimit`; `nil` when switched off.
    package var lengthLimit: Int? = 400
    /// `injector` as JSON.
    package var injector = "{}"

    package init() {}

    /// Reads the text of `chatbot.yaml`; every fault is a diagnostic, and the other keys still count.
    package static func read(_ file: SourceFile) -> (BotConfiguration, [Diagnostic]) {
        var configuration = BotConfiguration()
        let node: Node?
        do {
            node = try Yams.compose(yaml: file.text)
        } catch {
            return (configuration, [yamlFault(error, in: file)])
        }
        guard let mapping = node?.mapping else {
            return (configuration, [.notAMapping(file)])
        }
        configuration.name = mapping["name"]?.string
        configuration.entryPoints = mapping["entryPoint"].map(texts) ?? []
        configuration.language = mapping["language"]?.string
        configuration.readNLP(mapping["nlp"]?.mapping)
        configuration.readMessages(mapping["messages"]?.mapping?["onError"]?.mapping)
        if let injector = mapping["injector"] { configuration.injector = YAMLValue(injector).json }
        let diagnostics = configuration.entryPoints.isEmpty ? [Diagnostic.noEntryPoint(file)] : []
        return (configuration, diagnostics)
    }

    private mutating func readNLP(_ nlp: Node.Mapping?) {
        if let ranking = nlp?["rankByContext"]?.mapping {
            globalPenalty = ranking["p1"]?.float ?? globalPenalty
            stepPenalty = ranking["p2"]?.float ?? stepPenalty
        }
        if let limit = nlp?["lengthLimit"]?.mapping {
            lengthLimit = limit["enabled"]?.bool == false ? nil : limit["symbols"]?.int ?? lengthLimit
        }
    }

    private mutating func readMessages(_ onError: Node.Mapping?) {
        let localised = onError?["locales"]?.mapping?[language ?? "en"]?.string
        errorAnswer =
            localised ?? onError?["defaultMessage"]?.string ?? onError?["defaultMessages"].flatMap { texts($0).first }
    }
}

/// A scalar or a list of scalars.
private func texts(_ node: Node) -> [String] {
    if let list = node.sequence { return list.compactMap(\.string) }
    return node.string.map { [$0] } ?? []
}

private func yamlFault(_ error: any Error, in file: SourceFile) -> Diagnostic {
    guard let yaml = error as? YamlError else { return .unreadableYAML(file, line: 1, problem: "\(error)") }
    switch yaml {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        return .unreadableYAML(file, line: mark.line, problem: problem)
    default:
        return .unreadableYAML(file, line: 1, problem: "\(yaml)")
    }
}

/// A YAML node written as JSON.
struct YAMLValue {
    let json: String

    init(_ node: Node) {
        json = Self.write(node)
    }

    private static func write(_ node: Node) -> String {
        switch node {
        case .mapping(let mapping):
            let members = mapping.map { JSONText.quoted($0.key.string ?? "") + ":" + write($0.value) }
            return "{" + members.joined(separator: ",") + "}"
        case .sequence(let sequence):
            return "[" + sequence.map(write).joined(separator: ",") + "]"
        default:
            return scalar(node)
        }
    }

    /// The JSON of a `.json` or `.yaml` file (JSON is YAML); `nil` when it cannot be read.
    static func read(_ file: SourceFile) -> (String?, [Diagnostic]) {
        do {
            return (try Yams.compose(yaml: file.text).map { YAMLValue($0).json } ?? "null", [])
        } catch {
            return (nil, [yamlFault(error, in: file)])
        }
    }

    private static func scalar(_ node: Node) -> String {
        if case .scalar(let scalar) = node, scalar.style == .doubleQuoted || scalar.style == .singleQuoted {
            return JSONText.quoted(scalar.string)
        }
        if node.null != nil { return "null" }
        if let flag = node.bool { return flag ? "true" : "false" }
        if let whole = node.int { return String(whole) }
        if let number = node.float, number.isFinite { return String(number) }
        return JSONText.quoted(node.string ?? "")
    }
}
