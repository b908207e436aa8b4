import CLibPQ
import CampaignStorage

/// Where a PostgreSQL store is: a `postgres://…` address, and how it is named to people, without its password.
struct PGAddress: Sendable, Hashable {
    let url: String
    let user: String?
    let database: String?
    /// `postgres://user@host:5432/database`
    let name: String

    /// - Throws: when libpq cannot read the address.
    init(_ url: String) throws(StoreError) {
        var words: UnsafeMutablePointer<CChar>?
        guard let options = PQconninfoParse(url, &words) else {
            let reason = words.map { String(cString: $0) } ?? "no reason given"
            PQfreemem(words)
            throw .badAddress(PGFailure.firstLine(of: reason))
        }
        defer { PQconninfoFree(options) }
        let parts = Self.parts(of: options)
        self.url = url
        (user, database) = (parts["user"], parts["dbname"])
        name = Self.name(parts)
    }

    private static func parts(of options: UnsafeMutablePointer<PQconninfoOption>) -> [String: String] {
        var parts: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { parts[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        return parts
    }

    private static func name(_ parts: [String: String]) -> String {
        let user = parts["user"].map { $0 + "@" } ?? ""
        let host = parts["host"] ?? parts["hostaddr"] ?? ""
        let isSocket = host.hasPrefix("/")
        let place = (isSocket ? "" : host) + (parts["port"].map { ":" + $0 } ?? "")
        return "postgres://\(user)\(place)/\(parts["dbname"] ?? "")" + (isSocket ? "?host=" + host : "")
    }
}
