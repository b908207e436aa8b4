import ScriptSyntax

/// The blanks between two pieces of one line.
enum TokenSpacing {
    case none, one
    /// The line has a mistake there: nothing is moved.
    case asWritten

    static func between(_ left: ScriptPiece, _ right: ScriptPiece, in bytes: [UInt8]) -> TokenSpacing {
        if left.kind == .junk || right.kind == .junk { return .asWritten }
        switch (left.kind, right.kind) {
        case (.tagName, .colon), (.parameterValue, .comma): return .none
        case (.parameterName, .equals): return bytes[right.span.start] == UInt8(ascii: ":") ? .none : .one
        case (.colon, _), (.equals, _), (_, .parameterBar), (_, .comment): return .one
        case (.parameterBar, .parameterName), (.comma, .parameterName): return .one
        default: return .asWritten
        }
    }
}
