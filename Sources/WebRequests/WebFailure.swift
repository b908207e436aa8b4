/// Why there is no answer.
package enum WebFailure: Error, Sendable, Hashable {
    /// Nobody has allowed requests; the text says what to do.
    case notAllowed(String)
    /// The address is none of HTTP's.
    case badAddress(String)
    /// A header's name or value has signs that cannot stand there.
    case badHeader(String)
    case badMethod(String)
    /// The name leads to an address inside the own network.
    case privateAddress(String)
    case unknownHost(String)
    case noConnection(String)
    case tooSlow(milliseconds: Int)
    case tooLarge(bytes: Int)
    case tooManyRedirects(Int)
    /// libcurl's own words for something rare.
    case other(String)

    /// For the author of a bot.
    package var message: String {
        switch self {
        case .notAllowed(let text): text
        case .badAddress(let address):
            "`\(address)` is no address that can be asked: it must begin with http:// or https:// and name a host."
        case .badHeader(let name):
            "The header `\(name)` cannot be sent: a name has letters, digits and hyphens, a value has no line breaks."
        case .badMethod(let method):
            "`\(method)` is no method; there are GET, POST, PUT, DELETE, HEAD, PATCH, OPTIONS and TRACE."
        case .privateAddress(let host):
            "`\(host)` leads to this machine or its own network, which is not allowed. Write `ringback: {httpInside: true}` in chatbot.yaml, or give --allow-http-inside, if the bot may ask there."
        case .unknownHost(let host): "There is no host `\(host)`."
        case .noConnection(let host): "`\(host)` does not take the connection."
        case .tooSlow(let milliseconds): "There was no whole answer within \(milliseconds) ms."
        case .tooLarge(let bytes): "The answer is longer than \(bytes / 1_048_576) MB."
        case .tooManyRedirects(let count): "The server redirects more than \(count) times."
        case .other(let words): "The request failed: \(words)."
        }
    }
}
