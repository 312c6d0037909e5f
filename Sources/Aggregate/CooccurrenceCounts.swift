import Corpus

/// In how many sentences, paragraphs or articles two entries stand together. Adds up like
/// `SeriesCounts`.
public struct CooccurrenceCounts: Sendable, Equatable {
  public struct Pair: Sendable, Hashable {
    /// The smaller entry index.
    public var a: Int32
    public var b: Int32
  }

  /// The counts of one period and unit.
  public struct Slice: Sendable, Equatable {
    /// Units in all, with or without mentions.
    public var units = 0
    public var single: [Int32: Int] = [:]
    public var pairs: [Pair: Int] = [:]

    mutating func add(_ entries: [Int32]) {
      for (index, a) in entries.enumerated() {
        single[a, default: 0] += 1
        for b in entries[(index + 1)...] { pairs[Pair(a: a, b: b), default: 0] += 1 }
      }
    }

    mutating func merge(_ other: Slice) {
      units += other.units
      single.merge(other.single, uniquingKeysWith: +)
      pairs.merge(other.pairs, uniquingKeysWith: +)
    }
  }

  public struct Key: Sendable, Hashable {
    /// Bin of the period, or `nil` for all periods together.
    public var bin: Int?
    public var unit: Measure.Unit
  }

  /// A unit with more entries than this is a list, not a statement, and is not counted.
  public static let maximumEntriesPerUnit = 60

  public let period: Period
  public let units: [Measure.Unit]
  public private(set) var slices: [Key: Slice] = [:]

  public init(period: Period, units: [Measure.Unit]) {
    self.period = period
    self.units = units
  }

  public mutating func merge(_ other: CooccurrenceCounts) {
    for (key, slice) in other.slices { slices[key, default: Slice()].merge(slice) }
  }

  /// Adds a document that its series counted.
  public mutating func add(_ observation: Observation) {
    guard let date = observation.date, let bin = period.bin(of: date) else { return }
    for unit in units {
      let all = Self.entries(of: observation.mentions, by: unit)
      let entries = all.filter { $0.count <= Self.maximumEntriesPerUnit }
      let units = unit == .article ? 1 : unit == .sentence ? observation.sentences : all.count
      for key in [Key(bin: nil, unit: unit), Key(bin: bin, unit: unit)] {
        slices[key, default: Slice()].units += units - (all.count - entries.count)
        for set in entries { slices[key, default: Slice()].add(set) }
      }
    }
  }

  /// The distinct entries, ascending, of each unit that has any. `mentions` are in text order.
  private static func entries(of mentions: [Mention], by unit: Measure.Unit) -> [[Int32]] {
    var sets: [[Int32]] = []
    var current: (field: Field, number: Int32)?
    for mention in mentions {
      let place: (Field, Int32) =
        switch unit {
        case .sentence: (mention.field, mention.sentence)
        case .paragraph: (mention.field, mention.paragraph)
        case .article: (.title, 0)
        }
      if !(current.map { $0 == place } ?? false) {
        sets.append([])
        current = place
      }
      sets[sets.count - 1].append(mention.entry)
    }
    return sets.map { Set($0).sorted() }
  }
}
