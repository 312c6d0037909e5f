/// Signatures whose agreement estimates how much two bodies have in common (the Jaccard index of
/// their sets of five-word shingles).
///
/// One-permutation hashing (Li, Owen and Zhang 2012) with optimal densification (Shrivastava 2017):
/// each shingle is hashed once into one of 64 bins that keep their minimum; an empty bin borrows
/// the value of a bin that a fixed random sequence picks.
public enum MinHash {
  /// Values in a signature.
  public static let size = 64
  /// Bodies with fewer words get no signature: too few shingles to compare.
  public static let minimumWords = 20
  static let shingle = 5

  /// The signature of a sequence of word hashes; empty below `minimumWords`.
  static func signature(of words: [UInt64]) -> [UInt32] {
    guard words.count >= minimumWords else { return [] }
    var bins = [UInt32](repeating: .max, count: size)
    // A polynomial in the words' hashes, rolled on by one word at a time.
    var rolling: UInt64 = 0
    var index = 0
    while index < words.count {
      if index >= shingle { rolling &-= words[index - shingle] &* highest }
      rolling = rolling &* base &+ words[index]
      index += 1
      guard index >= shingle else { continue }
      let hash = ContentHash.mix(rolling)
      let bin = Int(truncatingIfNeeded: hash >> 58)
      // The marker of an empty bin is no value.
      let value = min(UInt32(truncatingIfNeeded: hash), .max - 1)
      if value < bins[bin] { bins[bin] = value }
    }
    densify(&bins)
    return bins
  }

  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let highest = base &* base &* base &* base

  private static func densify(_ bins: inout [UInt32]) {
    let sparse = bins
    for bin in 0..<size where sparse[bin] == .max {
      var attempt: UInt64 = 1
      while bins[bin] == .max {
        let probe = ContentHash.mix(UInt64(bin) << 32 | attempt) >> 58
        bins[bin] = sparse[Int(truncatingIfNeeded: probe)]
        attempt += 1
      }
    }
  }
}
