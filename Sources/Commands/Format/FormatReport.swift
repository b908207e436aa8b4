import ScriptFormat
import SourceText

/// What `format` says: a line a changed file, the reasons for those left as they are, and a sum.
struct FormatReport {
    let isJSON: Bool
    let showsDifference: Bool
    let changesNothing: Bool
    let streams: Streams
    private(set) var changed = 0
    private(set) var refused = 0
    private(set) var unchanged = 0
    private(set) var hasFaultOfOurs = false
    private var troubles = 0

    init(isJSON: Bool, showsDifference: Bool, changesNothing: Bool, streams: Streams) {
        self.isJSON = isJSON
        self.showsDifference = showsDifference
        self.changesNothing = changesNothing
        self.streams = streams
    }

    /// - Parameter isText: the formatted text itself is the output.
    mutating func add(_ result: FormattedScript, isText: Bool = false) {
        if result.isRefused { refused += 1 } else if result.isChanged { changed += 1 } else { unchanged += 1 }
        hasFaultOfOurs = hasFaultOfOurs || result.diagnostics.contains { $0.code == Diagnostic.unsafeLayoutCode }
        if isJSON {
            streams.out.line(json(of: result).text)
        } else if result.isChanged, !isText {
            if showsDifference {
                streams.out.write(difference(of: result))
            } else {
                streams.out.line(result.source.path)
            }
        }
        if !isJSON { explain(result) }
    }

    /// A file that could not be read or written.
    mutating func add(_ trouble: Trouble, _ path: String) {
        troubles += 1
        if isJSON {
            streams.out.line(
                JSONValue.object([
                    ("file", .string(path)), ("changed", .bool(false)), ("message", .string(trouble.message)),
                    ("hint", .text(trouble.hint)),
                ]).text)
        }
        // The first one is told when the command ends.
        if troubles > 1 { streams.say(trouble.message, hint: trouble.hint) }
    }

    func finish() {
        guard changed + refused + unchanged > 1 else { return }
        let verb = changesNothing ? "would change" : "changed"
        let parts = [
            changed > 0 ? "\(Self.files(changed)) \(verb)" : nil,
            unchanged > 0 ? "\(Self.files(unchanged)) already in the style" : nil,
            refused > 0 ? "\(Self.files(refused)) left as they were" : nil,
        ]
        streams.say(parts.compactMap(\.self).joined(separator: ", ") + ".")
    }

    private func explain(_ result: FormattedScript) {
        let renderer = DiagnosticRenderer(isColoured: streams.messages.style.isOn)
        for diagnostic in result.diagnostics {
            streams.messages.line(renderer.render(diagnostic, in: [result.source.path: result.source]))
        }
    }

    private func difference(of result: FormattedScript) -> String {
        LineDifference(result.source.text, result.text).unified(path: result.source.path)
    }

    private func json(of result: FormattedScript) -> JSONValue {
        var fields: [(String, JSONValue)] = [
            ("file", .string(result.source.path)), ("changed", .bool(result.isChanged)),
        ]
        if showsDifference, result.isChanged { fields.append(("diff", .string(difference(of: result)))) }
        if let reason = result.diagnostics.first {
            fields += [
                ("line", .integer(reason.start.line)), ("column", .integer(reason.start.column)),
                ("severity", .string(reason.severity.rawValue)), ("code", .string(reason.code)),
                ("message", .string(reason.message)), ("hint", .text(reason.hint)),
            ]
        }
        return .object(fields)
    }

    private static func files(_ count: Int) -> String { count == 1 ? "1 file" : "\(count) files" }
}
