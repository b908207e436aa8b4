// The standard library composes text for its own comparisons; taking it from there spares every program the
// start-up cost of Foundation, which offers the same in public.
@_spi(_Unicode) import Swift

/// Gives a word the one form in which words are compared.
package enum Normalizer {
    /// Lower case, composed (NFC), with plain apostrophes and hyphens, without soft hyphens and Russian stress marks.
    ///
    /// `ё` stays apart from `е`: patterns list both spellings.
    package static func word(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var plain = String.UnicodeScalarView()
        var needsComposing = false
        for scalar in scalars {
            if scalar.isApostrophe {
                plain.append("'")
            } else if scalar.isHyphen {
                plain.append("-")
            } else if !scalar.isInvisible, !(scalar.isStressMark && plain.last?.isCyrillic == true) {
                plain.append(scalar)
                needsComposing = needsComposing || (scalar.value >= 0x300 && !scalar.isCyrillic)
            }
        }
        let lower = String(plain).lowercased()
        return needsComposing ? composed(lower) : lower
    }

    private static func composed(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text._nfc { scalars.append(scalar) }
        return String(scalars)
    }
}
