import CivilTime

/// What the columns of a table of numbers mean.
struct NumberColumns: Sendable {
    /// What a column is for.
    enum Role: Sendable, Hashable {
        case phone, contact, payload
        /// A field of `addPhones`.
        case policy(String)
        /// A field of the payload.
        case data
    }

    let names: [String]
    let roles: [Role]
    /// The columns of payload fields by name, with the name as JSON writes it.
    let data: [(index: Int, jsonName: String)]
    let policy: [(index: Int, field: String)]
    let phone: Int
    let contact: Int?
    let payload: Int?

    /// - Parameter names: as the header gives them; the first is the phone when none has its name.
    init(_ names: [String]) {
        let roles = names.map { Self.role(of: $0) }
        let given = roles.firstIndex(of: .phone)
        self.init(names, roles.enumerated().map { $0.offset == 0 && given == nil ? .phone : $0.element })
    }

    private init(_ names: [String], _ roles: [Role]) {
        self.names = names.enumerated().map { $0.element.isEmpty ? "column\($0.offset + 1)" : $0.element }
        self.roles = roles
        phone = roles.firstIndex(of: .phone) ?? 0
        contact = roles.firstIndex(of: .contact)
        payload = roles.firstIndex(of: .payload)
        policy = roles.enumerated().compactMap { index, role in
            if case .policy(let field) = role { (index, field) } else { nil }
        }
        let shown = self.names
        data = roles.indices.filter { roles[$0] == .data }.sorted { shown[$0] < shown[$1] }
            .map { ($0, PolicyValue.string(shown[$0]).jsonText) }
    }

    /// Whether a first row is a header: one of its cells is called like a phone.
    var isHeader: Bool { names.contains { Self.role(of: $0) == .phone } }

    /// A name that two columns have, or a field that two columns give.
    var repeated: String? {
        var known: Set<String> = []
        for (name, role) in zip(names, roles) {
            let key = role == .data ? "data " + name : "\(role)"
            if !known.insert(key).inserted { return name }
        }
        return nil
    }

    private static func role(of name: String) -> Role { known[plain(name)] ?? .data }

    /// `Phone number`, `phone_number` and `phoneNumber` are one name.
    private static func plain(_ name: String) -> String {
        name.lowercased().filter { $0.isLetter || $0.isNumber }
    }

    private static let known: [String: Role] = {
        var known: [String: Role] = [:]
        for field in CallPolicy.redialFields + ["gmtZone"] { known[plain(field)] = .policy(field) }
        for name in ["phone", "phonenumber", "telephone", "tel", "msisdn", "телефон", "номертелефона"] {
            known[name] = .phone
        }
        for name in ["zone", "timezone", "tz", "часовойпояс"] { known[name] = .policy("gmtZone") }
        for name in ["priority", "приоритет"] { known[name] = .policy("dialerPriority") }
        for name in ["contact", "contactid"] { known[name] = .contact }
        known["payload"] = .payload
        return known
    }()
}
