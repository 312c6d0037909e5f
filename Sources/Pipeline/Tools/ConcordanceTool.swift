public import Corpus
import Extract
import Foundation
public import Lexicons
import Store

/// `parlance concordance`: every place where a query matches in a study's documents, with the
/// words around it (keyword in context). Reads the store, never the archive.
public struct ConcordanceTool: Sendable {
  private let study: Study
  private let lexicons: CompiledLexicons
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
    lexicons = CompiledLexicons(try LexiconSet(query: query))
  }

  /// Calls `body` with the lines, by document and place.
  public func run(_ body: (ConcordanceRow) throws -> Void) throws {
    let path = study.resolve(study.out) + "/study.sqlite"
    guard FileManager.default.fileExists(atPath: path) else {
      throw RunError("\(path): the study has not been run yet; type: parlance run \(study.file)")
    }
    let store = try StudyStore(path: path)
    let (lexicons, width, vocabulary) = (lexicons, width, try store.vocabulary())
    try OrderedPipeline<[PackedDocument], Result<[ConcordanceRow], StoreError>>(
      jobs: settings.jobs
    ).run(
      produce: { emit in try store.forEachBatch(emit) },
      makeWorker: {
        var tagger = Tagger(lexicons)
        return { batch in
          Result { () throws(StoreError) in
            var rows: [ConcordanceRow] = []
            for packed in batch {
              let document = try packed.unpack(vocabulary)
              for mention in tagger.mentions(in: document) {
                rows.append(ConcordanceRow(mention, in: document, width: width))
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

  init(_ mention: Mention, in document: Document, width: Int) {
    let utf8 = (mention.field == .title ? document.title : document.body).utf8
    let start = Int(mention.range.bytes.lowerBound)
    let end = Int(mention.range.bytes.upperBound)
    documentID = document.id
    date = document.date
    outlet = document.outlet
    match = Self.line(utf8[start..<end])
    left = String(
      String.UnicodeScalarView(
        Self.line(utf8[max(0, start - width * 4)..<start]).unicodeScalars.suffix(width)))
    right = String(
      String.UnicodeScalarView(
        Self.line(utf8[end..<min(utf8.count, end + width * 4)]).unicodeScalars.prefix(width)))
  }

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
