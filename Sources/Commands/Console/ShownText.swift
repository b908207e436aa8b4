import SourceText

extension String {
    /// As a word that a shell takes as it is, for a command that people copy.
    package var quotedForShell: String {
        let isPlain = unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || "0123456789/._-+@:".unicodeScalars.contains($0)
        }
        return isPlain && !isEmpty ? self : "'" + replacing("'", with: "'\\''") + "'"
    }
}

extension StringProtocol {
    /// The text as people may see it: characters that a terminal would obey are shown, `␛` for ESC. Line ends and tabs stay.
    package var shown: String { shown { $0 == "\n" || $0 == "\t" } }

    /// As `shown`, on one line.
    package var shownOnOneLine: String { shown { _ in false } }

    private func shown(unless isKept: (Unicode.Scalar) -> Bool) -> String {
        guard unicodeScalars.contains(where: { $0.isUnprintable && !isKept($0) }) else { return String(self) }
        var text = ""
        for scalar in unicodeScalars {
            if scalar.isUnprintable, !isKept(scalar) {
                text += scalar.picture
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
