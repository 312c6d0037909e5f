import Aggregate
import Bytes
public import Corpus
public import Lexicons
import Statistics
import Store

/// `parlance concordance --collocates`: the words that stand near a query's matches more often than
/// their frequency in the documents makes one expect.
public struct CollocatesTool: Sendable {
  private let study: Study
  private let concordance: ConcordanceTool
  private let window: Int
  private let settings: RunSettings

  /// Unicode scalars that a window of so many words surely fits in.
  private static let scalarsPerWord = 40

  /// - Parameters:
  ///   - query: a term of the lexicon language.
  ///   - window: words on each side of a match.
  public init(
    study: Study, query: String, window: Int, settings: RunSettings
  ) throws(LexiconError) {
    self.study = study
    self.window = window
    self.settings = settings
    concordance = try ConcordanceTool(
      study: study, query: query, width: window * Self.scalarsPerWord, settings: settings)
  }

  /// The words that stand in `minimum` places near matches or more, the strongest first.
  public func rows(minimum: Int) throws -> [NearWordRow] {
    var near: [[UInt8]: Int] = [:]
    var places = 0
    try concordance.run { row in
      let words = Self.words(row.left).suffix(window) + Self.words(row.right).prefix(window)
      places += words.count
      for word in words { near[word, default: 0] += 1 }
    }
    let wanted = near.filter { $0.value >= minimum }
    guard !wanted.isEmpty else { return [] }
    let (totals, all) = try totals(of: Set(wanted.keys))
    return wanted.map { word, count in
      let total = max(count, totals[word] ?? 0)
      let (a, b) = (Double(count), Double(places - count))
      let (c, d) = (Double(total - count), Double(all - places - total + count))
      return NearWordRow(
        word: String(decoding: word, as: UTF8.self), near: count, total: total,
        npmi: normalizedMutualInformation(
          both: a, first: Double(places), second: Double(total), total: Double(all)),
        logLikelihood: LogLikelihood.fourCell(a, b, c, d))
    }.filter { ($0.npmi ?? 0) > 0 }
      .sorted { ($1.logLikelihood ?? 0, $0.word) < ($0.logLikelihood ?? 0, $1.word) }
  }

  private static func words(_ text: String) -> [[UInt8]] {
    let utf8 = FoldedWords.lowercased(text.utf8)
    var tokens: [Token] = []
    Tokenizer.tokenize(utf8.span, into: &tokens)
    return tokens.map { Array(utf8[Int($0.start)..<Int($0.end)]) }
  }

  /// How often each of these words stands in the documents, and the number of all words.
  private func totals(of wanted: Set<[UInt8]>) throws -> ([[UInt8]: Int], Int) {
    let stored = try StoredStudy(study)
    let folded = FoldedWords(stored.vocabulary)
    let store = stored.store
    var known: [Int: Int] = [:]
    var totals: [[UInt8]: Int] = [:]
    var all = 0
    try store.forEachBatch(
      withTexts: true, jobs: settings.jobs,
      makeWorker: {
        var counter = FoldedWords.Counter(folded)
        return { batch throws(StoreError) in
          var part: (known: [Int: Int], others: [[UInt8]: Int]) = ([:], [:])
          for packed in batch {
            let columns = try packed.columns()
            guard let words = counter.count(columns.title, columns.body) else {
              throw packed.damage("text")
            }
            for use in words.known {
              part.known[Int(use.word), default: 0] += Int(use.occurrences)
            }
            for (word, count) in words.others { part.others[word, default: 0] += Int(count) }
          }
          return part
        }
      },
      consume: { part in
        known.merge(part.known, uniquingKeysWith: +)
        totals.merge(part.others.filter { wanted.contains($0.key) }, uniquingKeysWith: +)
        all += part.others.values.reduce(0, +)
      })
    for (number, count) in known {
      all += count
      let word = Array(folded.table.word(Int32(number)))
      if wanted.contains(word) { totals[word, default: 0] += count }
    }
    return (totals, all)
  }
}

/// A collocate of a query.
public struct NearWordRow: TableRow, Hashable {
  public var word: String
  public var near: Int
  public var total: Int
  public var npmi: Double?
  public var logLikelihood: Double?

  public static let schema = TableSchema(
    name: "collocates-of-query", description: "Words near a query's matches.",
    columns: [
      .init("word", .string, "The word, in lower case."),
      .init("near", .integer, "Times that it stands within the window of a match."),
      .init("total", .integer, "Times that it stands in the documents."),
      .init("npmi", .number, "Normalized pointwise mutual information (Bouma 2009)."),
      .init("log_likelihood", .number, "Dunning's log-likelihood ratio G2, of four cells."),
    ])

  public var values: [Value] {
    [
      .text(word), .integer(near), .integer(total), .optional(npmi), .optional(logLikelihood),
    ]
  }
}
