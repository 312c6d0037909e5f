import Bytes
import Corpus
import Export
import Store

/// Renders the rows of stored mentions. One for each thread: it remembers the cells of each term.
///
/// Of a text only the words of its mentions are made again.
struct MentionRenderer {
  private let catalogue: Catalogue
  private let vocabulary: Vocabulary
  /// By term.
  private var cells: [RenderedCells?]
  private var text: [UInt8] = []

  init(_ catalogue: Catalogue, _ vocabulary: Vocabulary) {
    self.catalogue = catalogue
    self.vocabulary = vocabulary
    cells = Array(repeating: nil, count: catalogue.terms.count)
  }

  /// Appends the rows of a document's mentions.
  mutating func append(
    _ mentions: [Mention], of packed: PackedDocument, to rows: inout RenderedRows<MentionRow>
  ) throws(StoreError) {
    guard !mentions.isEmpty else { return }
    let columns = try packed.columns()
    var title = ColumnText(columns.title)
    var body = ColumnText(columns.body)
    let header = packed.header
    let first = RenderedCells(
      MentionRow.values(document: header.id, header.date, outlet: header.outlet))
    for mention in mentions {
      let bytes = Int(mention.range.bytes.lowerBound)..<Int(mention.range.bytes.upperBound)
      text.removeAll(keepingCapacity: true)
      let isWhole =
        mention.field == .title
        ? title.append(bytes, in: vocabulary, to: &text)
        : body.append(bytes, in: vocabulary, to: &text)
      guard isWhole else { throw packed.damage("text") }
      let scalars = mention.range.scalars
      rows.append(
        first, cells(of: mention),
        MentionRow.values(
          mention.field, Int(scalars.lowerBound)..<Int(scalars.upperBound),
          sentence: Int(mention.sentence), text: String(decoding: text, as: UTF8.self),
          ambiguous: mention.ambiguous, weight: catalogue.weight(of: mention.term)))
    }
  }

  private mutating func cells(of mention: Mention) -> RenderedCells {
    if let known = cells[Int(mention.term)] { return known }
    let entry = catalogue.entries[Int(mention.entry)]
    let new = RenderedCells(
      MentionRow.values(
        lexicon: entry.lexicon, entry: entry.id, term: catalogue.terms[Int(mention.term)]))
    cells[Int(mention.term)] = new
    return new
  }
}
