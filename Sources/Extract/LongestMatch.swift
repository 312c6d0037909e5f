import Corpus

/// A term whose conditions hold at a match.
struct Candidate {
  var lexicon: Int32
  /// `nil` for a phrase that only blocks.
  var entry: Int32?
  var term: Int32
  var match: PatternMatch
}

/// Within one lexicon the longest match wins; several entries on one span all stand.
enum LongestMatch {
  /// The winners of `candidates`, which are of one lexicon and one field, with whether another
  /// entry claims the same span.
  static func winners(_ candidates: [Candidate]) -> [(candidate: Candidate, isAmbiguous: Bool)] {
    let sorted = candidates.sorted { $0.match.bytes.lowerBound < $1.match.bytes.lowerBound }
    var winners: [(Candidate, Bool)] = []
    var start = 0
    while start < sorted.count {
      // A run of candidates that hang together by overlap is settled by itself.
      var reach = sorted[start].match.bytes.upperBound
      var end = start + 1
      while end < sorted.count, sorted[end].match.bytes.lowerBound < reach {
        reach = max(reach, sorted[end].match.bytes.upperBound)
        end += 1
      }
      settle(sorted[start..<end], into: &winners)
      start = end
    }
    return winners
  }

  private static func settle(
    _ run: ArraySlice<Candidate>, into winners: inout [(Candidate, Bool)]
  ) {
    if run.count == 1, let only = run.first {
      if only.entry != nil { winners.append((only, false)) }
      return
    }
    let ranked = run.sorted(by: ranks)
    var accepted: [[Candidate]] = []
    for candidate in ranked {
      if let same = accepted.firstIndex(where: { $0[0].match.parts == candidate.match.parts }) {
        let isBlocked = accepted[same][0].entry == nil
        let isKnown = accepted[same].contains { $0.entry == candidate.entry }
        if !isBlocked, !isKnown { accepted[same].append(candidate) }
      } else if !accepted.contains(where: { $0[0].match.overlaps(candidate.match) }) {
        accepted.append([candidate])
      }
    }
    for group in accepted where group[0].entry != nil {
      for candidate in group { winners.append((candidate, group.count > 1)) }
    }
  }

  /// Longer first, then earlier, then blocking phrases, then the order of the lexicon.
  private static func ranks(_ a: Candidate, _ b: Candidate) -> Bool {
    if a.match.weight != b.match.weight { return a.match.weight > b.match.weight }
    if a.match.bytes.lowerBound != b.match.bytes.lowerBound {
      return a.match.bytes.lowerBound < b.match.bytes.lowerBound
    }
    if (a.entry == nil) != (b.entry == nil) { return a.entry == nil }
    return a.term < b.term
  }
}
