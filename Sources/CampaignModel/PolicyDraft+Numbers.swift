extension PolicyDraft {
    /// The most attempts that a script can ask for (vendor page of `$dialer.redial`).
    static let mostRedialAttempts = 5
    /// Nothing is planned farther ahead than this.
    private static let longestInterval = 400 * 24 * 60

    mutating func readNumbers(_ fields: [String: PolicyValue]) {
        policy.maxAttempts = fields["maxAttempts"].flatMap { attempts($0) }
        policy.retryIntervalInMinutes = fields["retryIntervalInMinutes"].flatMap { interval($0) }
        policy.dialerPriority = fields["dialerPriority"].map { priority($0) }
    }

    private mutating func attempts(_ value: PolicyValue) -> Int? {
        let least = dialect == .redial ? 1 : 0
        let right =
            dialect == .redial
            ? "It must be a number from 1 to 5; leave it out to use the campaign's."
            : "It must be a number of attempts, 1 or more (0: one call without retries)."
        guard let number = number(value, of: "maxAttempts", hint: right) else { return nil }
        guard number >= Double(least) else {
            fault("maxAttempts", .tooSmall, "maxAttempts is \(value.jsonText), below \(least).", right)
            return nil
        }
        guard dialect == .redial, number > Double(Self.mostRedialAttempts) else { return rounded(number, value) }
        note(
            "maxAttempts", "maxAttempts \(value.jsonText) is above 5; 5 is used.",
            "A series has at most 5 attempts: write a number from 1 to 5.")
        return Self.mostRedialAttempts
    }

    /// Down, so that nobody is called more often than was asked for.
    private mutating func rounded(_ number: Double, _ value: PolicyValue) -> Int {
        let whole = Int(min(number, 1_000_000))
        if Double(whole) != number {
            note("maxAttempts", "maxAttempts \(value.jsonText) is rounded to \(whole).", "Write a whole number.")
        }
        return whole
    }

    private mutating func interval(_ value: PolicyValue) -> Int? {
        let field = "retryIntervalInMinutes"
        let right = "It must be a number of minutes, 1 or more; leave it out to use the campaign's."
        guard let number = number(value, of: field, hint: right) else { return nil }
        guard number >= 1 else {
            fault(field, .tooSmall, "\(field) is \(value.jsonText), below 1.", right)
            return nil
        }
        guard number <= Double(Self.longestInterval) else {
            let hint = "Write minutes, not milliseconds."
            fault(field, .tooLarge, "\(field) is \(value.jsonText), more than 400 days.", hint)
            return nil
        }
        // Up, so that nobody is called sooner than was asked for.
        let whole = Int(number.rounded(.up))
        if Double(whole) != number {
            note(field, "\(field) \(value.jsonText) is rounded to \(whole).", "Write a whole number.")
        }
        return whole
    }

    private mutating func priority(_ value: PolicyValue) -> Int {
        if case .number(let number) = value, let whole = Int(exactly: number), (1...5).contains(whole) { return whole }
        note(
            "dialerPriority", "dialerPriority is \(value.described), not a whole number from 1 to 5; 5 is used.",
            "Write 1 (first) to 5 (last).")
        return 5
    }

    private mutating func number(_ value: PolicyValue, of field: String, hint: String) -> Double? {
        if case .number(let number) = value, number.isFinite { return number }
        fault(field, .notANumber, "\(field) is \(value.described), not a number.", hint)
        return nil
    }
}
