import CampaignModel
import CivilTime
import Foundation

/// Values of a line.
extension DayReader {
    func moment(_ text: String) throws(DayFault) -> Date {
        guard let moment = script.clock.moment(text) else {
            throw fault("`\(text)` is no moment: 10:00, 10:00:30, 11-24 10:00 or 2026-11-24T10:00.")
        }
        return moment
    }

    func whole(_ text: String) throws(DayFault) -> Int {
        guard let number = Int(text), number > 0 else { throw fault("`\(text)` is no number of 1 or more.") }
        return number
    }

    /// `90s`, `5m`, `2h`
    func seconds(_ text: String) throws(DayFault) -> TimeInterval {
        let units = ["s": 1.0, "m": 60, "h": 3600]
        guard let unit = text.last.flatMap({ units[String($0)] }), let count = Double(text.dropLast()) else {
            throw fault("`\(text)` is no time: 40s, 5m, 2h.")
        }
        return count * unit
    }

    func policy(_ json: String) throws(DayFault) -> CallPolicy {
        do throws(PolicyFaults) {
            return try PolicyReader.read(json: withMoments(PolicyValue(json: json)).jsonText).policy
        } catch {
            throw fault(error.faults.map(\.message).joined(separator: " "))
        }
    }

    func redials(_ texts: some Sequence<String>) throws(DayFault) -> [PolicyValue] {
        var redials: [PolicyValue] = []
        for text in texts {
            do throws(PolicyFaults) {
                redials.append(withMoments(try PolicyValue(json: text)))
            } catch {
                throw fault(error.faults.map(\.message).joined(separator: " "))
            }
        }
        return redials
    }

    /// Clocks of the file in the place of dates.
    private func withMoments(_ value: PolicyValue) -> PolicyValue {
        guard case .object(let members) = value else { return value }
        return .object(
            members.map { member in
                guard member.name.hasSuffix("DateTime"), case .string(let text) = member.value,
                    let moment = script.clock.moment(text)
                else { return member }
                return PolicyValue.Member(member.name, .date(moment))
            })
    }
}
