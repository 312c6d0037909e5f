public import Corpus

/// How often each measure was hit in each period and group. Integers only, so that what many
/// threads or machines counted in parts adds up to the same as one pass.
public struct SeriesCounts: Sendable, Equatable {
  public struct Denominator: Sendable, Hashable {
    public var documents = 0
    public var tokens = 0
  }

  public struct Hits: Sendable, Hashable {
    public var hits = 0
    public var documents = 0
  }

  /// A period of a group.
  public struct Cell: Sendable, Hashable {
    public var bin: Int
    public var group: GroupValue
  }

  public let period: Period
  public private(set) var denominators: [Cell: Denominator] = [:]
  /// By index into the study's measures; a cell without hits is absent.
  public private(set) var hits: [[Cell: Hits]]
  /// Documents left out because their date lies outside the study's.
  public private(set) var outOfRange = 0

  public init(period: Period, measureCount: Int) {
    self.period = period
    hits = Array(repeating: [:], count: measureCount)
  }

  /// Adds the counts of another part of the archive, made with the same plan.
  public mutating func merge(_ other: SeriesCounts) {
    for (cell, denominator) in other.denominators {
      denominators[cell, default: Denominator()].documents += denominator.documents
      denominators[cell, default: Denominator()].tokens += denominator.tokens
    }
    for (measure, cells) in other.hits.enumerated() {
      for (cell, count) in cells {
        hits[measure][cell, default: Hits()].hits += count.hits
        hits[measure][cell, default: Hits()].documents += count.documents
      }
    }
    outOfRange += other.outOfRange
  }

  /// Adds one document; returns its bin, or `nil` when it is left out.
  @discardableResult
  public mutating func add(_ observation: Observation, plan: CountingPlan) -> Int? {
    guard let date = observation.date, let bin = period.bin(of: date) else { return nil }
    guard plan.covers(date) else {
      outOfRange += 1
      return nil
    }
    let cells =
      [Cell(bin: bin, group: .all)]
      + plan.groups.map {
        Cell(bin: bin, group: GroupValue(group: $0.rawValue, value: $0.value(of: observation)))
      }
    for cell in cells {
      denominators[cell, default: Denominator()].documents += 1
      denominators[cell, default: Denominator()].tokens += observation.tokens
    }
    for (measure, count) in plan.hits(in: observation.mentions) {
      for cell in cells {
        hits[measure][cell, default: Hits()].hits += count
        hits[measure][cell, default: Hits()].documents += 1
      }
    }
    return bin
  }
}

/// What a study counts, arranged so that a document costs in proportion to its mentions.
public struct CountingPlan: Sendable {
  public let measures: [Measure]
  public let period: Period
  public let groups: [Group]
  public let from: CalendarDate?
  public let to: CalendarDate?
  /// Measures without context, by the entry that counts for them.
  private let plain: [Int32: [Int]]
  private let contextual: [Int]

  public init(
    measures: [Measure], period: Period, groups: [Group], from: CalendarDate? = nil,
    to: CalendarDate? = nil
  ) {
    self.measures = measures
    self.period = period
    self.groups = groups
    self.from = from
    self.to = to
    var plain: [Int32: [Int]] = [:]
    for (index, measure) in measures.enumerated() where measure.with == nil {
      for entry in measure.entries { plain[entry, default: []].append(index) }
    }
    self.plain = plain
    contextual = measures.indices.filter { measures[$0].with != nil }
  }

  /// The number of hits of each measure that is hit at all.
  func hits(in mentions: [Mention]) -> [Int: Int] {
    var counts: [Int: Int] = [:]
    for mention in mentions {
      for measure in plain[mention.entry] ?? [] { counts[measure, default: 0] += 1 }
    }
    for measure in contextual {
      let hits = measures[measure].hits(among: mentions).count
      if hits > 0 { counts[measure] = hits }
    }
    return counts
  }

  func covers(_ date: CalendarDate) -> Bool {
    (from.map { date.firstDay >= $0.firstDay } ?? true)
      && (to.map { date.lastDay <= $0.lastDay } ?? true)
  }
}
