import Ingest
import Statistics

/// How mentions compare with a gold coding: for each document that was coded, all that is in it.
struct GoldScore {
  /// Of one entry, in coded documents.
  private struct Counts {
    var gold: Set<Int> = []
    var found: Set<Int> = []
    /// Spans: gold ones that a mention meets, and mentions that meet a gold one.
    var goldSpans = 0
    var foundSpans = 0
    var metGold = 0
    var metFound = 0
  }

  private struct Place: Hashable {
    var document: Int
    var entry: String
    var field: String
  }

  private var counts: [String: Counts] = [:]
  private let documents: Int
  private let hasSpans: Bool

  /// - Parameters:
  ///   - gold: a table with `document_id` and `entry` (lexicon/entry; empty for a document in which
  ///     nothing is), and perhaps `field`, `start` and `end` as in mentions.csv.
  ///   - mentions: a table as mentions.csv.
  init(gold: String, mentions: String) throws(TableProblem) {
    let gold = (name: gold, table: try NamedTable(path: gold))
    let mentions = (name: mentions, table: try NamedTable(path: mentions))
    try Self.expect(["document_id", "entry"], in: gold.table, gold.name)
    try Self.expect(["document_id", "lexicon", "entry"], in: mentions.table, mentions.name)
    hasSpans = gold.table.hasColumn("start") && gold.table.hasColumn("end")
    var numbers: [String: Int] = [:]
    var lexicons: Set<Substring> = []
    var spans: [Place: [Range<Int>]] = [:]
    for row in 0..<gold.table.rowCount {
      guard let id = gold.table.cell(row, "document_id") else { continue }
      let document = numbers[id] ?? numbers.count
      numbers[id] = document
      guard let entry = gold.table.cell(row, "entry") else { continue }
      guard let lexicon = entry.split(separator: "/", maxSplits: 1).first, lexicon != entry else {
        throw TableProblem(
          file: gold.name, line: gold.table.line(of: row),
          message: "the entry '\(entry)' must be written as lexicon/entry")
      }
      lexicons.insert(lexicon)
      counts[entry, default: Counts()].gold.insert(document)
      if hasSpans {
        let (field, span) = try Self.span(in: gold.table, row, gold.name)
        spans[Place(document: document, entry: entry, field: field), default: []].append(span)
        counts[entry]?.goldSpans += 1
      }
    }
    documents = numbers.count
    var met: [Place: Set<Int>] = [:]
    for row in 0..<mentions.table.rowCount {
      guard let document = mentions.table.cell(row, "document_id").flatMap({ numbers[$0] }),
        let lexicon = mentions.table.cell(row, "lexicon"), lexicons.contains(lexicon[...]),
        let id = mentions.table.cell(row, "entry")
      else { continue }
      let entry = "\(lexicon)/\(id)"
      counts[entry, default: Counts()].found.insert(document)
      guard hasSpans else { continue }
      let (field, span) = try Self.span(in: mentions.table, row, mentions.name)
      let place = Place(document: document, entry: entry, field: field)
      counts[entry]?.foundSpans += 1
      let hits = (spans[place] ?? []).indices.filter { spans[place]?[$0].overlaps(span) ?? false }
      if !hits.isEmpty { counts[entry]?.metFound += 1 }
      met[place, default: []].formUnion(hits)
    }
    for (place, hits) in met { counts[place.entry]?.metGold += hits.count }
  }

  private static func expect(
    _ columns: [String], in table: NamedTable, _ path: String
  ) throws(TableProblem) {
    for column in columns where !table.hasColumn(column) {
      throw TableProblem(file: path, line: 1, message: "there is no column '\(column)'")
    }
  }

  private static func span(
    in table: NamedTable, _ row: Int, _ path: String
  ) throws(TableProblem) -> (field: String, span: Range<Int>) {
    guard let start = table.cell(row, "start").flatMap(Int.init),
      let end = table.cell(row, "end").flatMap(Int.init), start < end
    else {
      throw TableProblem(
        file: path, line: table.line(of: row), message: "'start' and 'end' do not name a span")
    }
    return (table.cell(row, "field") ?? "body", start..<end)
  }

  /// Precision, recall and F1 of all and by entry: of spans where the gold coding has them, else of
  /// documents; and specificity, of documents.
  var rows: [ScoreRow] {
    let entries = counts.keys.sorted()
    var all = Tally()
    var rows: [ScoreRow] = []
    for entry in entries {
      let tally = Tally(counts[entry] ?? Counts(), documents: documents, hasSpans: hasSpans)
      all.add(tally)
      rows += tally.rows(entry)
    }
    return all.rows("all") + rows
  }

  /// How an entry's mentions err, as a test of documents.
  func test(of entry: String) -> ImperfectTest? {
    counts[entry].map {
      ImperfectTest(
        positives: $0.gold.count, foundPositives: $0.gold.intersection($0.found).count,
        negatives: documents - $0.gold.count,
        passedNegatives: documents - $0.gold.union($0.found).count)
    }
  }

  /// What the figures are made of.
  private struct Tally {
    var rightlyFound = 0
    var found = 0
    var recalled = 0
    var gold = 0
    var negatives = 0
    var passed = 0

    init() {}

    init(_ counts: Counts, documents: Int, hasSpans: Bool) {
      let both = counts.gold.intersection(counts.found).count
      rightlyFound = hasSpans ? counts.metFound : both
      found = hasSpans ? counts.foundSpans : counts.found.count
      recalled = hasSpans ? counts.metGold : both
      gold = hasSpans ? counts.goldSpans : counts.gold.count
      negatives = documents - counts.gold.count
      passed = documents - counts.gold.union(counts.found).count
    }

    mutating func add(_ other: Tally) {
      rightlyFound += other.rightlyFound
      found += other.found
      recalled += other.recalled
      gold += other.gold
      negatives += other.negatives
      passed += other.passed
    }

    func rows(_ entry: String) -> [ScoreRow] {
      let precision = ScoreRow(entry, "precision", rightlyFound, of: found)
      let recall = ScoreRow(entry, "recall", recalled, of: gold)
      let (p, r) = (precision.value ?? 0, recall.value ?? 0)
      return [
        precision, recall,
        ScoreRow(entry, "f1", value: p + r > 0 ? 2 * p * r / (p + r) : nil, n: gold),
        ScoreRow(entry, "specificity", passed, of: negatives),
      ]
    }
  }
}
