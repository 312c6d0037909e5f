import Corpus
public import Ingest

/// The first reading of `parlance parse --learn-templates`.
public struct TemplateTool: Sendable {
  private let paths: [String]
  private let reading: ReadingSettings
  private let settings: RunSettings

  public init(
    paths: [String], reading: ReadingSettings = ReadingSettings(), settings: RunSettings
  ) {
    self.paths = paths
    self.reading = reading
    self.settings = settings
  }

  public func learn() throws -> Templates {
    try TemplateStage(
      files: Archive(typed: paths).list().files, reader: reading.reader,
      parser: RecordParser(reading.parser(today: settings.today)), settings: settings
    ).learn().learn()
  }
}
