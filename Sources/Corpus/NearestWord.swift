/// The candidate that is spelled most like `word`, for "did you mean …?"; `nil` when none is near.
public func nearestWord(to word: String, among candidates: some Sequence<String>) -> String? {
  var best: (distance: Int, word: String)?
  for candidate in candidates {
    let distance = editDistance(Array(word.lowercased()), Array(candidate.lowercased()))
    if let known = best, (known.distance, known.word) <= (distance, candidate) { continue }
    best = (distance, candidate)
  }
  guard let best else { return nil }
  // Of a short word two other letters make another word.
  let limit = word.count < 4 ? min(1, word.count - 1) : max(2, word.count / 3)
  let isBeginning = word.count > 1 && best.word.lowercased().hasPrefix(word.lowercased())
  guard best.distance <= limit || isBeginning else { return nil }
  return best.word
}

/// Edits of one letter, and swaps of two neighbours, that turn `a` into `b`: optimal string
/// alignment.
public func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for (i, x) in a.enumerated() {
    var row = [i + 1]
    for (j, y) in b.enumerated() {
      var distance = min(last[j + 1] + 1, row[j] + 1, last[j] + (x == y ? 0 : 1))
      if i > 0, j > 0, x == b[j - 1], y == a[i - 1] {
        distance = min(distance, beforeLast[j - 1] + 1)
      }
      row.append(distance)
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}
