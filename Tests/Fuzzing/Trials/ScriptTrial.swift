import ScriptSyntax
import SourceText

/// What must hold for the parser, whatever bytes it is given.
package enum ScriptTrial {
    /// What does not hold for these bytes, in words; a crash is found by the one who calls.
    package static func faults(of bytes: [UInt8]) -> [String] {
        let source = decoded(bytes)
        let (tree, diagnostics) = ScriptParser.parse(source)
        var places = PlaceTrial(count: source.bytes.count)
        places.check(pieces: tree.pieces)
        for item in tree.items { places.check(item) }
        for diagnostic in diagnostics {
            places.check(diagnostic.span, diagnostic.code)
            if diagnostic.start > diagnostic.end { places.faults.append("\(diagnostic.code): ends before it starts") }
        }
        return places.faults
    }

    /// As the loader reads files: what is not UTF-8 is repaired and read all the same.
    private static func decoded(_ bytes: [UInt8]) -> SourceFile {
        switch SourceFile.decode(bytes, path: "fuzzed.sc") {
        case .success(let source): source
        case .failure(let undecodable): undecodable.repaired
        }
    }
}

/// Holds places against the file that they lie in.
struct PlaceTrial {
    let count: Int
    var faults: [String] = []

    init(count: Int) { self.count = count }

    mutating func check(_ span: SourceSpan, _ name: String) {
        if span.start < 0 || span.start > span.end || span.end > count {
            faults.append("\(name): \(span.start)..<\(span.end) does not lie in \(count) bytes")
        }
    }

    /// The pieces are the file, without gap or overlap.
    mutating func check(pieces: [ScriptPiece]) {
        var end = 0
        for piece in pieces {
            if piece.span.start != end || piece.span.isEmpty {
                faults.append("\(piece.kind): a gap or an overlap at \(end)")
            }
            end = piece.span.end
        }
        if end != count { faults.append("the pieces end at \(end) of \(count)") }
    }

    mutating func check(_ item: ScriptItem) {
        switch item {
        case .tag(let tag):
            check(tag.span, "tag")
            check(tag.name, "name")
            if let value = tag.value { check(value, "value") }
            if let code = tag.code { check(code.span, "code") }
            for parameter in tag.parameters { check(parameter) }
            for item in tag.items { check(item) }
        case .pattern(let pattern):
            check(pattern.span, "pattern")
            check(pattern.body, "body")
            for parameter in pattern.parameters { check(parameter) }
        case .setting(let setting): check(setting)
        case .line(let text): check(text, "line")
        case .comment(let text): check(text, "comment")
        }
    }

    private mutating func check(_ parameter: ScriptParameter) {
        check(parameter.key, "key")
        check(parameter.value, "parameter")
    }

    private mutating func check(_ text: PlacedText, _ name: String) {
        check(text.span, name)
        for offset in [0, text.text.utf8.count] {
            let place = text.fileOffset(of: offset)
            check(SourceSpan(place, place), "offset in \(name)")
        }
    }
}
