import CampaignModel
import Foundation
import Testing

@testable import Server

/// Any bytes at all are a request with commands or a request with faults, never a crash.
///
/// `RINGBACK_SPOILT` is the number of spoilt requests of each method.
@Suite struct AnyBytesTests {
    @Test(arguments: FixtureFile.all) func spoiltRequestsHaveFaultsOrMeaning(file: FixtureFile) throws {
        var random = RandomDrafts(seed: 7)
        let bodies = try file.chunks().map { Array($0.request.utf8) }
        for _ in 0..<Self.spoilt {
            var body = bodies.randomElement(using: &random.generator) ?? []
            for _ in 0...random.int(0...5) { random.spoil(&body) }
            check(body, file.surface)
        }
    }

    private static let spoilt = ProcessInfo.processInfo.environment["RINGBACK_SPOILT"].flatMap(Int.init) ?? 150

    /// Each value of a right request in turn is something else.
    @Test(arguments: FixtureFile.all) func otherValuesHaveFaultsOrMeaning(file: FixtureFile) throws {
        let page = try #require(try file.chunks().first)
        let value = try PolicyValue(json: page.request)
        for other in Self.others {
            for changed in value.variants(with: other) { check(Array(changed.jsonText.utf8), file.surface) }
        }
    }

    /// Values of right and wrong requests change their places.
    @Test(arguments: FixtureFile.all) func exchangedValuesHaveFaultsOrMeaning(file: FixtureFile) throws {
        var random = RandomDrafts(seed: 13)
        let requests = try file.chunks().compactMap { try? PolicyValue(json: $0.request) }
        let values = requests.flatMap(\.withAllInside) + Self.others
        for _ in 0..<Self.spoilt {
            guard var request = requests.randomElement(using: &random.generator) else { continue }
            for _ in 0...random.int(0...2) {
                let value = values.randomElement(using: &random.generator) ?? .null
                request = request.replacing(with: value, &random)
            }
            check(Array(request.jsonText.utf8), file.surface)
        }
    }

    private static let others: [PolicyValue] = [
        .null, .boolean(true), .number(-1), .number(0), .number(1e300), .number(-1e300), .number(0.5), .string(""),
        .string("\u{0}é"),
        .string("99999999999999999999999999"), .array([]), .object([]), .array([.array([.null])]), .number(9.3e18),
        .object([.init("redial", .boolean(true)), .init("count", .number(1e18))]),
    ]

    @Test(arguments: FixtureFile.all) func noiseHasFaults(file: FixtureFile) {
        var random = RandomDrafts(seed: 11)
        for length in 0..<100 {
            check((0..<length).map { _ in UInt8(random.int(0...255)) }, file.surface)
        }
        #expect(throws: RequestFaults.self) { try file.surface.decode([0xFF, 0xFE]) }
        #expect(throws: RequestFaults.self) {
            try file.surface.decode(Array(String(repeating: "[", count: 100_000).utf8))
        }
    }

    private func check(_ body: [UInt8], _ surface: FixtureSurface) {
        do throws(RequestFaults) {
            let decoded = try surface.decode(body)
            guard let said = surface.encode(decoded.commands) else { return }
            // What it means can be said, and that means the same; candidates may all have been left out.
            guard let again = try? surface.decode(Array(said.jsonText.utf8)).commands else {
                #expect(surface == .batch || surface == .candidate, "\(said.jsonText)")
                return
            }
            #expect(surface.encode(again)?.differences(from: said) ?? ["no request says it"] == [])
        } catch {
            #expect(!error.faults.isEmpty)
            #expect(error.faults.allSatisfy { $0.pointer.isEmpty || $0.pointer.hasPrefix("/") })
            #expect(error.faults.allSatisfy { !$0.message.isEmpty && !$0.hint.isEmpty })
        }
    }
}

extension RandomDrafts {
    /// A byte is changed, lost or doubled, or a piece is.
    fileprivate mutating func spoil(_ body: inout [UInt8]) {
        guard !body.isEmpty else { return }
        let place = int(0...(body.count - 1))
        let end = min(body.count, place + int(1...20))
        switch int(0...4) {
        case 0: body[place] = UInt8(int(0...255))
        case 1: body.remove(at: place)
        case 2: body.removeSubrange(place..<end)
        case 3: body.insert(contentsOf: body[place..<end], at: place)
        default: body[place] = Array("0123456789{}[]\",:-.e".utf8).randomElement(using: &generator) ?? 0
        }
    }
}

extension PolicyValue {
    fileprivate var withAllInside: [PolicyValue] {
        switch self {
        case .object(let members): [self] + members.flatMap(\.value.withAllInside)
        case .array(let elements): [self] + elements.flatMap(\.withAllInside)
        default: [self]
        }
    }

    /// This value with a value somewhere in it replaced, or a field lost.
    fileprivate func replacing(with value: PolicyValue, _ random: inout RandomDrafts) -> PolicyValue {
        switch self {
        case .object(var members) where !members.isEmpty && random.int(0...9) > 0:
            let index = random.int(0...(members.count - 1))
            if random.int(0...9) == 0 {
                members.remove(at: index)
            } else {
                members[index].value = members[index].value.replacing(with: value, &random)
            }
            return .object(members)
        case .array(var elements) where !elements.isEmpty && random.int(0...9) > 0:
            let index = random.int(0...(elements.count - 1))
            elements[index] = elements[index].replacing(with: value, &random)
            return .array(elements)
        default: return value
        }
    }

    /// This value with one value in it replaced, in all ways.
    fileprivate func variants(with other: PolicyValue) -> [PolicyValue] {
        switch self {
        case .object(let members):
            [other]
                + members.indices.flatMap { index in
                    members[index].value.variants(with: other).map { value in
                        var changed = members
                        changed[index].value = value
                        return .object(changed)
                    }
                }
        case .array(let elements):
            [other]
                + elements.indices.flatMap { index in
                    elements[index].variants(with: other).map { value in
                        var changed = elements
                        changed[index] = value
                        return .array(changed)
                    }
                }
        default: [other]
        }
    }
}
