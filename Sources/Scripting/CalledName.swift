import Conversations

extension TurnFailure {
    /// The engine's `not a function` with the name of what was called, which stands at the failure's column.
    var withCalledName: TurnFailure {
        guard message == "TypeError: not a function", let sourceLine, let column,
            let name = Self.name(at: column, in: sourceLine)
        else { return self }
        var failure = self
        failure.message = "TypeError: `\(name)` is not a function"
        return failure
    }

    /// `$dialer.sendDtmf` of `x = $dialer.sendDtmf(1)`; columns count from 1.
    private static func name(at column: Int, in line: String) -> String? {
        let scalars = Array(line.unicodeScalars)
        guard column >= 1, column <= scalars.count else { return nil }
        let start = scalars[..<(column - 1)].lastIndex { !isOfName($0) && $0 != "." }.map { $0 + 1 } ?? 0
        let end = scalars[(column - 1)...].firstIndex { !isOfName($0) } ?? scalars.count
        let name = scalars[start..<end].drop { $0 == "." }
        guard scalars[end...].first(where: { $0 != " " }) == "(" else { return nil }
        guard let first = name.first, name.count <= 80, !("0"..."9").contains(first) else { return nil }
        return String(String.UnicodeScalarView(name))
    }

    private static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_" || scalar == "$"
    }
}
