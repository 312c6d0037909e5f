public import ArgumentParser
import Foundation
public import Pipeline

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Make a lexicon of another program's dictionary, or a dictionary of lexicons.",
    discussion: """
      Formats: \(DictionaryFormat.allCases.map(\.rawValue).joined(separator: ", ")). What cannot be \
      kept is told on standard error.
      """)

  @Argument(help: "A dictionary, a lexicon, or a folder of lexicons.")
  var path: String

  @Option(help: "Its format; by default what its name tells.")
  var from: DictionaryFormat?

  @Option(help: "The format to make.")
  var to: DictionaryFormat

  @Option(name: [.short, .long], help: "The file to write; by default standard output.")
  var output: String?

  @Option(help: "What the lexicon shall be called; by default as the dictionary or its file.")
  var name: String?

  @Option(help: ArgumentHelp("A file for all notes, one a line.", valueName: "file"))
  var notes: String?

  func run() throws {
    let conversion = try ConvertTool(path, from: from, to: to, name: name)
    for line in conversion.notes.summary { StandardError.line(line) }
    if let notes {
      try write(conversion.notes.text, to: notes)
    }
    if let output {
      try write(conversion.text, to: output)
    } else {
      print(conversion.text, terminator: "")
    }
  }

  private func write(_ text: String, to path: String) throws {
    do {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    } catch {
      throw RunError("\(path): cannot be written")
    }
  }
}

extension DictionaryFormat: ExpressibleByArgument {}
