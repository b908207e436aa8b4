import JavaScript

/// `$env` and `$secrets` (dsl.md 4).
extension HostCalls {
    /// - Parameter kind: `env` or `secret`; the arguments are the name, whether there is a default, and the default.
    func environment(_ kind: String, _ arguments: [ScriptValue]) -> HostAnswer {
        let isSecret = kind == "secret"
        guard let name = arguments.first?.string, !name.isEmpty else {
            let service = isSecret ? "$secrets" : "$env"
            return .exception(
                "\(service).get takes the name of a value as a text, such as \(service).get(\"CRM_ADDRESS\").")
        }
        let values = isSecret ? services.environment.secrets : services.environment.variables
        if let value = values[name] { return .value(.string(value)) }
        if arguments.count > 1, arguments[1].flag { return .value(arguments.count > 2 ? arguments[2] : .undefined) }
        guard isSecret else { return .value(.undefined) }
        // A bot that is only checked is not told that its secrets are elsewhere.
        if services.environment.isUnknown { return .value(.string("")) }
        return .exception(Self.missing(name))
    }

    private static func missing(_ name: String) -> String {
        "$secrets.get: there is no secret `\(name)`. Put `\(name)=…` into a file and give --env-file FILE, or set the variable RINGBACK_SECRET_\(name); $secrets.get(\"\(name)\", \"…\") has a default."
    }
}
