/// Words that were typed with the other keyboard switched on: `ghbdtn` is `привет`.
package enum KeyboardLayout {
    private static let latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~"
    private static let russian = "йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ"

    private static let toRussian = Dictionary(uniqueKeysWithValues: zip(latin, russian))
    private static let toLatin = Dictionary(uniqueKeysWithValues: zip(russian, latin))

    /// The same keys on the other keyboard; `nil` for a text without letters, or with letters of both.
    package static func other(_ text: String) -> String? {
        let isRussian = text.contains { toLatin[$0] != nil }
        let isLatin = text.contains { $0.isASCII && $0.isLetter }
        guard isRussian != isLatin else { return nil }
        let table = isRussian ? toLatin : toRussian
        return String(text.map { table[$0] ?? $0 })
    }

    /// What was meant, when the words as typed are unknown and those of the other keyboard are not; else `nil`.
    package static func mended(_ text: String, knows: (String) -> Bool) -> String? {
        func known(_ text: String) -> Int { Utterance(text).tokens.count { knows($0.word) } }
        guard let other = other(text) else { return nil }
        let words = Utterance(other).tokens.count
        guard words > 0, known(text) == 0, known(other) * 2 >= words else { return nil }
        return other
    }
}
