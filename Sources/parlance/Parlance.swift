import ArgumentParser
import Foundation
import Pipeline

@main
struct Parlance: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parlance",
    abstract: "Reads a news archive and measures how its language shifts.",
    discussion: """
      Start with a study file (see docs/user-guide.md) and type: parlance run study.yaml

      Results go to standard output or files, messages to standard error. Exit status: 0 done, \
      1 failed, 2 usage or study error, 3 done but with more rejects than max_rejected allows.
      """,
    version: Version.current,
    subcommands: [
      RunCommand.self, IngestCommand.self, NormalizeCommand.self, ExtractCommand.self,
      AggregateCommand.self, ParseCommand.self, TagCommand.self, ShiftsCommand.self,
      ConcordanceCommand.self, LexiconCommand.self, SampleCommand.self, ScoreCommand.self,
      TryRecordsCommand.self,
    ])

  static func main() {
    // A file over the limit that `ulimit -f` sets is then a failing write like any other.
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let code as ExitCode {
      Foundation.exit(code.rawValue)
    } catch {
      let status = ExitStatus(of: error)
      if status.code == 0 {
        print(status.message)
      } else {
        StandardError.line(status.message)
      }
      Foundation.exit(status.code)
    }
  }
}
