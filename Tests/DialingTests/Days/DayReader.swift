import CampaignModel
import CivilTime
import Foundation

/// What is wrong with a `.day` file, and where.
struct DayFault: Error, CustomStringConvertible {
    let line: Int
    let message: String

    var description: String { "line \(line): \(message)" }
}

/// Reads a `.day` file; `Fixtures/README.md` describes the lines.
struct DayReader {
    var script: DayScript
    private var line = 1
    private var phone: String?

    static func read(_ text: String) throws(DayFault) -> DayScript {
        let lines = text.components(separatedBy: "\n")
        let end = lines.firstIndex(of: "---") ?? lines.count
        var reader: DayReader?
        for (number, raw) in lines[..<end].enumerated() {
            let words = raw.trimmingCharacters(in: .whitespaces)
            guard !words.isEmpty, !words.hasPrefix("#") else { continue }
            guard reader != nil else {
                reader = try DayReader(first: words, line: number + 1)
                continue
            }
            reader?.line = number + 1
            try reader?.read(words)
        }
        guard var script = reader?.script else { throw DayFault(line: 1, message: Self.beginning) }
        script.told = Array(lines[..<end])
        script.expected = lines.dropFirst(end + 1).filter { !$0.isEmpty }
        return script
    }

    private static let beginning = "A day begins with its moment: from 2026-11-23T10:00 UTC"

    private init(first words: String, line: Int) throws(DayFault) {
        let parts = words.split(separator: " ").map(String.init)
        guard parts.count == 3, parts[0] == "from", let zone = try? Zone.named(parts[2]),
            let start = Date(iso: parts[1], zone: zone)
        else { throw DayFault(line: line, message: Self.beginning) }
        script = DayScript(clock: DayClock(start: start, zone: zone))
        self.line = line
    }

    func fault(_ message: String) -> DayFault { DayFault(line: line, message: message) }

    private mutating func read(_ words: String) throws(DayFault) {
        let (word, rest) = Self.split(words)
        switch word {
        case "campaign": addCampaign(named: rest)
        case "number": try addNumber(rest)
        case "phone": phone = rest
        case "contact": try addContact(rest)
        case "at": try addDeed(rest)
        case "until": script.until = try moment(rest)
        case "always": try answer(rest, isLast: true)
        case _ where AttemptOutcome(rawValue: word) != nil: try answer(words, isLast: false)
        default: try set(word, rest)
        }
    }

    static func split(_ text: String) -> (String, String) {
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        return (parts.first ?? "", parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : "")
    }

    // MARK: Campaigns

    private mutating func addCampaign(named name: String) {
        var campaign = Campaign(
            id: "campaign-" + name, name: name, state: .running, zone: script.clock.zone.name, profile: .none,
            createdAt: script.clock.start)
        campaign.startedAt = script.clock.start
        script.campaigns.append(campaign)
        phone = nil
    }

    private mutating func set(_ word: String, _ value: String) throws(DayFault) {
        guard var campaign = script.campaigns.popLast() else {
            throw fault("`\(word)` belongs to a campaign: write `campaign NAME` before it.")
        }
        defer { script.campaigns.append(campaign) }
        switch word {
        case "policy": campaign.defaultPolicy = try policy(value)
        case "zone": campaign.zone = value
        case "law": campaign.profile = value == "default" ? .default : .none
        case "lines": campaign.pacing.lines = try whole(value)
        case "rate": campaign.pacing.callsPerSecond = try rate(value)
        case "after": campaign.retryRules.append(try rule(value))
        case "limit": try limit(value, &campaign)
        case "starts": (campaign.state, campaign.startsAt, campaign.startedAt) = (.scheduled, try moment(value), nil)
        case "ends": campaign.endsAt = try moment(value)
        case "lifetime": campaign.lifetimeInSeconds = Int(try seconds(value))
        case "open": campaign.isInputOpen = true
        default: throw fault("`\(word)` is no line of a day: \(Self.lines).")
        }
    }

    private static let lines =
        "campaign, policy, zone, law, lines, rate, after, limit, starts, ends, lifetime, open, number, phone, contact, "
        + "an outcome, always, at, until"

    private func limit(_ text: String, _ campaign: inout Campaign) throws(DayFault) {
        let (whose, count) = Self.split(text)
        switch whose {
        case "number": campaign.limits.perNumber = try whole(count)
        case "contact": campaign.limits.perContact = try whole(count)
        case "total": campaign.limits.total = try whole(count)
        default: throw fault("A limit is of a number, a contact, or in total: limit contact 3")
        }
    }

    /// `busy 60s 2 times`
    private func rule(_ text: String) throws(DayFault) -> RetryRule {
        let parts = text.split(separator: " ").map(String.init)
        guard parts.count == 4, parts[3] == "times" else { throw fault("Write: after busy,noAnswer 60s 2 times") }
        var outcomes: [AttemptOutcome] = []
        for name in parts[0].split(separator: ",") { outcomes.append(try outcome(String(name))) }
        return RetryRule(outcomes, afterSeconds: Int(try seconds(parts[1])), maxUses: try whole(parts[2]))
    }

    /// `3 in 1s`
    private func rate(_ text: String) throws(DayFault) -> Double {
        let parts = text.components(separatedBy: " in ")
        guard parts.count == 2 else { throw fault("A rate is calls in a time: rate 3 in 1s") }
        return Double(try whole(parts[0])) / (try seconds(parts[1]))
    }

    // MARK: Numbers

    private mutating func addNumber(_ text: String) throws(DayFault) {
        guard !script.campaigns.isEmpty else {
            throw fault("A number belongs to a campaign: write `campaign NAME` first.")
        }
        let (name, json) = Self.split(text)
        let given = try json.isEmpty ? CallPolicy() : policy(json)
        script.numbers.append(.init(campaign: script.campaigns.count - 1, phone: name, policy: given))
        phone = name
    }

    private mutating func addContact(_ text: String) throws(DayFault) {
        let words = text.split(separator: " ").map(String.init)
        guard let strategy = words.first.flatMap(ContactStrategy.init(rawValue:)), words.count > 1 else {
            throw fault("Write: contact oneAfterAnother anna bert, or contact inTurn anna bert")
        }
        for name in words.dropFirst() where !script.numbers.contains(where: { $0.phone == name }) {
            throw fault("There is no number `\(name)` above.")
        }
        script.contacts.append(.init(strategy: strategy, phones: Array(words.dropFirst())))
    }

    /// `noAnswer 40s`, `answered 10s 50s redial {…}`
    private mutating func answer(_ text: String, isLast: Bool) throws(DayFault) {
        guard let phone else { throw fault("What a phone answers stands below its number.") }
        let parts = text.components(separatedBy: " redial ")
        let words = parts[0].split(separator: " ").map(String.init)
        guard (2...3).contains(words.count) else { throw fault("Write: noAnswer 40s, or answered 10s 50s redial {…}") }
        var answer = DayScript.Answer(outcome: try outcome(words[0]), ringing: try seconds(words[1]))
        if words.count == 3 { answer.talking = try seconds(words[2]) }
        answer.redials = try redials(parts.dropFirst())
        let key = CampaignNumber.key(of: phone)
        if isLast { script.always[key] = answer } else { script.answers[key, default: []].append(answer) }
    }

    private func outcome(_ name: String) throws(DayFault) -> AttemptOutcome {
        guard let outcome = AttemptOutcome(rawValue: name) else {
            let names = AttemptOutcome.allCases.map(\.rawValue)
            throw fault("`\(name)` is no outcome: \(names.joined(separator: ", ")).")
        }
        return outcome
    }

    // MARK: Deeds

    private mutating func addDeed(_ text: String) throws(DayFault) {
        let verbs = CampaignControl.allCases.map(\.rawValue) + ["suppress", "console"]
        let words = text.split(separator: " ").map(String.init)
        guard let place = words.firstIndex(where: verbs.contains), place + 1 < words.count else {
            throw fault("Write: at 10:15 pause CAMPAIGN (or \(verbs.joined(separator: ", "))).")
        }
        let moment = try moment(words[..<place].joined(separator: " "))
        let name = words[place + 1]
        let deed: DayScript.Deed
        switch words[place] {
        case "suppress": deed = .suppress(phone: name)
        case "console":
            deed = .console(phone: name, redials: try redials(text.components(separatedBy: " redial ").dropFirst()))
        case let verb:
            guard let command = CampaignControl(rawValue: verb), script.campaigns.contains(where: { $0.name == name })
            else { throw fault("There is no campaign `\(name)` above.") }
            deed = .command(command, campaign: name)
        }
        script.deeds.append((moment, deed))
    }
}
