import Corpus
internal import Statistics

/// How often each measure was hit in each period and group. Integers only, so that what many
/// threads or machines counted in parts adds up to the same as one pass.
public struct SeriesCounts: Sendable, Equatable {
  public struct Denominator: Sendable, Hashable {
    public var documents = 0
    public var tokens = 0
    /// Σ tokens² over the documents.
    var tokenSquares = 0
    /// Tokens in each replicate of the bootstrap, if there is one.
    var replicates = Replicates()

    mutating func add(_ tokens: Int, _ weights: [Int32]) {
      documents += 1
      self.tokens += tokens
      tokenSquares += tokens * tokens
      replicates.add(tokens, weights)
    }

    mutating func merge(_ other: Denominator) {
      documents += other.documents
      tokens += other.tokens
      tokenSquares += other.tokenSquares
      replicates.merge(other.replicates)
    }
  }

  public struct Hits: Sendable, Hashable {
    public var hits = 0
    public var documents = 0
    /// Σ hits² and Σ hits × tokens over the documents.
    var squares = 0
    var byTokens = 0
    /// Hits in each replicate of the bootstrap, if there is one.
    var replicates = Replicates()

    mutating func add(_ hits: Int, tokens: Int, _ weights: [Int32]) {
      self.hits += hits
      documents += 1
      squares += hits * hits
      byTokens += hits * tokens
      replicates.add(hits, weights)
    }

    mutating func merge(_ other: Hits) {
      hits += other.hits
      documents += other.documents
      squares += other.squares
      byTokens += other.byTokens
      replicates.merge(other.replicates)
    }
  }

  /// A sum in each replicate of the bootstrap.
  struct Replicates: Sendable, Hashable {
    private(set) var sums: [Int] = []

    mutating func add(_ number: Int, _ weights: [Int32]) {
      guard !weights.isEmpty else { return }
      if sums.isEmpty { sums = Array(repeating: 0, count: weights.count) }
      for index in weights.indices { sums[index] += number * Int(weights[index]) }
    }

    mutating func merge(_ other: Replicates) {
      if sums.isEmpty {
        sums = other.sums
      } else {
        for index in other.sums.indices { sums[index] += other.sums[index] }
      }
    }
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
      denominators[cell, default: Denominator()].merge(denominator)
    }
    for (measure, cells) in other.hits.enumerated() {
      for (cell, count) in cells { hits[measure][cell, default: Hits()].merge(count) }
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
    let weights =
      plan.bootstrap > 0
      ? PoissonBootstrap(replicates: plan.bootstrap).weights(of: observation.key) : []
    let cells =
      [Cell(bin: bin, group: .all)]
      + plan.countedGroups.map {
        Cell(bin: bin, group: GroupValue(group: $0.rawValue, value: $0.value(of: observation)))
      }
    for cell in cells {
      denominators[cell, default: Denominator()].add(observation.tokens, weights)
    }
    for (measure, count) in plan.hits(in: observation.mentions) {
      for cell in cells {
        hits[measure][cell, default: Hits()].add(count, tokens: observation.tokens, weights)
      }
    }
    return bin
  }
}
