import Bytes
public import Corpus
import Extract
public import Lexicons
import Store

/// `parlance concordance`: every place where a query matches in a study's documents, with the
/// words around it (keyword in context). Reads the store, never the archive.
public struct ConcordanceTool: Sendable {
  private let study: Study
  private let query: LexiconSet
  private let settings: RunSettings
  private let width: Int

  /// - Parameters:
  ///   - query: a term of the lexicon language.
  ///   - width: Unicode scalars of context on each side.
  public init(
    study: Study, query: String, width: Int, settings: RunSettings
  ) throws(LexiconError) {
    self.study = study
    self.settings = settings
    self.width = width
    self.query = try LexiconSet(query: query)
  }

  /// Calls `body` with the lines, by document and place.
  public func run(_ body: (ConcordanceRow) throws -> Void) throws {
    let stored = try StoredStudy(study)
    let (store, vocabulary) = (stored.store, stored.vocabulary)
    let (lexicons, width) = (CompiledLexicons(query), width)
    let search = DocumentSearch(store: store, vocabulary: vocabulary, jobs: settings.jobs)
    let keys = try store.sorted(search.keys(matchingAny: query))
    let batches = stride(from: 0, to: keys.count, by: 128).map {
      keys[$0..<min($0 + 128, keys.count)]
    }
    try OrderedPipeline<ArraySlice<Int64>, Result<[ConcordanceRow], StoreError>>(
      jobs: settings.jobs
    ).run(
      produce: { emit in for batch in batches { try emit(batch) } },
      makeWorker: {
        var tagger = Tagger(lexicons, vocabulary: vocabulary)
        return { keys in
          Result { () throws(StoreError) in
            var rows: [ConcordanceRow] = []
            for packed in try store.documents(keys) {
              let columns = try packed.columns()
              let mentions = try tagger.mentions(in: packed, columns)
              var title = ColumnText(columns.title)
              var body = ColumnText(columns.body)
              for mention in mentions {
                let row =
                  mention.field == .title
                  ? ConcordanceRow(mention, in: packed.header, &title, vocabulary, width: width)
                  : ConcordanceRow(mention, in: packed.header, &body, vocabulary, width: width)
                guard let row else { throw packed.damage("text") }
                rows.append(row)
              }
            }
            return rows
          }
        }
      },
      consume: { rows in for row in try rows.get() { try body(row) } })
  }
}

/// One line of a concordance.
public struct ConcordanceRow: TableRow, Hashable {
  public var documentID: String
  public var date: CalendarDate?
  public var outlet: String?
  public var left: String
  public var match: String
  public var right: String

  /// `nil` where the columns that `text` reads are damaged. Only what is shown is made of them.
  init?(
    _ mention: Mention, in document: Document, _ text: inout ColumnText, _ vocabulary: Vocabulary,
    width: Int
  ) {
    let bytes = mention.range.bytes
    let first = max(0, Int(bytes.lowerBound) - width * 4)
    var utf8: [UInt8] = []
    guard
      text.append(
        first..<min(text.size, Int(bytes.upperBound) + width * 4), in: vocabulary, to: &utf8)
    else { return nil }
    let start = Int(bytes.lowerBound) - first
    let end = Int(bytes.upperBound) - first
    documentID = document.id
    date = document.date
    outlet = document.outlet
    match = Self.line(utf8[start..<end])
    left = String(Substring(Self.line(utf8[..<start]).unicodeScalars.suffix(width)))
    right = String(Substring(Self.line(utf8[end...]).unicodeScalars.prefix(width)))
  }

  /// The same of a stored document.
  ///
  /// - Parameter columns: those of the document.
  init(
    _ mention: Mention, in packed: PackedDocument,
    _ columns: (title: TokenColumns, body: TokenColumns), _ vocabulary: Vocabulary, width: Int
  ) throws(StoreError) {
    var text = ColumnText(mention.field == .title ? columns.title : columns.body)
    guard let row = ConcordanceRow(mention, in: packed.header, &text, vocabulary, width: width)
    else { throw packed.damage("text") }
    self = row
  }

  /// The match in its context, and where it stands.
  public var line: String { "\(left)[\(match)]\(right)  (\(origin))" }

  private var origin: String { "\(date?.description ?? "undated") \(outlet ?? documentID)" }

  private static func line(_ bytes: ArraySlice<UInt8>) -> String {
    // A cut inside a scalar leaves continuation bytes at the edges.
    let whole = bytes.drop { $0 & 0xC0 == 0x80 }
    return String(decoding: whole.map { $0 == UInt8(ascii: "\n") ? 0x20 : $0 }, as: UTF8.self)
  }

  public static let schema = TableSchema(
    name: "concordance", description: "A query's matches in context.",
    columns: [
      .init("document_id", .string, "The document, as in documents.csv."),
      .init("date", .any, "The document's date."),
      .init("outlet", .string, "The document's outlet."),
      .init("left", .string, "What stands before the match."),
      .init("match", .string, "The words that matched."),
      .init("right", .string, "What stands after the match."),
    ])

  public var values: [Value] {
    [
      .text(documentID), .optional(date?.description), .optional(outlet), .text(left),
      .text(match), .text(right),
    ]
  }
}
