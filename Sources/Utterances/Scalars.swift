/// Which part a character plays in a phrase.
extension Unicode.Scalar {
    /// Letters, marks and digits of any script, and the underscore.
    package var isPartOfWord: Bool {
        switch value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0xAD: return true
        case 0..<0x80: return false
        case 0x400...0x481, 0x48A...0x52F: return true
        case 0x2BC: return false
        default: return isPartOfWordByProperty
        }
    }

    private var isPartOfWordByProperty: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber: return true
        case .otherSymbol: return false
        default: return properties.isAlphabetic
        }
    }

    /// What words are spelt with.
    package var isLetterOrMark: Bool { isPartOfWord && !isDigit && self != "_" && properties.numericType == nil }

    package var isDigit: Bool {
        value < 0x80 ? (0x30...0x39).contains(value) : properties.generalCategory == .decimalNumber
    }

    var isCyrillic: Bool { (0x400...0x481).contains(value) || (0x48A...0x52F).contains(value) }

    /// `ё` or `Ё`.
    var isYo: Bool { value == 0x451 || value == 0x401 }

    var isLatinLetter: Bool {
        switch value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: return true
        default: return false
        }
    }

    /// The plain apostrophe and its typographic kin.
    package var isApostrophe: Bool {
        switch value {
        case 0x27, 0x2018, 0x2019, 0x2BC, 0xFF07: return true
        default: return false
        }
    }

    /// Hyphens and the minus sign; longer dashes are punctuation.
    package var isHyphen: Bool {
        switch value {
        case 0x2D, 0x2010, 0x2011, 0x2212: return true
        default: return false
        }
    }

    /// A sign that counts as a word of its own: mathematics, currencies, percent, emoji.
    package var isSign: Bool {
        switch value {
        case 0x25: return true
        case 0x7C, 0x7E, 0xA9, 0xAE, 0x2122: return false
        default: break
        }
        switch properties.generalCategory {
        case .mathSymbol, .currencySymbol, .otherSymbol: return true
        default: return false
        }
    }

    var isOpening: Bool {
        switch properties.generalCategory {
        case .openPunctuation, .initialPunctuation: return true
        default: return self == "\""
        }
    }

    /// Joiners, variation selectors and skin tones, which go on with the emoji before them.
    var extendsEmoji: Bool { value == 0x200D || value == 0xFE0F || (0x1F3FB...0x1F3FF).contains(value) }

    var isRegionalIndicator: Bool { (0x1F1E6...0x1F1FF).contains(value) }

    /// An accent or another mark on the letter before it.
    var isMark: Bool { (0x300...0x36F).contains(value) || isInvisible }

    /// The soft hyphen, which shows only at the end of a line.
    var isInvisible: Bool { value == 0xAD }

    var isStressMark: Bool { value == 0x300 || value == 0x301 }
}
