/// Goes through the items of a text.
struct ItemCursor {
  /// Where in the codes the next item begins.
  private var index = 0
  private var spaced: UInt32 = 0
  private(set) var number = 0
  private(set) var traits: ItemTraits
  /// Where in the text the item before ends: one byte before `start` where a space is implied.
  private(set) var gap = 0
  /// The bytes of the text that the item takes.
  private(set) var start = 0
  private(set) var end = 0
  /// Bytes before the start and before the end that continue a Unicode scalar.
  private(set) var continuationsBefore = 0
  private(set) var continuations = 0
  /// Where in the codes an item that is spelt out stands.
  private(set) var spelling = 0..<0
  /// What follows in the codes was never written so.
  private(set) var isDamaged = false

  /// Before the first item.
  init(_ vocabulary: Vocabulary) { traits = vocabulary.traits[0] }

  /// Steps to the next item; `false` at the end and at damage.
  @inline(__always)
  mutating func advance(in codes: Span<UInt8>, _ known: Span<ItemTraits>) -> Bool {
    guard index < codes.count else { return false }
    guard let next = DenseCode.next(in: codes, at: &index), next < known.count else {
      isDamaged = true
      return false
    }
    number = next
    guard next > 0 else { return spell(in: codes) }
    step(to: known[next], length: Int(known[next].length), Int(known[next].continuations))
    return true
  }

  @inline(__always)
  private mutating func step(to item: ItemTraits, length: Int, _ more: Int) {
    traits = item
    gap = end
    start = end &+ Int(spaced & item.spaced)
    end = start &+ length
    spaced = item.spaced
    continuationsBefore = continuations
    continuations &+= more
  }

  private mutating func spell(in codes: Span<UInt8>) -> Bool {
    guard let (found, kind) = TokenColumns.nextSpelling(in: codes, at: &index) else {
      isDamaged = true
      return false
    }
    spelling = found
    let bytes = codes.extracting(spelling)
    step(
      to: ItemTraits(bytes, kind), length: bytes.count,
      bytes.count - countScalars(in: bytes, 0..<bytes.count))
    return true
  }
}
