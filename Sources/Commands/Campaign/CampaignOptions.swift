import ArgumentParser
import CampaignModel
import Foundation

/// How commands read a policy.
enum PolicyOption {
    static func read(_ text: String, _ streams: Streams) throws -> PolicyReader.Reading {
        let text = text == "-" ? try InputText.standardInput() : text
        do {
            let reading = try PolicyReader.read(json: text)
            for note in reading.notes { streams.say(note) }
            return reading
        } catch {
            for fault in error.faults.dropLast() { streams.say(fault.message, hint: fault.hint) }
            let last = error.faults.last
            throw Trouble.badInput(last?.message ?? "The policy cannot be read.", hint: last?.hint)
        }
    }
}

/// How commands read a legal profile.
enum LegalProfileOption {
    static func profile(_ text: String) throws -> LegalProfile {
        switch text {
        case "default": return .default
        case "none": return .none
        default: return try read(text)
        }
    }

    private static func read(_ path: String) throws -> LegalProfile {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw Trouble(
                .inputOutput, "--profile: the file \(path) cannot be read.",
                hint: "Write default, none, or the path of a JSON file.")
        }
        do {
            return try LegalProfile(json: text)
        } catch {
            throw Trouble.badInput(
                "--profile \(path): \(error.faults.first?.message ?? "it cannot be read.")",
                hint: error.faults.first?.hint)
        }
    }
}

/// How commands check the pacing of a campaign.
enum PacingOption {
    static func check(lines: Int) throws {
        guard (1...100_000).contains(lines) else { throw ValidationError("--lines goes from 1 to 100000.") }
    }
}
