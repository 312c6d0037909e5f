import Bytes

/// The classes of the words seen, by the words themselves.
///
/// A word of up to twelve bytes is found by the key and the tail of its token, which tell it from
/// any other, in one place of memory; the few longer ones are found by their bytes.
struct WordClassCache {
  /// Distinct words after which the memory is given back, so that it stays flat.
  private static let maximumWords = 400_000
  private static let longestInSlot: UInt32 = 12
  private static let frequentBits: UInt64 = 14

  private struct Slot {
    /// Zero, as is the tail, in a free slot.
    var key: UInt64 = 0
    var tail: UInt32 = 0
    var wordClass: Int32 = 0

    var isFree: Bool { key == 0 && tail == 0 }

    @inline(__always) func holds(_ token: Token) -> Bool { key == token.key && tail == token.tail }
  }

  /// The words seen last, each at the place that its key hashes to: a few thousand words make up
  /// most of any text, and here they stay in the processor's cache.
  private var frequent = Array(repeating: Slot(), count: 1 << frequentBits)
  /// All words of up to twelve bytes, by open addressing.
  private var slots = Array(repeating: Slot(), count: 1 << 14)
  private var count = 0
  private var longWords = WordTable()
  private var longClasses: [Int32] = []

  /// Sets the `classes` of those `tokens` in `range` that are among the words seen last, and the
  /// first places of `others` to the indices of the rest, whose number it returns.
  ///
  /// Which word is which cannot be foretold, so that nothing branches on it here.
  func classifyFrequent(
    _ tokens: Span<Token>, _ range: Range<Int>, into classes: inout MutableSpan<Int32>,
    others: inout MutableSpan<Int32>
  ) -> Int {
    let frequent = frequent.span
    var count = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let token = tokens[index]
      let slot = frequent[Self.place(of: token)]
      classes[index] = slot.wordClass
      others[count] = Int32(truncatingIfNeeded: index)
      count &+= slot.holds(token) && token.length <= Self.longestInSlot ? 0 : 1
      index &+= 1
    }
    return count
  }

  /// The class of `token`, if its word was seen.
  @inline(__always)
  mutating func wordClass(of token: Token, in text: Span<UInt8>) -> Int32? {
    guard token.length <= Self.longestInSlot else {
      return longWords.knownNumber(token, of: text).map { longClasses[Int($0)] }
    }
    let slot = slots[find(token)]
    guard !slot.isFree else { return nil }
    frequent[Self.place(of: token)] = slot
    return slot.wordClass
  }

  /// Remembers the class of a word that was not seen before.
  mutating func insert(_ wordClass: Int32, of token: Token, in text: Span<UInt8>) {
    if count > Self.maximumWords { removeAll() }
    count += 1
    guard token.length <= Self.longestInSlot else {
      _ = longWords.number(token, of: text)
      longClasses.append(wordClass)
      return
    }
    if count * 4 > slots.count * 3 { grow() }
    slots[find(token)] = Slot(key: token.key, tail: token.tail, wordClass: wordClass)
  }

  private static func hash(_ key: UInt64) -> UInt64 { key &* 0x9E37_79B9_7F4A_7C15 }

  private static func place(of token: Token) -> Int {
    Int(truncatingIfNeeded: hash(token.key) &>> (64 - frequentBits))
  }

  /// The slot of a word, or the free one where it belongs.
  @inline(__always)
  private func find(_ token: Token) -> Int {
    var index = home(token.key)
    while !slots[index].holds(token), !slots[index].isFree {
      index = (index + 1) & (slots.count - 1)
    }
    return index
  }

  private func home(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: Self.hash(key) >> 32) & (slots.count - 1)
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    for word in old where !word.isFree {
      var index = home(word.key)
      while !slots[index].isFree { index = (index + 1) & (slots.count - 1) }
      slots[index] = word
    }
  }

  private mutating func removeAll() {
    for index in slots.indices { slots[index] = Slot() }
    for index in frequent.indices { frequent[index] = Slot() }
    longWords.removeAll()
    longClasses.removeAll(keepingCapacity: true)
    count = 0
  }
}
