import ArgumentParser
import CampaignStorage
import Glibc

/// The root of the command line; what it can do stands in its subcommands, one file each.
struct Ringback: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ringback",
        abstract: "Runs phone bots written in the JAICP/Tovie script language.",
        discussion: """
            EXAMPLES
              ringback call bots/callback      talk to a bot as a caller would
              ringback test bots/callback      replay its tests
              ringback check bots/callback     what is wrong with its scripts
              ringback format bots/callback    bring its scripts into the one style

            Results go to standard output, messages to standard error. Every command with results takes --json.
            Exit status: 0 good, 1 findings or failed tests, 64 wrong usage, 65 bad input, 70 a fault of ours,
            74 input or output failed.
            """,
        version: VersionCommand.version,
        subcommands: [
            CallCommand.self, TestCommand.self, CheckCommand.self, FormatCommand.self, MatchCommand.self,
            EntitiesCommand.self, GraphCommand.self, NewCommand.self, ScheduleCommand.self,
            CampaignCommand.self, DialCommand.self, SimulateCommand.self, SuppressCommand.self, DumpCommand.self,
            VersionCommand.self,
        ])
}

/// The door of the whole program.
package enum CommandLineProgram {
    /// Runs the command of the process's arguments and ends the process with its status.
    package static func run() -> Never {
        // A reader that goes away shows in what `write` returns; it must not end a call without a trace in the store.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try Ringback.parseAsRoot(PhraseArguments.arranged(Array(CommandLine.arguments.dropFirst())))
            try command.run()
            exit(ExitStatus.good.rawValue)
        } catch let trouble as Trouble {
            end(with: trouble)
        } catch let error as StoreError {
            end(with: Trouble(error))
        } catch {
            let status = Ringback.exitCode(for: error)
            // The parser's own way to say "some error": nobody has given it a status, so it is a fault of ours.
            guard status == .failure, !(error is ExitCode) else { Ringback.exit(withError: error) }
            end(
                with: Trouble(
                    .ownFault, "This should not have happened: \(error)", hint: "Please report it with what you ran."))
        }
    }

    private static func end(with trouble: Trouble) -> Never {
        let messages = TextOutput(descriptor: STDERR_FILENO)
        messages.line(messages.style.red("Error: ") + trouble.message.shown)
        if let hint = trouble.hint { messages.line("  " + hint.shown) }
        exit(trouble.status.rawValue)
    }
}

extension ParsableCommand {
    /// Ends the command with "something was found", which is no failure of the command itself.
    func endWithFindings() throws -> Never { throw ExitCode(ExitStatus.findings.rawValue) }
}
