import BotModel
import BotRuntime
import CivilTime
import Conversations
import Dialing
import FoundationEssentials

/// What a console call was asked to be.
struct CallSettings {
    var botPath: String
    var libraries: Libraries
    /// What scripts reach.
    var world = World()
    var facts: CallFacts
    var zone: Zone
    var zoneIsAssumed: Bool
    var start: Date
    var store: String
    var campaign: String
    var seed: UInt64
    var trace: Bool
    var json: Bool
    var recording: String?

    /// Takes the zone that the store knows for the number, unless the user named one.
    mutating func learn(zone known: String) throws {
        guard zoneIsAssumed else { return }
        zone = try Arguments.zone(known)
        facts.zone = known
        zoneIsAssumed = false
    }

    /// The call as its scripts know it, with what the store knows.
    func facts(of ledger: CallLedger) -> CallFacts {
        var facts = facts
        facts.payload = ledger.payload
        facts.phone.standing = ledger.standing
        facts.phone.zone = zoneIsAssumed ? "" : facts.zone
        return facts
    }

    /// The word about earlier calls to the number, which the talk goes on from.
    func note(on known: KnownNumber) -> String? {
        guard known.calls > 0 else { return nil }
        let calls = known.calls == 1 ? "1 earlier call" : "\(known.calls) earlier calls"
        let redials =
            known.redialAttempts > 0
            ? " Of the \(known.mostRedialAttempts) attempts that redials may make, \(known.redialAttempts) are used."
            : ""
        return "\(store.shownOnOneLine) has \(calls) to \(facts.number) in the campaign \(campaign.shownOnOneLine). "
            + "This talk is recorded beside them, and takes no attempt that is planned.\(redials) "
            + "Another --number or --store begins anew."
    }

    /// The word about a zone that nobody named.
    var zoneNote: String? {
        zoneIsAssumed ? "The callee's zone is assumed to be UTC; --zone Europe/Moscow sets another." : nil
    }
}
