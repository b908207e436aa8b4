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

    /// The word about a zone that nobody named.
    var zoneNote: String? {
        zoneIsAssumed ? "The callee's zone is assumed to be UTC; --zone Europe/Moscow sets another." : nil
    }
}
