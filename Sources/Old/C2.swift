/// A word of JavaScript with its place.
struct OldToken {
    enum Kind: UInt8 {
        /// Names and keywords alike.
        case name
        case number
        /// With its quotes.
        case string
        /// With its back quotes; what stands in `${ }` is not looked into.
        case template
        /// `/expression/flags`.
        case expression
        /// `(`, `=`, `=>`, `&&` …
        case mark
    }

    let kind: Kind
    let start: Int
    let end: Int
    /// For brackets the number of the token that closes or opens it, else -1.
    var partner = -1
}
