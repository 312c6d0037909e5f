import Bytes
public import Corpus

/// Finds the copies of an archive's documents: exact ones by their words, near ones and syndicated
/// ones by their signatures.
///
/// - Exact: equal content hashes. A text under eight words (a bare headline) says too little:
///   it counts as a copy only when date and outlet are the same too (two unknown ones are).
/// - Near: signatures that agree in at least 80 % of their values, the estimated Jaccard index of
///   the bodies' five-word shingles. Candidates come from 16 bands of 4 values: two bodies at the
///   threshold share at least one band with a probability of 0.9998.
/// - Clusters are the transitive closure. The kept copy is the earliest dated, then the one with
///   the smallest identifier by bytes; undated documents come last.
///
/// The result is the same whatever the order in which documents are added. A document takes about
/// 300 bytes beside its identifier.
public struct DuplicateFinder: Sendable {
  static let threshold = 0.8
  static let bands = 16
  static let minimumWords = 8
  /// A document is compared with so many others of one bucket at most, the next by identifier:
  /// keeps archives of thousands of near-identical templates linear.
  static let bucketWindow = 512

  private var ids: [String] = []
  private var dates: [UInt32] = []
  private var contents: [UInt64] = []
  /// Position of the signature in `signatures`, in signatures; -1 for none.
  private var positions: [Int32] = []
  private var signatures: [UInt32] = []

  public init() {}

  public mutating func add(_ document: Document) {
    add(
      id: document.id, date: document.date, outlet: document.outlet, tokens: document.tokens,
      contentHash: document.contentHash, signature: document.signature)
  }

  /// Adds one document; identifiers must be unique. `tokens` counts the words of title and body.
  public mutating func add(
    id: String, date: CalendarDate?, outlet: String?, tokens: Int, contentHash: UInt64,
    signature: [UInt32]
  ) {
    ids.append(id)
    let key = Self.dateKey(date)
    dates.append(key)
    var content = contentHash
    if tokens < Self.minimumWords {
      content = ContentHash.mix(content ^ UInt64(key))
      content = ContentHash.mix(content ^ FNV1a.hash(outlet ?? ""))
    }
    contents.append(content)
    if signature.count == MinHash.size {
      positions.append(Int32(signatures.count / MinHash.size))
      signatures.append(contentsOf: signature)
    } else {
      positions.append(-1)
    }
  }

  /// One member for each document, in the byte order of their identifiers.
  public func clusters() -> [ClusterMember] {
    let order = ids.indices.sorted { ids[$0].utf8.lexicographicallyPrecedes(ids[$1].utf8) }
    var sets = UnionFind(count: order.count)
    uniteEqual(order.map { contents[$0] }, among: Array(0..<order.count), in: &sets)
    uniteNear(order, in: &sets)
    return members(order, &sets)
  }

  /// Orders by the first possible day, then by the last, as `CalendarDate` does; undated last.
  private static func dateKey(_ date: CalendarDate?) -> UInt32 {
    guard let date else { return .max }
    return UInt32(date.firstDay + 1_000_000) << 9 | UInt32(date.lastDay - date.firstDay)
  }

  /// Unites the ranks whose keys are equal; returns one rank of each kind, ascending.
  @discardableResult
  private func uniteEqual(
    _ keys: [UInt64], among ranks: [Int], in sets: inout UnionFind
  ) -> [Int] {
    var first: [UInt64: Int] = [:]
    first.reserveCapacity(ranks.count)
    var kinds: [Int] = []
    for (key, rank) in zip(keys, ranks) {
      if let known = first[key] {
        sets.union(known, rank)
      } else {
        first[key] = rank
        kinds.append(rank)
      }
    }
    return kinds
  }

  private func uniteNear(_ order: [Int], in sets: inout UnionFind) {
    let signed = order.indices.filter { positions[order[$0]] >= 0 }
    let whole = signed.map { bandKey(positions[order[$0]], 0..<MinHash.size) }
    let kinds = uniteEqual(whole, among: signed, in: &sets)
    let rows = MinHash.size / Self.bands
    for band in 0..<Self.bands {
      var entries = kinds.map { rank in
        let key = bandKey(positions[order[rank]], band * rows..<(band + 1) * rows)
        return (key: key, rank: Int32(rank))
      }
      entries.sort { ($0.key, $0.rank) < ($1.key, $1.rank) }
      for (index, entry) in entries.enumerated() {
        var other = index + 1
        while other < entries.count, entries[other].key == entry.key,
          other - index <= Self.bucketWindow
        {
          let a = Int(entry.rank)
          let b = Int(entries[other].rank)
          if sets.find(a) != sets.find(b),
            areNear(positions[order[a]], positions[order[b]])
          {
            sets.union(a, b)
          }
          other += 1
        }
      }
    }
  }

  private func bandKey(_ position: Int32, _ values: Range<Int>) -> UInt64 {
    let start = Int(position) * MinHash.size
    var key: UInt64 = 0
    var index = values.lowerBound
    while index < values.upperBound {
      key = ContentHash.mix(key ^ UInt64(signatures[start + index]))
      index += 1
    }
    return key
  }

  private func areNear(_ a: Int32, _ b: Int32) -> Bool {
    let a = Int(a) * MinHash.size
    let b = Int(b) * MinHash.size
    var equal = 0
    var index = 0
    while index < MinHash.size {
      if signatures[a + index] == signatures[b + index] { equal += 1 }
      index += 1
    }
    return Double(equal) >= Self.threshold * Double(MinHash.size)
  }

  private func members(_ order: [Int], _ sets: inout UnionFind) -> [ClusterMember] {
    var sizes = [Int32](repeating: 0, count: order.count)
    var kept = [Int32](repeating: -1, count: order.count)
    for rank in order.indices {
      let root = sets.find(rank)
      sizes[root] += 1
      // Ranks ascend by identifier, so that an equal date does not displace.
      if kept[root] < 0 || dates[order[rank]] < dates[order[Int(kept[root])]] {
        kept[root] = Int32(rank)
      }
    }
    return order.indices.map { rank in
      let root = sets.find(rank)
      return ClusterMember(
        documentID: ids[order[rank]],
        duplicateOf: Int(kept[root]) == rank ? nil : ids[order[Int(kept[root])]],
        clusterSize: Int(sizes[root]))
    }
  }
}
