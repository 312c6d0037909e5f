public import Corpus

/// What a series counts: the mentions of some entries, alone or where others stand near.
public struct Measure: Sendable, Hashable {
  public enum Unit: String, Sendable, Hashable, Codable, CaseIterable {
    case sentence, paragraph, article
  }

  public var id: String
  /// Indices of the entries counted, ascending.
  public var entries: [Int32]
  /// If given, only mentions count that share `unit` with a mention of one of these.
  public var with: [Int32]?
  public var unit: Unit
  /// Only documents count that are about the entries.
  public var isAbout: Bool

  public init(
    id: String, entries: [Int32], with: [Int32]? = nil, unit: Unit = .sentence,
    isAbout: Bool = false
  ) {
    self.id = id
    self.entries = entries
    self.with = with
    self.unit = unit
    self.isAbout = isAbout
  }

  /// A measure for each entry and, for an entry with others below it, its whole branch.
  public static func all(of catalogue: Catalogue) -> [Measure] {
    var below: [Int32: [Int32]] = [:]
    for index in catalogue.entries.indices {
      var next: Int32? = Int32(index)
      while let current = next {
        below[current, default: []].append(Int32(index))
        next = catalogue.entries[Int(current)].parent
      }
    }
    return catalogue.entries.indices.map {
      Measure(id: catalogue.entries[$0].name, entries: below[Int32($0)] ?? [])
    }
  }

  /// The mentions of `mentions` (of one document) that this measure counts.
  public func hits(among mentions: [Mention]) -> [Mention] {
    let counted = mentions.filter { entries.contains(sorted: $0.entry) }
    if isAbout, !Salience(of: counted).isAbout { return [] }
    guard let with, !counted.isEmpty else { return counted }
    let context = mentions.filter { with.contains(sorted: $0.entry) }
    return counted.filter { hit in context.contains { $0 != hit && shares($0, hit) } }
  }

  private func shares(_ a: Mention, _ b: Mention) -> Bool {
    switch unit {
    case .article: true
    case .paragraph: a.field == b.field && a.paragraph == b.paragraph
    case .sentence: a.field == b.field && a.sentence == b.sentence
    }
  }
}

extension [Int32] {
  /// Whether the ascending array holds `value`.
  func contains(sorted value: Int32) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == value
  }
}
