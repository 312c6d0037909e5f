import Corpus
import Foundation
import Pipeline
import TestSupport
import Testing

/// The pages that a person reads beside the code.
enum Documentation {
  static let root = URL(filePath: PackagePaths.root)

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The Markdown files of the repository, outside of build folders.
  static func pages() throws -> [String] {
    let folders = ["", "docs/", "corpus/", "lexicons/", "Benchmarks/"]
    return try folders.flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path())
        .filter { $0.hasSuffix(".md") }.sorted().map { folder + $0 }
    }
  }
}

@Suite struct DocumentationTests {
  static let schemas = [
    DocumentRow.schema, RejectRow.schema, MentionRow.schema, SeriesRow.schema, ShiftRow.schema,
    CooccurrenceRow.schema, KeynessRow.schema, CollocateRow.schema, ExampleRow.schema,
    ComparisonRow.schema, ResonanceRow.schema, AliasRow.schema,
  ]

  @Test(arguments: schemas.map(\.name))
  func codebookHasEachColumnAsTheTablesDescribeIt(table: String) throws {
    let schema = try #require(Self.schemas.first { $0.name == table })
    let codebook = try Documentation.text("docs/tables.md")
    #expect(codebook.contains("## \(schema.name).csv\n\n\(schema.description)\n"))
    let rows = schema.columns.map { "| `\($0.name)` | \($0.kind.rawValue) | \($0.description) |\n" }
    #expect(codebook.contains("|---|---|---|\n" + rows.joined()))
  }

  /// What commands print, in the codebook too.
  @Test(arguments: [
    ("concordance", ConcordanceRow.schema), ("concordance --collocates", NearWordRow.schema),
    ("lexicon diff", LexiconDiffRow.schema), ("lexicon suggest", SuggestionRow.schema),
    ("sample", CodingRow.schema), ("score", ScoreRow.schema),
    ("score --series", CorrectedRow.schema),
  ])
  func codebookHasWhatCommandsPrint(command: String, schema: TableSchema) throws {
    let rows = schema.columns.map { "| `\($0.name)` | \($0.kind.rawValue) | \($0.description) |\n" }
    let section =
      "### parlance \(command)\n\n\(schema.description)\n\n"
      + "| column | type | meaning |\n|---|---|---|\n" + rows.joined()
    #expect(try Documentation.text("docs/tables.md").contains(section), "\(section)")
  }

  @Test(arguments: Reject.Reason.allCases)
  func reasonIsListed(reason: Reject.Reason) throws {
    #expect(try Documentation.text("docs/rejects.md").contains("| `\(reason.rawValue)` |"))
  }

  @Test(arguments: try Documentation.pages())
  func linksLeadToFiles(page: String) throws {
    let folder = Documentation.root.appending(path: page).deletingLastPathComponent()
    for match in try Documentation.text(page).matches(of: #/\]\(([^)#:\s]+)(#[^)]*)?\)/#) {
      let target = folder.appending(path: String(match.1)).standardizedFileURL
      #expect(
        FileManager.default.fileExists(atPath: target.path()),
        "\(page) links to \(match.1), which does not exist")
    }
  }
}
