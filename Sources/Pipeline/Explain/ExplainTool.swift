public import Corpus
public import Ingest

/// `parlance parse --explain`: block by block, what was kept or dropped and why, and where the
/// metadata came from.
public struct ExplainTool: Sendable {
  /// How an explanation is written.
  public enum Format: String, Sendable, CaseIterable {
    /// A line for each block.
    case text
    /// One page to look at, without scripts or anything from elsewhere.
    case html
  }

  private let paths: [String]
  private let format: Format
  private let templates: Templates?
  private let reading: ReadingSettings
  private let settings: RunSettings

  /// - Parameter templates: what is dropped from the articles, if it was learned.
  public init(
    paths: [String], format: Format, templates: Templates? = nil,
    reading: ReadingSettings = ReadingSettings(), settings: RunSettings
  ) {
    self.paths = paths
    self.format = format
    self.templates = templates
    self.reading = reading
    self.settings = settings
  }

  /// Calls `write` with the explanations in the order of the paths; what could not be read is
  /// told by `onReject`. Returns whether all files could be read.
  public func run(write: ([UInt8]) throws -> Void, onReject: (Reject) -> Void) throws -> Bool {
    let parser = reading.parser(today: settings.today)
    let (format, templates) = (format, templates)
    if format == .html { try write(Array(ExplanationHTML.head.utf8)) }
    let isComplete = try RecordTool(paths: paths, reading: reading, settings: settings).run(
      makeWorker: {
        { records in
          var text = ""
          var rejects: [Reject] = []
          for record in records {
            for var explanation in parser.explain(record) {
              if let templates { explanation.strip(templates) }
              if case .failure(let reject) = explanation.result { rejects.append(reject) }
              guard !explanation.metadata.isEmpty || !explanation.blocks.isEmpty else { continue }
              switch format {
              case .text: text += ExplanationText(explanation).text
              case .html: text += ExplanationHTML(explanation).html
              }
            }
          }
          return (Array(text.utf8), rejects)
        }
      }, consume: write, onReject: onReject)
    if format == .html { try write(Array(ExplanationHTML.tail.utf8)) }
    return isComplete
  }
}
