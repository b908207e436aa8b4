// The standard library composes text for its own comparisons; taking it from there spares every program the
// start-up cost of Foundation, which offers the same in public.
@_spi(_Unicode) import Swift

/// Gives a word the one form in which words are compared.
package enum Normalizer {
    /// Lower case, composed (NFC), with plain apostrophes and hyphens, without soft hyphens and Russian stress marks.
    ///
    /// Letters that only capitals make equal are one: `straße` is `strasse`, a final `ς` is `σ`.
    /// `ё` is `е`: people write either.
    package static func word(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var plain = String.UnicodeScalarView()
        var needsComposing = false
        for scalar in scalars {
            if scalar.isApostrophe {
                plain.append("'")
            } else if scalar.isYo {
                plain.append("\u{435}")
            } else if scalar.isHyphen {
                plain.append("-")
            } else if !scalar.isInvisible, !(scalar.isStressMark && plain.last?.isCyrillic == true) {
                append(scalar, to: &plain)
                needsComposing = needsComposing || (scalar.value >= 0x300 && !scalar.isCyrillic)
            }
        }
        let lower = String(plain).lowercased()
        return needsComposing ? composed(lower) : lower
    }

    /// Adds a letter; one of which there may be several small ones as its capital.
    private static func append(_ scalar: Unicode.Scalar, to plain: inout String.UnicodeScalarView) {
        guard scalar.value >= 0xB5, !scalar.isCyrillic, !keptSmall.contains(scalar) else { return plain.append(scalar) }
        plain.append(contentsOf: scalar.properties.uppercaseMapping.unicodeScalars)
    }

    /// `ı` is no `i`, and the capital of `ŉ` has an apostrophe.
    private static let keptSmall: Set<Unicode.Scalar> = ["\u{131}", "\u{149}"]

    private static func composed(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text._nfc { scalars.append(scalar.isYo ? "\u{435}" : scalar) }
        return String(scalars)
    }
}
