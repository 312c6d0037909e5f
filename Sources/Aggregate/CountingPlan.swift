public import Corpus

/// What becomes of outlets that come and go, so that they do not look like shifts.
public enum Panel: String, Sendable, Hashable, Codable, CaseIterable {
  /// Series of the outlets that have documents in every period in which the archive has any.
  case fixed
  /// Shares with each outlet's own level taken out.
  case demeaned
}

/// What a study counts, arranged so that a document costs in proportion to its mentions.
public struct CountingPlan: Sendable {
  public let measures: [Measure]
  public let period: Period
  public let groups: [Group]
  public let from: CalendarDate?
  public let to: CalendarDate?
  /// Series that a change of the outlets in the archive cannot shift.
  public let panels: Set<Panel>
  /// Groups that are counted for comparisons, without series of their own.
  public let comparedGroups: [Group]
  /// Replicates of the bootstrap of rates; 0 for none.
  public let bootstrap: Int
  /// Measures that count every mention, by the entry that counts for them.
  private let plain: [Int32: [Int]]
  /// Those for which other mentions of the document say whether one counts.
  private let contextual: [Int]

  public init(
    measures: [Measure], period: Period, groups: [Group], from: CalendarDate? = nil,
    to: CalendarDate? = nil, panels: Set<Panel> = [], comparedGroups: [Group] = [],
    bootstrap: Int = 0
  ) {
    self.measures = measures
    self.period = period
    self.groups = groups
    self.from = from
    self.to = to
    self.panels = panels
    self.comparedGroups = comparedGroups
    self.bootstrap = bootstrap
    var plain: [Int32: [Int]] = [:]
    func isPlain(_ measure: Measure) -> Bool { measure.with == nil && !measure.isAbout }
    for (index, measure) in measures.enumerated() where isPlain(measure) {
      for entry in measure.entries { plain[entry, default: []].append(index) }
    }
    self.plain = plain
    contextual = measures.indices.filter { !isPlain(measures[$0]) }
  }

  /// The groups that are counted: those of the study and of its comparisons, and the outlets for a
  /// panel.
  var countedGroups: [Group] {
    let all = Set(groups + comparedGroups + (panels.isEmpty ? [] : [.outlet]))
    return Group.allCases.filter(all.contains)
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

  /// Whether the study's dates hold the date.
  public func covers(_ date: CalendarDate) -> Bool {
    (from.map { date.firstDay >= $0.firstDay } ?? true)
      && (to.map { date.lastDay <= $0.lastDay } ?? true)
  }
}
