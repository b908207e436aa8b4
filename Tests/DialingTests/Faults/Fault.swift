import CampaignStorage
import Dialing
import Foundation

/// Something that goes wrong while a dialer works.
enum Fault: Hashable {
    /// The program is gone, as by `kill -9`; after a while another one is started.
    case kill
    /// The program stands still for so many seconds while the others go on, as by `SIGSTOP`.
    case freeze(TimeInterval)
    /// Its clock is off by so many seconds; 0 sets it right.
    case clock(TimeInterval)
    /// The store takes nothing for so many seconds.
    case store(StoreError.Kind, TimeInterval)
    /// A commit of which nobody learns that it was kept.
    case outcomeUnknown
    /// The line never hears the request; it hears it later; it hears it now, and a copy later.
    case requestLost, requestLate(TimeInterval), requestRepeated(TimeInterval)
    /// The line does what it was asked, and its answer is lost.
    case answerLost
    /// The line has forgotten what it is asked about.
    case memoryLost
    /// What the line tells comes so much later, or comes twice.
    case newsLate(TimeInterval), newsRepeated(TimeInterval)
}

/// A place where something can go wrong: between two steps of a dialer.
enum FaultPoint: CaseIterable {
    case clock, read, transaction, commit, committed, ring, gate, rang, memory, revocation, news, talk

    /// What can go wrong here.
    func draw(_ bits: inout SplitMix) -> Fault {
        let kind = bits.unit()
        if kind < 0.3 { return .kill }
        if kind < 0.5 { return .freeze(bits.seconds(upTo: 300)) }
        switch self {
        case .clock: return .clock(bits.pick([0, 0, -3600, 3600, 30, -30, 3, -3]))
        case .read, .transaction: return .store(bits.pick([.busy, .full, .readOnly]), bits.seconds(upTo: 120))
        case .committed: return .outcomeUnknown
        case .ring:
            let late = bits.seconds(upTo: 60)
            return bits.pick([.requestLost, .requestLate(late), .requestRepeated(late)])
        case .rang, .revocation: return .answerLost
        case .memory: return bits.unit() < 0.1 ? .memoryLost : .freeze(bits.seconds(upTo: 60))
        case .news:
            let late = bits.seconds(upTo: 60)
            return bits.pick([.newsLate(late), .newsRepeated(late)])
        case .commit, .gate, .talk: return .freeze(bits.seconds(upTo: 30))
        }
    }
}

/// What goes wrong in a run.
enum FaultPlan: Hashable {
    /// Nothing.
    case calm
    /// Whatever the seed draws; each step with this probability.
    case random(Double)
    /// One fault, at the first step from this one on at which the dialer passes; `seconds` 0 kills it.
    case one(step: Int, freeze: TimeInterval)

    func fault(atStep step: Int, _ point: FaultPoint, _ bits: inout SplitMix) -> Fault? {
        switch self {
        case .calm: return nil
        case .random(let share): return bits.unit() < share ? point.draw(&bits) : nil
        case .one(let planned, let freeze): return step != planned ? nil : freeze == 0 ? .kill : .freeze(freeze)
        }
    }
}

extension SplitMix {
    /// More often few than many.
    mutating func seconds(upTo most: TimeInterval) -> TimeInterval {
        let share = unit()
        return 0.5 + most * share * share
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int(unit() * Double(elements.count))]
    }
}
