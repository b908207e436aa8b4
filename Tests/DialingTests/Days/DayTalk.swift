import CampaignModel
import CampaignStorage
import Dialing
import Foundation

/// A talk that asks for the redials of the file as soon as it begins.
final class DayTalk: CallTalk {
    private let line: DayLine
    private let clock: JumpingClock
    private let tell: (String) -> Void

    init(_ line: DayLine, _ clock: JumpingClock, tell: @escaping (String) -> Void) {
        (self.line, self.clock, self.tell) = (line, clock, tell)
    }

    func hold(_ call: AnsweredCall, store: any CampaignStore) -> TalkEnd {
        redial(call.attemptId, call.number.phone, at: call.answeredAt, store)
        return TalkEnd(outcome: line.answers[call.attemptId]?.outcome ?? .answered, endedBy: .caller)
    }

    func miss(_ call: MissedCall, store: any CampaignStore) {
        redial(call.attemptId, call.number.phone, at: call.endedAt, store)
    }

    private func redial(_ id: String, _ phone: String, at moment: Date, _ store: any CampaignStore) {
        for redial in line.answers[id]?.redials ?? [] {
            do throws(StoreError) {
                let ledger = try CallLedger(
                    store: store, resuming: id, bot: "day",
                    identifiers: SplitMix(seed: UInt64(bitPattern: moment.microseconds)))
                tell("\(phone) \(Self.keep(redial, ledger, at: moment, line.dayClock))")
            } catch {
                tell("\(phone) trouble: \(error.message)")
            }
        }
    }

    /// What became of a wish, in short.
    static func keep(_ redial: PolicyValue, _ ledger: CallLedger, at now: Date, _ clock: DayClock) -> String {
        do throws(RedialRefusal) {
            let request = try RedialRequest.read(redial, now: now)
            do throws(StoreError) {
                switch try ledger.keep(TurnToKeep(conversation: "{}", client: "{}", redial: request), at: now) {
                case .scheduled(_, let quota, let moments, _)?:
                    return "redial of \(quota): \(moments.map(clock.text).joined(separator: ", "))"
                case .refused(let reason)?: return "redial refused: \(reason.prefix { $0 != ":" && $0 != "," })"
                case nil: return "redial forgotten"
                }
            } catch {
                return "trouble: \(error.message)"
            }
        } catch {
            return "redial refused: \(error.faults.map(\.message).joined(separator: " "))"
        }
    }
}
