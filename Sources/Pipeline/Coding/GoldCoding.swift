import Corpus
import Ingest

/// A gold coding and the mentions in its documents, side by side.
struct GoldCoding {
  /// Where entries stand: in which documents, and there in which spans of which field.
  struct Finds {
    struct Place: Hashable {
      var document: Int
      var field: String
    }

    var documents: Set<Int> = []
    var spans: [Place: [Range<Int>]] = [:]

    mutating func merge(_ other: Finds) {
      documents.formUnion(other.documents)
      spans.merge(other.spans) { $0 + $1 }
    }
  }

  /// By entry, as lexicon/entry, without those below it.
  private(set) var gold: [String: Finds] = [:]
  private(set) var found: [String: Finds] = [:]
  /// How many documents were coded.
  var documents: Int { numbers.count }
  let hasSpans: Bool
  /// What in the coding cannot be right, a line each.
  private(set) var warnings: [String] = []
  /// The coded documents, numbered.
  private var numbers: [String: Int] = [:]

  /// - Parameters:
  ///   - path: a table with `document_id` and `entry` (lexicon/entry; empty for a document in which
  ///     nothing is), and perhaps `field`, `start` and `end` as in mentions.csv.
  ///   - mentions: a table as mentions.csv.
  ///   - documents: a table as documents.csv, by which unknown documents are told.
  ///   - entries: the names of all entries, if known.
  init(
    path: String, mentions: String, documents: String?, entries: Set<String>?
  ) throws(TableProblem) {
    let gold = try NamedTable(path: path)
    try Self.expect(["document_id", "entry"], in: gold, path)
    hasSpans = gold.hasColumn("start") && gold.hasColumn("end")
    try read(gold, path, documents: documents, entries: entries)
    try compare(try NamedTable(path: mentions), mentions)
  }

  private mutating func read(
    _ table: NamedTable, _ path: String, documents: String?, entries: Set<String>?
  ) throws(TableProblem) {
    let known = try Self.known(documents)
    var strangers: [(id: String, line: Int)] = []
    for row in 0..<table.rowCount {
      guard let id = table.cell(row, "document_id") else { continue }
      guard known?.contains(id) ?? true else {
        strangers.append((id, table.line(of: row)))
        continue
      }
      let document = numbers[id] ?? numbers.count
      numbers[id] = document
      guard let entry = table.cell(row, "entry") else { continue }
      guard let slash = entry.firstIndex(of: "/"), slash > entry.startIndex else {
        throw TableProblem(
          file: path, line: table.line(of: row),
          message: "the entry '\(entry)' must be written as lexicon/entry")
      }
      if let entries, !entries.contains(entry), gold[entry] == nil {
        let near = nearestWord(to: entry, among: entries).map { "; did you mean '\($0)'?" }
        warnings.append(
          "\(path):\(table.line(of: row)): there is no entry '\(entry)' in the lexicons, so it counts as missed\(near ?? "")"
        )
      }
      gold[entry, default: Finds()].merge(try finds(document, table, row, path))
    }
    if let first = strangers.first {
      warnings.append(
        "\(path):\(first.line): \(strangers.count) rows are left out: their documents, first '\(first.id)', are not in \(documents ?? "")"
      )
    }
    guard !numbers.isEmpty else {
      throw TableProblem(
        file: path, line: 1, message: "there is no coded document of the study below the header")
    }
  }

  /// Takes the mentions in coded documents, of the lexicons that were coded.
  private mutating func compare(_ table: NamedTable, _ path: String) throws(TableProblem) {
    try Self.expect(["document_id", "lexicon", "entry"], in: table, path)
    let lexicons = Set(gold.keys.compactMap { $0.split(separator: "/").first })
    for row in 0..<table.rowCount {
      guard let document = table.cell(row, "document_id").flatMap({ numbers[$0] }),
        let lexicon = table.cell(row, "lexicon"), lexicons.contains(lexicon[...]),
        let id = table.cell(row, "entry")
      else { continue }
      found["\(lexicon)/\(id)", default: Finds()].merge(try finds(document, table, row, path))
    }
  }

  /// What one row says.
  private func finds(
    _ document: Int, _ table: NamedTable, _ row: Int, _ path: String
  ) throws(TableProblem) -> Finds {
    guard hasSpans else { return Finds(documents: [document]) }
    guard let start = table.cell(row, "start").flatMap(Int.init),
      let end = table.cell(row, "end").flatMap(Int.init), start < end
    else {
      throw TableProblem(
        file: path, line: table.line(of: row), message: "'start' and 'end' do not name a span")
    }
    let place = Finds.Place(document: document, field: table.cell(row, "field") ?? "body")
    return Finds(documents: [document], spans: [place: [start..<end]])
  }

  private static func known(_ path: String?) throws(TableProblem) -> Set<String>? {
    guard let path else { return nil }
    let table = try NamedTable(path: path)
    return Set((0..<table.rowCount).compactMap { table.cell($0, "document_id") })
  }

  private static func expect(
    _ columns: [String], in table: NamedTable, _ path: String
  ) throws(TableProblem) {
    for column in columns where !table.hasColumn(column) {
      throw TableProblem(file: path, line: 1, message: "there is no column '\(column)'")
    }
  }
}
