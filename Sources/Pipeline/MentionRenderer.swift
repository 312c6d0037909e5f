import Aggregate
import Corpus
import Export
import Store

/// Renders the rows of stored mentions, without their texts. One for each thread: it remembers the
/// cells of each form.
struct MentionRenderer {
  /// The cells that all mentions of a form share.
  private struct Cells {
    var term: RenderedCells
    var text: RenderedCells
    var rest: RenderedCells
  }

  private let catalogue: Catalogue
  private let forms: Forms
  private let inTitle = RenderedCells([MentionRow.value(of: .title)])
  private let inBody = RenderedCells([MentionRow.value(of: .body)])
  private let isAmbiguous = RenderedCells([.boolean(true)])
  private let isClear = RenderedCells([.boolean(false)])
  /// By twice the points.
  private let salience = (0...Int(Salience.most * 2)).map {
    RenderedCells([MentionRow.value(ofSalience: Double($0) / 2)])
  }
  /// By form.
  private var known: [Cells?]

  init(_ catalogue: Catalogue, _ forms: Forms) {
    self.catalogue = catalogue
    self.forms = forms
    known = Array(repeating: nil, count: forms.count)
  }

  /// Appends the rows of a document's mentions.
  mutating func append(
    _ found: StoredMentions, of header: Document, to rows: inout RenderedRows<MentionRow>
  ) {
    guard !found.mentions.isEmpty else { return }
    let first = RenderedCells(
      MentionRow.values(document: header.id, header.date, outlet: header.outlet))
    let salient = Salience.byEntry(found.mentions)
    for (index, mention) in found.mentions.enumerated() {
      let form = Int(found.forms[index])
      let cells =
        form > 0 ? cells(of: form, mention) : cells(of: mention, found.spellings[-1 - form])
      rows.append(first)
      rows.append(cells.term)
      rows.append(mention.field == .title ? inTitle : inBody)
      rows.append(Int(mention.range.scalars.lowerBound))
      rows.append(Int(mention.range.scalars.upperBound))
      rows.append(Int(mention.sentence))
      rows.append(cells.text)
      rows.append(mention.ambiguous ? isAmbiguous : isClear)
      rows.append(cells.rest)
      rows.append(salience[Int((salient[mention.entry]?.points ?? 0) * 2)])
      rows.endRow()
    }
  }

  private mutating func cells(of form: Int, _ mention: Mention) -> Cells {
    if let known = known[form] { return known }
    let new = cells(of: mention, forms.text(of: form))
    known[form] = new
    return new
  }

  private func cells(of mention: Mention, _ text: ArraySlice<UInt8>) -> Cells {
    let entry = catalogue.entries[Int(mention.entry)]
    return Cells(
      term: RenderedCells(
        MentionRow.values(
          lexicon: entry.lexicon, entry: entry.id, term: catalogue.terms[Int(mention.term)])),
      text: RenderedCells([.text(String(decoding: text, as: UTF8.self))]),
      rest: RenderedCells(
        MentionRow.values(
          weight: catalogue.weight(of: mention.term), rule: catalogue.rules[Int(mention.term)])))
  }
}
