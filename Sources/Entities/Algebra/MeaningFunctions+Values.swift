extension MeaningFunctions {
    /// Numbers, lengths, amounts and texts.
    static let values: [MeaningFunction] = [
        // number('1.5'), number('1,000', ','): without those signs
        function("number") { arguments, _ in
            guard let text = arguments.text(0) else { return arguments.number(0).map(Meaning.number) }
            guard let dropped = arguments.text(1) else { return Double(text).map(Meaning.number) }
            return Double(text.filter { !dropped.contains($0) }).map(Meaning.number)
        },
        // fraction('15'): 0.15
        function("fraction") { arguments, _ in
            arguments.text(0).flatMap { Double("0." + $0) }.map(Meaning.number)
        },
        function("digits") { arguments, _ in
            arguments.text(0).map { .text($0.filter { $0.isASCII && $0.isNumber }) }
        },
        // words($Part), words($1): as they were written; the compiler of rules puts them in
        function("words") { arguments, _ in arguments.text(0).map(Meaning.text) },
        function("join") { arguments, _ in .text(arguments.map(\.asText).joined()) },
        // length(1.5, hour)
        function("length") { arguments, _ in
            guard let number = arguments.number(0), let grain = arguments.grain(1) else { return nil }
            return Length(number, grain).map(Meaning.length)
        },
        // sum(length, length)
        function("sum") { arguments, _ in
            guard let left = arguments.length(0), let right = arguments.length(1) else { return nil }
            return (left + right).map(Meaning.length)
        },
        function("countOf") { arguments, _ in arguments.length(0).map { .number(Double($0.count)) } },
        // amount(3, 'kilometre'), amount(3)
        function("amount") { arguments, _ in
            arguments.number(0).map { .amount(Amount(value: $0, unit: arguments.text(1))) }
        },
        function("between") { arguments, _ in
            guard let from = arguments.amount(0), let to = arguments.amount(1), let first = from.value,
                let last = to.value,
                first < last
            else { return nil }
            guard from.unit == to.unit || from.unit == nil else { return nil }
            return .amount(Amount(from: first, to: last, unit: to.unit, product: to.product))
        },
        function("atLeast") { arguments, _ in
            arguments.amount(0).flatMap { amount in
                amount.value.map { .amount(Amount(from: $0, unit: amount.unit, product: amount.product)) }
            }
        },
        function("atMost") { arguments, _ in
            arguments.amount(0).flatMap { amount in
                amount.value.map { .amount(Amount(to: $0, unit: amount.unit, product: amount.product)) }
            }
        },
        // of(amount, 'sugar')
        function("of") { arguments, _ in
            guard var amount = arguments.amount(0), let product = arguments.text(1) else { return nil }
            amount.product = product
            return .amount(amount)
        },
        function("valueOf") { arguments, _ in arguments.amount(0)?.value.map(Meaning.number) },
        function("unitOf") { arguments, _ in arguments.amount(0).map { .text($0.unit ?? "") } },
        // record('value', a, 'domain', b)
        function("record") { arguments, _ in
            var record: [String: String] = [:]
            for index in stride(from: 0, to: arguments.count - 1, by: 2) {
                guard let key = arguments.text(index) else { return nil }
                record[key] = arguments[index + 1].asText
            }
            return .record(record)
        },
    ]
}

extension Meaning {
    var asText: String {
        switch self {
        case .text(let text): text
        case .number(let number): Int(exactly: number).map(String.init) ?? String(number)
        default: ""
        }
    }
}
