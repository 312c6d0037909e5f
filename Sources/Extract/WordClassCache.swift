import Bytes

/// The classes of the words seen, by the words themselves.
///
/// A word of up to 16 bytes is found by its key and its last eight bytes, which tell it from any
/// other, in one place of memory; the few longer ones are found by their bytes.
struct WordClassCache {
  /// Distinct words after which the memory is given back, so that it stays flat.
  private static let maximumWords = 400_000
  private static let frequentBits = 13

  private struct Slot {
    var key: UInt64 = 0
    var tail: UInt64 = 0
    /// Zero in a free slot.
    var length: UInt32 = 0
    var wordClass: Int32 = 0

    init() {}

    @inline(__always) init(_ token: Token, in text: Span<UInt8>) {
      key = token.key
      length = token.end - token.start
      if length > 8 { tail = token.lastEightBytes(in: text) }
    }

    var hash: UInt64 { key &* 0x9E37_79B9_7F4A_7C15 }

    @inline(__always) func holds(_ word: Slot) -> Bool {
      key == word.key && tail == word.tail && length == word.length
    }
  }

  /// The words seen last, each at the place that its key hashes to: a few thousand words make up
  /// most of any text, and here they stay in the processor's cache.
  private var frequent = Array(repeating: Slot(), count: 1 << frequentBits)
  /// All words of up to 16 bytes, by open addressing.
  private var slots = Array(repeating: Slot(), count: 1 << 14)
  private var count = 0
  private var longWords = WordTable()
  private var longClasses: [Int32] = []

  /// The class of `token`, if its word was seen.
  @inline(__always)
  mutating func wordClass(of token: Token, in text: Span<UInt8>) -> Int32? {
    guard token.end - token.start <= 16 else { return longWordClass(of: token, in: text) }
    let word = Slot(token, in: text)
    let place = Int(truncatingIfNeeded: word.hash >> UInt64(64 - Self.frequentBits))
    if frequent[place].holds(word) { return frequent[place].wordClass }
    let index = find(word)
    guard slots[index].length > 0 else { return nil }
    frequent[place] = slots[index]
    return slots[index].wordClass
  }

  /// Remembers the class of a word that was not seen before.
  mutating func insert(_ wordClass: Int32, of token: Token, in text: Span<UInt8>) {
    if count > Self.maximumWords { removeAll() }
    count += 1
    guard token.end - token.start <= 16 else {
      _ = longWords.number(token, of: text)
      longClasses.append(wordClass)
      return
    }
    if count * 2 > slots.count { grow() }
    var word = Slot(token, in: text)
    word.wordClass = wordClass
    slots[find(word)] = word
  }

  private func longWordClass(of token: Token, in text: Span<UInt8>) -> Int32? {
    longWords.knownNumber(token, of: text).map { longClasses[Int($0)] }
  }

  /// The slot of `word`, or the free one where it belongs.
  @inline(__always)
  private func find(_ word: Slot) -> Int {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: word.hash >> 32) & mask
    while slots[index].length > 0, !slots[index].holds(word) { index = (index + 1) & mask }
    return index
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    for word in old where word.length > 0 { slots[find(word)] = word }
  }

  private mutating func removeAll() {
    for index in slots.indices { slots[index] = Slot() }
    for index in frequent.indices { frequent[index] = Slot() }
    longWords.removeAll()
    longClasses.removeAll(keepingCapacity: true)
    count = 0
  }
}
