import Bytes

/// The classes of the words seen, by the words themselves.
///
/// A word of up to twelve bytes is found by the key and the tail of its token, which tell it from
/// any other, in one place of memory; the few longer ones are found by their bytes.
struct WordClassCache {
  /// Distinct words after which the memory is given back, so that it stays flat.
  private static let maximumWords = 400_000
  private static let longestInSlot: UInt32 = 12

  private struct Slot {
    /// Zero, as is the tail, in a free slot.
    var key: UInt64 = 0
    var tail: UInt32 = 0
    var wordClass: Int32 = 0

    var isFree: Bool { key == 0 && tail == 0 }

    @inline(__always) func holds(_ token: Token) -> Bool { key == token.key && tail == token.tail }
  }

  /// All words of up to twelve bytes, by open addressing.
  private var slots = Array(repeating: Slot(), count: 1 << 14)
  private var count = 0
  private var longWords = WordTable()
  private var longClasses: [Int32] = []

  /// Sets the `classes` of those `tokens` in `range` whose words stand at home, where their keys
  /// hash to, and the first places of `others` to the indices of the rest, whose number it returns.
  ///
  /// Nothing branches on which these are, so that the processor waits for many places of memory at
  /// a time.
  func classifyAtHome(
    _ tokens: Span<Token>, _ range: Range<Int>, into classes: inout MutableSpan<Int32>,
    others: inout MutableSpan<Int32>
  ) -> Int {
    let slots = slots.span
    let mask = slots.count - 1
    var count = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let token = tokens[index]
      let slot = slots[Self.home(token.key, mask)]
      classes[index] = slot.wordClass
      others[count] = Int32(truncatingIfNeeded: index)
      count &+= slot.holds(token) && token.length <= Self.longestInSlot ? 0 : 1
      index &+= 1
    }
    return count
  }

  /// The class of `token`, if its word was seen.
  ///
  /// The word moves home, and what stood there to its place: so the frequent words are at home.
  @inline(__always)
  mutating func wordClass(of token: Token, in text: Span<UInt8>) -> Int32? {
    guard token.length <= Self.longestInSlot else {
      return longWords.knownNumber(token, of: text).map { longClasses[Int($0)] }
    }
    let index = find(token)
    guard !slots[index].isFree else { return nil }
    slots.swapAt(index, Self.home(token.key, slots.count - 1))
    return slots[Self.home(token.key, slots.count - 1)].wordClass
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

  /// The slot of a word, or the free one where it belongs.
  @inline(__always)
  private func find(_ token: Token) -> Int {
    let mask = slots.count - 1
    var index = Self.home(token.key, mask)
    while !slots[index].holds(token), !slots[index].isFree { index = (index + 1) & mask }
    return index
  }

  @inline(__always)
  private static func home(_ key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 32) & mask
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    for word in old where !word.isFree {
      var index = Self.home(word.key, slots.count - 1)
      while !slots[index].isFree { index = (index + 1) & (slots.count - 1) }
      slots[index] = word
    }
  }

  private mutating func removeAll() {
    for index in slots.indices { slots[index] = Slot() }
    longWords.removeAll()
    longClasses.removeAll(keepingCapacity: true)
    count = 0
  }
}
