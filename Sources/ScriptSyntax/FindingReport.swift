import SourceText

/// Collects the findings of one file, few enough to be read.
struct FindingReport {
    private let source: SourceFile
    private var found: [Diagnostic] = []
    private var reportedOnce: Set<String> = []
    private var lineOfLast = -1
    private var countOnLine = 0
    private var omitted = 0

    private static let mostInFile = 1000
    private static let mostOnLine = 20

    init(source: SourceFile) { self.source = source }

    /// In file order, with a note at the end when some were left out.
    var diagnostics: [Diagnostic] {
        let sorted = found.enumerated().sorted {
            ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset)
        }
        guard omitted > 0, let last = sorted.last?.element else { return sorted.map(\.element) }
        return sorted.map(\.element) + [diagnostic(.more(omitted), at: last.span)]
    }

    mutating func add(_ finding: SyntaxFinding, at span: SourceSpan, label: (text: String, span: SourceSpan)? = nil) {
        let line = source.lineIndex(of: span.start)
        countOnLine = line == lineOfLast ? countOnLine + 1 : 1
        lineOfLast = line
        guard found.count < Self.mostInFile, countOnLine <= Self.mostOnLine else {
            omitted += 1
            return
        }
        let diagnostic = diagnostic(finding, at: span)
        found.append(label.map { diagnostic.labelled($0.text, in: source, at: $0.span) } ?? diagnostic)
    }

    mutating func add(_ doubt: UnevenIndent) {
        let place = SourceSpan(doubt.tag.span.start, doubt.tag.name.span.end)
        add(.uneven(doubt), at: place, label: ("read as part of this", doubt.owner.span))
    }

    /// For what is usually wrong in many places at once: only the first is told.
    mutating func addOnce(_ finding: SyntaxFinding, at span: SourceSpan) {
        if reportedOnce.insert(finding.code + finding.severity.rawValue).inserted { add(finding, at: span) }
    }

    private func diagnostic(_ finding: SyntaxFinding, at span: SourceSpan) -> Diagnostic {
        finding.diagnostic(in: source, at: span)
    }
}
