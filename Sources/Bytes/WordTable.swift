/// Numbers the distinct words of a text or an archive: 0, 1, 2 … in the order first seen.
///
/// Open addressing over the tokens' own keys. A key of up to eight bytes is the word; of longer
/// words the bytes are compared too, so that two words never share a number.
public struct WordTable: Sendable {
  @usableFromInline struct Slot: Sendable {
    @usableFromInline var key: UInt64 = 0
    @usableFromInline var length: UInt32 = 0
    @usableFromInline var id: Int32 = -1
    @usableFromInline init() {}
  }

  @usableFromInline var slots: [Slot]
  @usableFromInline var starts: [UInt32] = [0]
  @usableFromInline var arena: [UInt8] = []

  public init(minimumCapacity: Int = 1 << 12) {
    var size = 64
    while size < minimumCapacity * 2 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
  }

  /// The number of distinct words seen.
  public var count: Int { starts.count - 1 }

  /// The bytes of the word numbered `id`.
  public func word(_ id: Int32) -> ArraySlice<UInt8> {
    arena[Int(starts[Int(id)])..<Int(starts[Int(id) + 1])]
  }

  /// Replaces `ids` by the numbers of `tokens`, giving new words the next free ones.
  public mutating func number(_ tokens: [Token], of text: Span<UInt8>, into ids: inout [Int32]) {
    ids.removeAll(keepingCapacity: true)
    ids.reserveCapacity(tokens.count)
    for token in tokens { ids.append(number(token, of: text)) }
  }

  /// The number of one token of `text`, a new one if it was never seen.
  public mutating func number(_ token: Token, of text: Span<UInt8>) -> Int32 {
    let place = find(token, of: text)
    let id = slots[place].id
    return id >= 0 ? id : insert(token, of: text, at: place)
  }

  /// The number of `word`, a new one if it was never seen.
  public mutating func number(of word: Span<UInt8>) -> Int32 {
    number(Token(0..<word.count, of: word), of: word)
  }

  /// The number of `word`, a new one if it was never seen.
  public mutating func number(of word: String) -> Int32 {
    var word = word
    return word.withUTF8 { number(of: Span(_unsafeElements: $0)) }
  }

  /// The number of `word`, or `nil` if it was never seen.
  public func knownNumber(of word: Span<UInt8>) -> Int32? {
    knownNumber(Token(0..<word.count, of: word), of: word)
  }

  /// The number of one token of `text`, or `nil` if it was never seen.
  public func knownNumber(_ token: Token, of text: Span<UInt8>) -> Int32? {
    let place = find(token, of: text)
    return slots[place].id >= 0 ? slots[place].id : nil
  }

  /// Forgets all words, keeping the memory.
  public mutating func removeAll() {
    for index in slots.indices { slots[index] = Slot() }
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    arena.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  private static func home(_ key: UInt64, _ mask: Int) -> Int {
    let mixed = key &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32) & mask
  }

  /// The slot that holds the token's word, or the free one where it belongs.
  @inline(__always)
  private func find(_ token: Token, of text: Span<UInt8>) -> Int {
    let mask = slots.count - 1
    let length = token.end - token.start
    var index = Self.home(token.key, mask)
    while true {
      let slot = slots[index]
      if slot.id < 0 { return index }
      if slot.key == token.key, slot.length == length,
        length <= 8 || isWord(slot.id, token, of: text)
      {
        return index
      }
      index = (index + 1) & mask
    }
  }

  private func isWord(_ id: Int32, _ token: Token, of text: Span<UInt8>) -> Bool {
    let start = Int(starts[Int(id)])
    let base = Int(token.start)
    var offset = 0
    while offset < Int(token.end) - base {
      if arena[start + offset] != text[base + offset] { return false }
      offset += 1
    }
    return true
  }

  private mutating func insert(_ token: Token, of text: Span<UInt8>, at index: Int) -> Int32 {
    let id = Int32(count)
    slots[index].key = token.key
    slots[index].length = token.end - token.start
    slots[index].id = id
    for offset in Int(token.start)..<Int(token.end) { arena.append(text[offset]) }
    starts.append(UInt32(arena.count))
    if count * 2 > slots.count { grow() }
    return id
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    let mask = slots.count - 1
    for slot in old where slot.id >= 0 {
      var index = Self.home(slot.key, mask)
      while slots[index].id >= 0 { index = (index + 1) & mask }
      slots[index] = slot
    }
  }
}
