/// Learns what the pages of each outlet have in common: menus, newsletter boxes, footers.
///
/// From each outlet, a sample of at most 256 articles is kept, as hashes of their words: the
/// memory needed grows with the number of outlets, not of articles. What is learned depends on
/// the set of articles alone, not on their order.
public struct TemplateLearner: Sendable {
  /// The sample of each outlet, by rank.
  private var samples: [String: [TemplateSpecimen]] = [:]

  static let sampleSize = 256
  /// A template stands in so many articles of the sample at least,
  static let leastArticles = 3
  /// and in one of so many,
  static let leastShare = 33
  /// which are dated so many days apart. Within a month, newsrooms repeat themselves: background
  /// to a running story, updated versions of it under other titles.
  static let leastDays: Int32 = 30
  /// Where dates are missing or near one another, it stands in one of so many.
  static let leastShareAtOnce = 5

  public init() {}

  public mutating func add(_ specimen: TemplateSpecimen) {
    var sample = samples[specimen.host] ?? []
    let place = sample.firstIndex { $0.rank >= specimen.rank } ?? sample.count
    if place < sample.count, sample[place].rank == specimen.rank {
      // Of the copies of an article, the choice must not depend on which came first.
      guard specimen.textHash < sample[place].textHash else { return }
      sample[place] = specimen
    } else {
      guard place < Self.sampleSize else { return }
      sample.insert(specimen, at: place)
      if sample.count > Self.sampleSize { sample.removeLast() }
    }
    samples[specimen.host] = sample
  }

  /// Outlets that articles were seen of.
  public var outlets: Int { samples.count }

  public func learn() -> Templates {
    Templates(supports: samples.mapValues(Self.supports).filter { !$0.value.isEmpty })
  }

  /// In how many articles something stands, and when they were published.
  private struct Tally {
    var articles = 0
    var lastArticle = -1
    var first = Int32.max
    var last = Int32.min
  }

  /// The runs and blocks that are templates, and in how many articles of the sample each stands.
  private static func supports(_ sample: [TemplateSpecimen]) -> [UInt64: Int32] {
    var texts: Set<UInt64> = []
    let articles = sample.filter { texts.insert($0.textHash).inserted }
    guard articles.count >= leastArticles else { return [:] }
    var tallies: [UInt64: Tally] = [:]
    for (number, article) in articles.enumerated() {
      for block in article.blocks where !block.hashes.isEmpty {
        count(block.whole, in: number, article.day, &tallies)
        block.forEachRun { count($0, in: number, article.day, &tallies) }
      }
    }
    return tallies.compactMapValues { tally in
      let spread = tally.first <= tally.last && tally.last - tally.first >= leastDays
      let share = spread ? leastShare : leastShareAtOnce
      let isTemplate =
        tally.articles >= leastArticles && tally.articles * share >= articles.count
      return isTemplate ? Int32(tally.articles) : nil
    }
  }

  private static func count(
    _ hash: UInt64, in article: Int, _ day: Int32?, _ tallies: inout [UInt64: Tally]
  ) {
    var tally = tallies[hash] ?? Tally()
    guard tally.lastArticle != article else { return }
    tally.lastArticle = article
    tally.articles += 1
    if let day {
      tally.first = min(tally.first, day)
      tally.last = max(tally.last, day)
    }
    tallies[hash] = tally
  }
}
