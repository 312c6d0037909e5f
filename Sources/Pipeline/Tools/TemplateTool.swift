import Corpus
public import Ingest

/// The first reading of `parlance parse --learn-templates`.
public struct TemplateTool: Sendable {
  private let paths: [String]
  private let settings: RunSettings

  public init(paths: [String], settings: RunSettings) {
    self.paths = paths
    self.settings = settings
  }

  public func learn() throws -> Templates {
    try TemplateStage(
      files: Archive(typed: paths).list().files,
      parser: RecordParser(ArticleParser(today: settings.today)),
      settings: settings
    ).learn().learn()
  }
}
