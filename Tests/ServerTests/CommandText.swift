import CampaignModel
import CivilTime
import Foundation

@testable import Server

/// Commands as fixtures show them: what is not the default.
extension EngineCommand {
    var told: String {
        switch self {
        case .makeCampaign(let draft): "make campaign\n" + draft.lines.map { "  " + $0 }.joined(separator: "\n")
        case .makeList(let list):
            (["make list `\(list.name)`"] + list.numbers.map(\.told) + list.refused.map(told)).joined(separator: "\n")
        case .addNumbers(let numbers, let id): (["add numbers to \(id)"] + numbers.map(\.told)).joined(separator: "\n")
        case .addContacts(let contacts, let id):
            (["add contacts to \(id)"] + contacts.map(\.told)).joined(separator: "\n")
        case .control(let control, let id): "\(control) \(id)"
        }
    }

    private func told(_ fault: RequestFault) -> String {
        "  refused \(fault.pointer) \(fault.code): \(fault.message) \(fault.hint)"
    }
}

extension NumberDraft {
    var told: String {
        var text = "  \(row): \(phone.text)"
        if phone.text != phone.key { text += " called as \(phone.key)" }
        if let contact { text += " of \(contact)" }
        if payload != "{}" { text += " payload \(payload)" }
        if policy != CallPolicy() { text += " policy \(policy.jsonText)" }
        if let zone { text += " zone \(zone)" }
        return text
    }
}

extension ContactDraft {
    var told: String {
        let head = [externalId ?? "no name", strategy.rawValue, callbackData].compactMap(\.self).joined(separator: ", ")
        let invalid = invalidPhones.map { "    never called: \($0)" }
        return (["  " + head] + numbers.map { "  " + $0.told } + invalid).joined(separator: "\n")
    }
}

extension CampaignDraft {
    var lines: [String] {
        var lines = ["name `\(name)` bot `\(bot ?? "none")` zone \(zone ?? "none")"]
        if case .at(let moment) = start { lines.append("starts at \(moment.isoText)") }
        if let lifetimeInSeconds { lines.append("lives \(lifetimeInSeconds) s") }
        if isInputOpen { lines.append("numbers may come later") }
        if defaultPolicy != CallPolicy() { lines.append("policy \(defaultPolicy.jsonText)") }
        lines.append("lines \(pacing.lines)" + (pacing.callsPerSecond.map { ", \($0) calls a second" } ?? ""))
        if let agents = pacing.agents {
            lines.append("agents of \(agents.queue ?? "none") × \(agents.boost), at most \(agents.maxWaiting) waiting")
        }
        for rule in retryRules {
            let outcomes = rule.outcomes.map(\.rawValue).joined(separator: ", ")
            lines.append("after \(outcomes): again after \(rule.afterSeconds) s, \(rule.maxUses) times")
        }
        if limits != CallLimits() {
            lines.append("limits: number \(text(limits.perNumber)), contact \(text(limits.perContact))")
        }
        if strategy != .oneAfterAnother { lines.append("strategy \(strategy.rawValue)") }
        if normalisation != .none { lines.append("phones \(normalisation.rawValue), bad ones: \(badPhones.rawValue)") }
        if !lists.isEmpty { lines.append("lists \(lists.joined(separator: ", "))") }
        return lines + kept.map { "kept \($0.name): \($0.value.jsonText)" }
    }

    private func text(_ limit: Int?) -> String { limit.map(String.init) ?? "none" }
}

extension PolicyValue {
    /// Where this value is another than `given`, whatever the order of fields; one line a place.
    func differences(from given: PolicyValue, at pointer: String = "") -> [String] {
        switch (self, given) {
        case (.object(let mine), .object(let theirs)):
            let names = theirs.map(\.name) + mine.map(\.name).filter { name in !theirs.contains { $0.name == name } }
            return names.flatMap { name in
                Self.differences(self[name], given[name], at: pointer + "/" + name)
            }
        case (.array(let mine), .array(let theirs)):
            return (0..<Swift.max(mine.count, theirs.count)).flatMap { index in
                Self.differences(
                    mine.count > index ? mine[index] : nil, theirs.count > index ? theirs[index] : nil,
                    at: "\(pointer)/\(index)")
            }
        default: return self == given ? [] : ["\(pointer): \(jsonText) instead of \(given.jsonText)"]
        }
    }

    private static func differences(_ mine: PolicyValue?, _ theirs: PolicyValue?, at pointer: String) -> [String] {
        switch (mine, theirs) {
        case (let mine?, let theirs?): mine.differences(from: theirs, at: pointer)
        case (let mine?, nil): ["\(pointer): \(mine.jsonText) is added"]
        case (nil, let theirs?): ["\(pointer): \(theirs.jsonText) is left out"]
        case (nil, nil): []
        }
    }
}
