import Corpus

/// A term whose conditions hold at a match.
struct Candidate {
  var lexicon: Int32
  /// `nil` for a phrase that only blocks.
  var entry: Int32?
  var term: Int32
  var match: PatternMatch
}

/// A candidate that stands, and whether another entry claims the same span.
struct Winner {
  var candidate: Candidate
  var isAmbiguous: Bool
}

/// Within one lexicon the longest match wins; several entries on one span all stand.
enum LongestMatch {
  /// Appends the winners of `candidates`, which are of one lexicon and one field.
  static func settle(_ candidates: inout [Candidate], into winners: inout [Winner]) {
    candidates.sort { $0.match.bytes.lowerBound < $1.match.bytes.lowerBound }
    var start = 0
    while start < candidates.count {
      // A run of candidates that hang together by overlap is settled by itself.
      var reach = candidates[start].match.bytes.upperBound
      var end = start + 1
      while end < candidates.count, candidates[end].match.bytes.lowerBound < reach {
        reach = max(reach, candidates[end].match.bytes.upperBound)
        end += 1
      }
      if end - start == 1 {
        if candidates[start].entry != nil {
          winners.append(Winner(candidate: candidates[start], isAmbiguous: false))
        }
      } else {
        settle(run: candidates[start..<end], into: &winners)
      }
      start = end
    }
  }

  private static func settle(run: ArraySlice<Candidate>, into winners: inout [Winner]) {
    let ranked = run.sorted(by: ranks)
    var taken = TakenRanges()
    var start = 0
    while start < ranked.count {
      // Candidates on one span rank side by side.
      var end = start + 1
      while end < ranked.count, ranked[end].match.hasSpan(of: ranked[start].match) { end += 1 }
      if taken.insert(ranked[start].match.parts) {
        append(ranked[start..<end], to: &winners)
      }
      start = end
    }
  }

  /// Appends the entries that claim one span, each once; none if a blocking phrase claims it.
  private static func append(_ group: ArraySlice<Candidate>, to winners: inout [Winner]) {
    guard let first = group.first, first.entry != nil else { return }
    let base = winners.count
    for candidate in group
    where !winners[base...].contains(where: { $0.candidate.entry == candidate.entry }) {
      winners.append(Winner(candidate: candidate, isAmbiguous: false))
    }
    guard winners.count - base > 1 else { return }
    for index in base..<winners.count { winners[index].isAmbiguous = true }
  }

  /// Longer first, then earlier, then blocking phrases, then the order of the lexicon.
  private static func ranks(_ a: Candidate, _ b: Candidate) -> Bool {
    let (x, y) = (a.match, b.match)
    if x.weight != y.weight { return x.weight > y.weight }
    if x.bytes.lowerBound != y.bytes.lowerBound { return x.bytes.lowerBound < y.bytes.lowerBound }
    if x.bytes.upperBound != y.bytes.upperBound { return x.bytes.upperBound < y.bytes.upperBound }
    if x.gap != y.gap { return x.gap.lowerBound < y.gap.lowerBound }
    if (a.entry == nil) != (b.entry == nil) { return a.entry == nil }
    return a.term < b.term
  }
}

/// Disjoint ranges of bytes, in order.
private struct TakenRanges {
  private var ranges: [Range<Int32>] = []

  /// Takes both parts if both are free.
  mutating func insert(_ parts: (Range<Int32>, Range<Int32>)) -> Bool {
    let first = ranges.partitioningIndex { $0.upperBound > parts.0.lowerBound }
    guard isFree(parts.0, at: first) else { return false }
    guard !parts.1.isEmpty else {
      ranges.insert(parts.0, at: first)
      return true
    }
    let second = ranges.partitioningIndex { $0.upperBound > parts.1.lowerBound }
    guard isFree(parts.1, at: second) else { return false }
    ranges.insert(parts.1, at: second)
    ranges.insert(parts.0, at: first)
    return true
  }

  private func isFree(_ part: Range<Int32>, at index: Int) -> Bool {
    index == ranges.count || ranges[index].lowerBound >= part.upperBound
  }
}
