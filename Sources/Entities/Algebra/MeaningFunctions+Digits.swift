extension MeaningFunctions {
    /// Numbers that name something: of telephones, of cards.
    static let digits: [MeaningFunction] = [
        // sizeOf('0620'): 4
        function("sizeOf") { arguments, _ in arguments.text(0).map { .number(Double($0.unicodeScalars.count)) } },
        // replaced('a dot b', ' dot ', '.'): 'a.b'; more pairs may follow
        function("replaced") { arguments, _ in
            guard var text = arguments.text(0) else { return nil }
            for index in stride(from: 1, to: arguments.count - 1, by: 2) {
                guard let old = arguments.text(index), let new = arguments.text(index + 1) else { return nil }
                text = replaced(text, old, by: new)
            }
            return .text(text)
        },
        // luhn('6011111111111117'): whether the last digit fits the others, as on cards
        function("luhn") { arguments, _ in arguments.text(0).map { truth(fitsLuhn($0)) } },
    ]

    private static func replaced(_ text: String, _ old: String, by new: String) -> String {
        let (bytes, lower) = (Array(text.utf8), Array(text.lowercased().utf8))
        let wanted = Array(old.utf8)
        guard bytes.count == lower.count, !wanted.isEmpty else { return text }
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if lower[index...].starts(with: wanted) {
                result += new.utf8
                index += wanted.count
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func fitsLuhn(_ text: String) -> Bool {
        let digits = text.utf8.reversed().filter { (0x30...0x39).contains($0) }.map { Int($0) - 0x30 }
        let sum = digits.enumerated().reduce(0) { sum, digit in
            let doubled = digit.offset % 2 == 1 ? digit.element * 2 : digit.element
            return sum + (doubled > 9 ? doubled - 9 : doubled)
        }
        return sum % 10 == 0
    }
}
