import Aggregate
import Bytes
import Corpus
import Lexicons
import Store

/// `parlance sample`: mentions of a study drawn for hand-coding.
public struct SampleTool: Sendable {
  public struct Options: Sendable {
    public var size: Int
    public var seed: UInt64
    /// Selectors of the entries to draw from; none for all.
    public var entries: [String]
    /// Draw from entries by their number of mentions, not evenly.
    public var isProportional: Bool
    /// Without date, outlet and place, and with the entries mixed.
    public var isBlind: Bool
    /// Unicode scalars of context on each side.
    public var width: Int

    public init(
      size: Int, seed: UInt64, entries: [String], isProportional: Bool, isBlind: Bool, width: Int
    ) {
      self.size = size
      self.seed = seed
      self.entries = entries
      self.isProportional = isProportional
      self.isBlind = isBlind
      self.width = width
    }
  }

  private let study: Study
  private let options: Options
  private let settings: RunSettings

  public init(study: Study, options: Options, settings: RunSettings) {
    self.study = study
    self.options = options
    self.settings = settings
  }

  /// A mention that may be drawn.
  private struct Unit: Sendable {
    var key: Int64
    var mention: Mention
    var identity: String
  }

  /// A unit, and the cell of its entry that it is in: outlet and period.
  private struct Offer: Sendable {
    var unit: Unit
    var cell: String
  }

  /// A sheet, and what it is a sample of.
  public struct Sheet: Sendable {
    /// By entry, or mixed in a blind sheet.
    public var rows: [CodingRow]
    public var coverage: SampleCoverage
  }

  /// Draws the sheet. Copies of documents are left out.
  public func sheet() throws -> Sheet {
    let stored = try StoredStudy(study)
    let instrument = try stored.instrument()
    let catalogue = instrument.catalogue
    let (sample, mentions) = try offer(
      stored, try stored.forms(instrument), catalogue, wanted: try wanted(catalogue))
    let drawn = sample.drawn(options.isProportional ? .proportional : .equal)
    let rows = try rows(of: drawn, stored, catalogue)
    let order = rows.indices.sorted {
      let (a, b) = (options.isBlind ? 0 : drawn[$0].entry, options.isBlind ? 0 : drawn[$1].entry)
      return (a, drawn[$0].random) < (b, drawn[$1].random)
    }
    return Sheet(
      rows: order.map { rows[$0] },
      coverage: SampleCoverage(
        drawn: Set(drawn.map(\.entry)), counts: sample.counts, studyMentions: mentions))
  }

  /// By entry, whether it may be drawn from.
  private func wanted(_ catalogue: Catalogue) throws -> [Bool] {
    guard !options.entries.isEmpty else {
      return Array(repeating: true, count: catalogue.entries.count)
    }
    var wanted = Array(repeating: false, count: catalogue.entries.count)
    for text in options.entries {
      do throws(Selector.SyntaxError) {
        for entry in try Selector(text).entries(of: catalogue) { wanted[Int(entry)] = true }
      } catch {
        throw RunError("--entry: \(error.message)", isStudyError: true)
      }
    }
    return wanted
  }

  /// All mentions that may be drawn, and how many the study has.
  private func offer(
    _ stored: StoredStudy, _ forms: Forms, _ catalogue: Catalogue, wanted: [Bool]
  ) throws -> (sample: StratifiedSample<Unit>, mentions: Int) {
    var sample = StratifiedSample<Unit>(size: options.size, seed: options.seed)
    var total = 0
    let (store, period) = (stored.store, study.period)
    try store.forEachBatch(
      withTexts: false, jobs: settings.jobs,
      makeWorker: {
        { batch throws(StoreError) in
          var offers: [Offer] = []
          var count = 0
          for document in batch where document.duplicateOf == nil {
            let header = document.header
            let bin = header.date.flatMap { period.bin(of: $0) }
            let label = bin.map { period.label(of: $0) } ?? ""
            let mentions = try document.mentions(forms).mentions
            count += mentions.count
            for mention in mentions where wanted[Int(mention.entry)] {
              let scalars = mention.range.scalars
              let entry = catalogue.entries[Int(mention.entry)].name
              let identity =
                "\(header.id)\t\(mention.field.rawValue)\t\(scalars.lowerBound)\t\(scalars.upperBound)\t\(entry)"
              offers.append(
                Offer(
                  unit: Unit(key: document.key, mention: mention, identity: identity),
                  cell: "\(header.outlet ?? "")\t\(label)"))
            }
          }
          return (offers, count)
        }
      },
      consume: { offers, count in
        total += count
        for offer in offers {
          sample.offer(
            offer.unit, identity: offer.unit.identity, entry: offer.unit.mention.entry,
            stratum: offer.cell)
        }
      })
    return (sample, total)
  }

  private func rows(
    of drawn: [StratifiedSample<Unit>.Drawn], _ stored: StoredStudy, _ catalogue: Catalogue
  ) throws -> [CodingRow] {
    let documents = try stored.store.documents(drawn.map(\.unit.key))
    return try zip(drawn, documents).map { drawn, packed in
      let mention = drawn.unit.mention
      let context = try ConcordanceRow(
        mention, in: packed, packed.columns(), stored.vocabulary, width: options.width)
      let entry = catalogue.entries[Int(mention.entry)]
      let number = String(FNV1a.hash(drawn.unit.identity), radix: 16)
      return CodingRow(
        // The letter keeps spreadsheets from reading a number.
        item: "m" + String(repeating: "0", count: 16 - number.count) + number, entry: entry.name,
        label: entry.label, context: context,
        place: options.isBlind
          ? nil
          : CodingRow.Place(
            term: catalogue.terms[Int(mention.term)], field: mention.field,
            start: Int(mention.range.scalars.lowerBound),
            end: Int(mention.range.scalars.upperBound)),
        weight: drawn.weight, stratum: drawn.stratum)
    }
  }
}
