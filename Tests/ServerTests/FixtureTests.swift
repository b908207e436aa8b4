import CampaignModel
import CivilTime
import Foundation
import Testing

@testable import Server

/// Requests of the vendors' surfaces and what they mean: `Fixtures/<vendor>/<method>.txt`.
///
///     === a title
///     the JSON of a request
///     ---
///     the engine's commands, the warnings, and where the request encoded from the commands differs from the one above;
///     or everything that is wrong with it
///
/// `RECORD=1` writes what stands below `---`. It is `now` 2026-11-22T12:00:00Z in every request, and in New York where a
/// zone is asked for.
@Suite struct FixtureTests {
    @Test(arguments: FixtureFile.all) func requestsMeanWhatIsRecorded(file: FixtureFile) throws {
        let chunks = try file.chunks()
        let told = chunks.map { "=== \($0.title)\n\($0.request)\n---\n\(file.surface.told($0.request))" }
        let text = told.joined(separator: "\n\n") + "\n"
        if ProcessInfo.processInfo.environment["RECORD"] == "1" { try Data(text.utf8).write(to: file.url) }
        for (chunk, told) in zip(chunks, told) {
            #expect(chunk.whole == told, "\(file): \(chunk.title)")
        }
        #expect(!chunks.isEmpty)
    }

    @Test func everyMethodHasItsFixtures() {
        #expect(Set(FixtureFile.all.map(\.surface)) == Set(FixtureSurface.allCases))
    }
}

/// A method of a vendor: the path of its file without the ending.
enum FixtureSurface: String, CaseIterable {
    case addPhones = "JAICP/addPhones"
    case callLists = "VoIPEX/call-lists"
    case campaigns = "VoIPEX/campaigns"
    case control = "VoIPEX/control"
    case autoCall = "TWIN/autoCall"
    case candidate = "TWIN/autoCallCandidate"
    case batch = "TWIN/autoCallCandidate-batch"

    /// Every test that is not about another moment or place happens here.
    static let context = RequestContext(
        now: Date(iso: "2026-11-22T12:00:00Z") ?? .distantPast, zone: "America/New_York", mostAttempts: 5)

    private static let tasks = [
        "bce7d22e-dde6-4427-b391-ebbdfda44de6": TWINTask(),
        "parallel": TWINTask(strategy: .inTurn),
        "russian-skip": TWINTask(normalisation: .russian),
        "russian-flag": TWINTask(normalisation: .russian, badPhones: .flag),
    ]

    func decode(_ body: [UInt8]) throws(RequestFaults) -> DecodedRequest {
        let context = Self.context
        return switch self {
        case .addPhones: try AddPhones(campaign: "8231.7056.1b131df1", context: context).decode(body)
        case .callLists: try VoIPEXCallList(context: context).decode(body)
        case .campaigns:
            try VoIPEXCampaign(context: context, knownLists: ["1", "2"], knownBots: ["TUxw53xCBf"]).decode(body)
        case .control: try VoIPEXControl.decode(body, campaign: "1")
        case .autoCall: try TWINAutoCall(context: context).decode(body)
        case .candidate: try TWINCandidates(context: context, tasks: Self.tasks).decode(body)
        case .batch: try TWINCandidates(context: context, tasks: Self.tasks).decode(batch: body)
        }
    }

    /// The request that says these commands.
    func encode(_ commands: [EngineCommand]) -> PolicyValue? {
        switch (self, commands.first) {
        case (.addPhones, .addNumbers(let numbers, _)): AddPhones.encode(numbers)
        case (.callLists, .makeList(let list)): VoIPEXCallList.encode(list)
        case (.campaigns, .makeCampaign(let draft)): VoIPEXCampaign.encode(draft)
        case (.control, .control(let control, _)): VoIPEXControl.encode(control)
        case (.autoCall, .makeCampaign(let draft)): TWINAutoCall.encode(draft)
        case (.batch, .addContacts): TWINCandidates.encode(commands)
        case (.candidate, .addContacts): TWINCandidates.encode(commands)["batch"]?.elements.first
        default: nil
        }
    }

    /// What the fixture says below `---`.
    func told(_ request: String) -> String {
        do throws(RequestFaults) {
            let decoded = try decode(Array(request.utf8))
            let warnings = decoded.warnings.map {
                "warning \($0.pointer)\($0.further == 0 ? "" : " and \($0.further) more"): \($0.message)"
            }
            return (decoded.commands.map(\.told) + warnings + [back(decoded.commands, of: request)]).joined(
                separator: "\n")
        } catch {
            return error.faults.map { "fault \($0.pointer) \($0.code): \($0.message) \($0.hint)" }.joined(
                separator: "\n")
        }
    }

    private func back(_ commands: [EngineCommand], of request: String) -> String {
        guard let given = try? PolicyValue(json: request), let encoded = encode(commands),
            let back = try? PolicyValue(json: encoded.jsonText)
        else { return "back: no request says it" }
        let differences = back.differences(from: given)
        return differences.isEmpty ? "back: the same" : "back, but:" + differences.map { "\n  " + $0 }.joined()
    }
}

/// A file of fixtures.
struct FixtureFile: CustomTestStringConvertible {
    let surface: FixtureSurface
    let url: URL

    var testDescription: String { surface.rawValue }

    static let all: [FixtureFile] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
        let paths = FileManager.default.subpaths(atPath: folder.path)?.filter { $0.hasSuffix(".txt") } ?? []
        return paths.sorted().compactMap { path in
            FixtureSurface(rawValue: String(path.dropLast(4))).map {
                FixtureFile(surface: $0, url: folder.appending(path: path))
            }
        }
    }()

    struct Chunk {
        let title: String
        let request: String
        let whole: String
    }

    func chunks() throws -> [Chunk] {
        let text = try String(contentsOf: url, encoding: .utf8)
        let parts = ("\n" + text).components(separatedBy: "\n=== ").dropFirst()
        return parts.map { part in
            let title = part.prefix { $0 != "\n" }
            let rest = String(part.dropFirst(title.count + 1))
            let request = rest.components(separatedBy: "\n---")[0].trimmingCharacters(in: .newlines)
            return Chunk(title: String(title), request: request, whole: "=== " + part.trimmingCharacters(in: .newlines))
        }
    }
}
