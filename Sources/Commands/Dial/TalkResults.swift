import CampaignModel

/// What the talks of a bot came to: results that its script set, series that it asked for.
struct TalkResults {
    private(set) var talks = 0
    private(set) var results: [String: Int] = [:]
    private(set) var redials = 0
    private(set) var refusedRedials = 0
    private(set) var failures: [String: Int] = [:]

    mutating func add(_ records: [CallRecord]) {
        talks += 1
        for record in records {
            switch record {
            case .redial(_, let accepted, _, _, _): if accepted { redials += 1 } else { refusedRedials += 1 }
            case .directive("setCallResult", let arguments):
                if let result = Self.result(in: arguments) { results[result, default: 0] += 1 }
            case .failure(let failure): failures[failure.message, default: 0] += 1
            default: break
            }
        }
    }

    /// The word that `$dialer.setCallResult` gave.
    static func result(in arguments: String) -> String? {
        guard case .object(let members)? = try? PolicyValue(json: arguments),
            case .string(let result)? = members.first(where: { $0.name == "result" })?.value
        else { return nil }
        return result
    }

    var table: [String] {
        guard talks > 0 else { return [] }
        var rows = results.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
            ["result \($0.key)", "\($0.value)"]
        }
        rows.append(["call backs asked for", "\(redials)"])
        if refusedRedials > 0 { rows.append(["call backs refused", "\(refusedRedials)"]) }
        rows += failures.sorted { $0.key < $1.key }.map { ["error: \($0.key)", "\($0.value)"] }
        return [""] + TextTable(heading: ["of \(talks) talks", "number"], rows: rows).lines
    }
}
