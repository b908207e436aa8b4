import CampaignModel
import CampaignStorage
import CivilTime
import FoundationEssentials

/// Counts what a simulation has left in its store.
struct ForecastMaker {
    private let copy: CampaignCopy
    private let simulation: Simulation
    private let endedAt: Date
    private let zone: Zone
    private let book = ScheduleBook()
    private var hours: [Int: [AttemptOutcome: Int]] = [:]
    private var fates: [String: Forecast.Fate] = [:]
    private var changes: [(at: Date, step: Int)] = []
    private var lawSums = Forecast.LegalLoss(profile: "", hoursGiven: 0, hoursTaken: 0, blockedNumbers: 0)
    private var openings: [Timetable: Timetable.OpenTime] = [:]
    private var count = 0

    init(_ copy: CampaignCopy, _ simulation: Simulation, endedAt: Date) throws(StoreError) {
        (self.copy, self.simulation, self.endedAt) = (copy, simulation, endedAt)
        zone = try copy.campaign.zone.map { name throws(StoreError) in try ScheduleBook().zone(named: name) } ?? .utc
    }

    func forecast() throws(StoreError) -> Forecast {
        var maker = self
        try copy.store.read { reading throws(StoreError) in
            var last = 0
            while true {
                let numbers = try reading.numbers(ofCampaign: copy.campaign.id, after: last, limit: 2000)
                guard let seq = numbers.last?.seq else { break }
                for number in numbers { try maker.count(number) }
                for attempt in try reading.attempts(ofNumbers: numbers.map(\.id)) { maker.count(attempt) }
                last = seq
            }
        }
        let campaign = try copy.store.read { reading throws(StoreError) in
            try reading.campaign(id: copy.campaign.id)
        }
        return maker.sum(isFinished: campaign?.state == .finished)
    }

    private func sum(isFinished: Bool) -> Forecast {
        let fates = fates.values.sorted {
            ($1.numbers, $0.state.rawValue, $0.reason) < ($0.numbers, $1.state.rawValue, $1.reason)
        }
        let numbers = Double(max(1, count))
        return Forecast(
            campaign: copy.campaign.name, zone: zone, seed: simulation.answers.seed, start: simulation.start,
            finishedAt: isFinished ? endedAt : nil, horizon: simulation.horizon,
            hours: hours.sorted { $0.key < $1.key }.map { .init(from: Date(epochSecond: $0.key), calls: $0.value) },
            lines: lines, numbers: count, neverCalled: fates.reduce(0) { $0 + $1.neverCalled }, fates: fates,
            law: .init(
                profile: copy.campaign.profile.name, hoursGiven: lawSums.hoursGiven / numbers,
                hoursTaken: lawSums.hoursTaken / numbers, blockedNumbers: lawSums.blockedNumbers))
    }

    private var lines: Forecast.Lines {
        var (live, peak, used, busy) = (0, 0, 0.0, 0.0)
        var before = simulation.start
        // Of one moment the ends come first: the line is free for the next call.
        for change in changes.sorted(by: { ($0.at, $0.step) < ($1.at, $1.step) }) {
            let length = change.at.timeIntervalSince(before)
            used += Double(live) * length
            if live > 0 { busy += length }
            (live, before) = (live + change.step, change.at)
            peak = max(peak, live)
        }
        return .init(limit: copy.campaign.pacing.lines, peak: peak, mean: busy > 0 ? used / busy : 0)
    }

    // MARK: Counting

    private mutating func count(_ attempt: Attempt) {
        guard attempt.state != .notDialed, (attempt.endedAt ?? .distantFuture) > simulation.start else { return }
        let begin = attempt.committedAt
        changes += [(max(begin, simulation.start), 1), (min(attempt.endedAt ?? endedAt, simulation.horizon), -1)]
        guard begin >= simulation.start, let outcome = attempt.outcome else { return }
        let offset = zone.offset(at: begin)
        let local = begin.epochSecond + offset
        hours[local - (local % 3600 + 3600) % 3600 - offset, default: [:]][outcome, default: 0] += 1
    }

    private mutating func count(_ number: CampaignNumber) throws(StoreError) {
        count += 1
        let words = number.reason.prefix { $0 != ":" }
        let reason = words.contains(" ") ? "" : String(words)
        let key = number.state.rawValue + " " + reason
        var fate = fates[key] ?? .init(state: number.state, reason: reason, numbers: 0, neverCalled: 0)
        fate.numbers += 1
        if number.attemptsTotal == 0 { fate.neverCalled += 1 }
        fates[key] = fate
        guard copy.campaign.profile.hours != nil else { return }
        let policy = copy.campaign.resolved(for: number)
        let open = openTime(of: try book.timetable(of: number, in: copy.campaign, policy: policy))
        lawSums.hoursGiven += open.byPolicy / 3600
        lawSums.hoursTaken += (open.byPolicy - open.byLaw) / 3600
        if open.byPolicy > 0, open.byLaw == 0 { lawSums.blockedNumbers += 1 }
    }

    private mutating func openTime(of timetable: Timetable) -> Timetable.OpenTime {
        if let known = openings[timetable] { return known }
        let open = timetable.openTime(from: simulation.start, to: simulation.start.addingTimeInterval(7 * 86_400))
        openings[timetable] = open
        return open
    }
}
