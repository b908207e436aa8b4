import CampaignModel
import Testing

@testable import Server

/// The sizes that a request may have.
@Suite struct LimitsTests {
    private static func numbers(_ count: Int, payload: String = "{}") -> [UInt8] {
        let entries = (0..<count).map { #"{"phone":\#(79_990_000_000 + $0),"payload":\#(payload)}"# }
        return Array(("[" + entries.joined(separator: ",") + "]").utf8)
    }

    @Test func tenThousandNumbersAreTakenAndNotOneMore() throws {
        let decoded = try FixtureSurface.addPhones.decode(Self.numbers(AddPhones.mostNumbers))
        guard case .addNumbers(let numbers, _)? = decoded.commands.first else { throw RequestFaults([]) }
        #expect(numbers.count == 10_000 && numbers.last?.phone.key == "79990009999")
        #expect(codes(.addPhones, Self.numbers(AddPhones.mostNumbers + 1)) == ["tooMany"])
    }

    @Test func aPayloadTakesUpTo64KiB() throws {
        let text = String(repeating: "x", count: 64 * 1024 - #"{"a":""}"#.utf8.count)
        _ = try FixtureSurface.addPhones.decode(Self.numbers(1, payload: #"{"a":"\#(text)"}"#))
        #expect(codes(.addPhones, Self.numbers(1, payload: #"{"a":"\#(text)x"}"#)) == ["payloadTooLarge"])
    }

    @Test func aBatchTakesTenThousandCandidates() {
        let one = #"{"autoCallId":"parallel","phone":["79990000000"]}"#
        let batch = Array(repeating: one, count: TWINCandidates.mostCandidates + 1).joined(separator: ",")
        #expect(codes(.batch, Array(#"{"batch":[\#(batch)]}"#.utf8)) == ["tooMany"])
    }

    @Test func textsThatAreNotUTF8() {
        for surface in FixtureSurface.allCases {
            #expect(codes(surface, [0x7B, 0x22, 0xFF, 0x22, 0x7D]) == ["malformedJSON"])
        }
    }

    private func codes(_ surface: FixtureSurface, _ body: [UInt8]) -> [String] {
        do throws(RequestFaults) {
            _ = try surface.decode(body)
            return []
        } catch {
            return error.faults.map(\.code)
        }
    }
}
