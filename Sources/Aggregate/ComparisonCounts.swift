import Corpus

/// What a study's comparisons count: documents that hit one measure, another, or both. Adds up like
/// `SeriesCounts`.
public struct ComparisonCounts: Sendable, Equatable {
  /// Of documents in all, those that hit the first measure, the second, both.
  public struct Joint: Sendable, Hashable {
    public var documents = 0
    public var first = 0
    public var second = 0
    public var both = 0

    var firstOnly: Int { first - both }
    var secondOnly: Int { second - both }

    mutating func merge(_ other: Joint) {
      documents += other.documents
      first += other.first
      second += other.second
      both += other.both
    }
  }

  struct Key: Sendable, Hashable {
    var comparison: Int
    /// A group, or the number of an actor.
    var item: String
    /// `nil` for the whole study.
    var bin: Int?
  }

  private(set) var joint: [Key: Joint] = [:]
  /// By comparison and bin: the documents that mention each entry.
  private(set) var attention: [Key: [Int32: Int]] = [:]

  public init() {}

  public mutating func merge(_ other: ComparisonCounts) {
    for (key, count) in other.joint { joint[key, default: Joint()].merge(count) }
    for (key, counts) in other.attention {
      attention[key, default: [:]].merge(counts, uniquingKeysWith: +)
    }
  }

  /// Adds a document that its series counted, in their `bin`.
  public mutating func add(
    _ observation: Observation, bin: Int, to comparisons: [ComparisonPlan], plan: CountingPlan
  ) {
    guard !comparisons.isEmpty, let date = observation.date else { return }
    let hits = plan.hits(in: observation.mentions)
    for (index, comparison) in comparisons.enumerated() where comparison.covers(date) {
      func count(_ item: String, _ bin: Int?, _ first: Int, _ second: Int) {
        let (a, b) = (hits[first] != nil, hits[second] != nil)
        joint[Key(comparison: index, item: item, bin: bin), default: Joint()].merge(
          Joint(
            documents: 1, first: a ? 1 : 0, second: b ? 1 : 0, both: a && b ? 1 : 0))
      }
      switch comparison.kind {
      case .asymmetry:
        count(
          comparison.group.value(of: observation), nil, comparison.measures[0],
          comparison.measures[1])
      case .frameShare:
        for actor in comparison.measures where hits[actor] != nil {
          for bin in [nil, bin] {
            count(plan.measures[actor].id, bin, actor, comparison.frame ?? actor)
          }
        }
      case .concentration:
        let entries = Set(observation.mentions.map(\.entry)).filter {
          comparison.entries.contains(sorted: $0)
        }
        guard !entries.isEmpty else { continue }
        for bin in [nil, bin] {
          let key = Key(comparison: index, item: "", bin: bin)
          for entry in entries { attention[key, default: [:]][entry, default: 0] += 1 }
        }
      case .adoptionLag, .distance, .resonance: continue
      }
    }
  }
}
