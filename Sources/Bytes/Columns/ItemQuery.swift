/// Whether a text can hold any of some phrases, each given as the sets of items that may stand at
/// its words.
public struct ItemQuery: Sendable {
  /// What must stand around the word of a phrase that is looked for.
  private struct Phrase: Sendable {
    /// The sets of the words before it, from the nearest on, and of those behind it.
    var before: ArraySlice<[Int]>
    var behind: ArraySlice<[Int]>
  }

  /// Of each phrase the word that is rarest: most texts hold none of these.
  private let rare: ItemSearch
  /// By the items that may stand at that word.
  private let phrases: [Int: [Phrase]]
  private let vocabulary: Vocabulary

  /// - Parameter phrases: the sets of their words, in order, each ascending.
  public init(anyOf phrases: [[[Int]]], in vocabulary: Vocabulary) {
    var known: [Int: [Phrase]] = [:]
    for phrase in phrases where !phrase.contains(where: \.isEmpty) {
      // Frequent items have small numbers.
      guard let rarest = phrase.indices.max(by: { phrase[$0][0] < phrase[$1][0] }) else { continue }
      let around = Phrase(
        before: ArraySlice(phrase[..<rarest].reversed()), behind: phrase[(rarest + 1)...])
      for item in phrase[rarest] { known[item, default: []].append(around) }
    }
    rare = ItemSearch(known.keys, in: vocabulary)
    self.phrases = known
    self.vocabulary = vocabulary
  }

  /// Whether the words of a phrase follow each other in `codes`, of which none is spelt out.
  public func isMet(in codes: Span<UInt8>) -> Bool {
    rare.isMet(in: codes) { item, place, codes in
      phrases[item]?.contains { holds($0, around: place, in: codes) } ?? false
    }
  }

  private func holds(_ phrase: Phrase, around place: Range<Int>, in codes: Span<UInt8>) -> Bool {
    var index = place.upperBound
    for set in phrase.behind {
      guard let word = word(behind: &index, in: codes), set.contains(sorted: word) else {
        return false
      }
    }
    index = place.lowerBound
    for set in phrase.before {
      guard let word = word(before: &index, in: codes), set.contains(sorted: word) else {
        return false
      }
    }
    return true
  }

  /// The next item that is a word; `index` moves behind it.
  private func word(behind index: inout Int, in codes: Span<UInt8>) -> Int? {
    while index < codes.count, let number = DenseCode.next(in: codes, at: &index) {
      if isWord(number) { return number }
    }
    return nil
  }

  /// The last item before that is a word; `index` moves before it.
  private func word(before index: inout Int, in codes: Span<UInt8>) -> Int? {
    while index > 0, let code = DenseCode.ending(at: index - 1, in: codes) {
      index = code.start
      if isWord(code.number) { return code.number }
    }
    return nil
  }

  private func isWord(_ number: Int) -> Bool {
    number < vocabulary.count && !vocabulary.traits[number].isSeparator
  }
}

/// A set of items of a vocabulary.
struct ItemSet: Sendable {
  /// One bit for each number.
  private var bits: [UInt64]

  init(_ items: some Sequence<Int>, in vocabulary: Vocabulary) {
    bits = Array(repeating: 0, count: vocabulary.count / 64 + 1)
    for item in items { bits[item / 64] |= 1 << UInt64(item % 64) }
  }

  func contains(_ item: Int) -> Bool {
    item / 64 < bits.count && bits[item / 64] & (1 &<< UInt64(item % 64)) != 0
  }
}

extension [Int] {
  /// Whether the ascending array holds `value`.
  fileprivate func contains(sorted value: Int) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == value
  }
}
