/// The left edge of what is printed below a diagnostic's head: line numbers and the signs after them.
struct Margin {
    let paint: Paint
    private let width: Int

    /// As wide as the largest line number that can be shown, and at least 4.
    init(of diagnostic: Diagnostic, in files: [String: SourceFile], isColoured: Bool) {
        let lines = [diagnostic.end.line] + diagnostic.labels.map(\.end.line)
        width = max(4, String(lines.max() ?? 1).count + 1)
        paint = Paint(isOn: isColoured)
    }

    func source(_ number: Int, _ text: String) -> String { row(String(number), "|", text) }

    func underline(_ text: String) -> String { row("", "|", text) }

    /// Lines that are left out.
    var gap: String { paint.faint(String(repeating: " ", count: width) + " …") }

    func remark(_ text: String) -> String { row("", "=", text) }

    /// The head of lines of another file.
    func arrow(_ place: String) -> String {
        paint.faint(String(repeating: " ", count: width - 1) + "-->") + " " + paint.bold(place)
    }

    func added(_ number: Int, _ text: String) -> String { paint.green(plain(String(number), "+", text)) }

    func removed(_ number: Int, _ text: String) -> String { paint.red(plain(String(number), "-", text)) }

    private func row(_ number: String, _ sign: String, _ text: String) -> String {
        paint.faint(plain(number, sign, "")) + (text.isEmpty ? "" : " " + text)
    }

    private func plain(_ number: String, _ sign: String, _ text: String) -> String {
        String(repeating: " ", count: max(0, width - number.count)) + number + " " + sign
            + (text.isEmpty ? "" : " " + text)
    }
}

/// The colours of diagnostics, or none of them.
struct Paint {
    let isOn: Bool

    func bold(_ text: String) -> String { wrap(text, "1") }
    func faint(_ text: String) -> String { wrap(text, "2") }
    func red(_ text: String) -> String { wrap(text, "31") }
    func green(_ text: String) -> String { wrap(text, "32") }
    func label(_ text: String) -> String { wrap(text, "36") }

    func severity(_ severity: Diagnostic.Severity, _ text: String) -> String {
        switch severity {
        case .error: wrap(text, "1;31")
        case .warning: wrap(text, "1;33")
        case .note: wrap(text, "1;34")
        }
    }

    private func wrap(_ text: String, _ code: String) -> String {
        isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
