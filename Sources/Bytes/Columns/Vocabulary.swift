/// What an item of a text is.
public enum ItemKind: UInt8, Sendable {
  /// What stands between two words: white space, punctuation.
  case separator
  /// A word of an alphabetic script, or a number.
  case word
  /// One Han, kana or Hangul character.
  case ideograph

  /// A token that begins with an ideograph is one.
  init(ofWord bytes: Span<UInt8>) {
    guard bytes.count > 0, bytes[0] >= 0x80 else {
      self = .word
      return
    }
    let first = ScalarClass.of(DecodedScalar(at: 0, in: bytes).value)
    self = first == .ideograph ? .ideograph : .word
  }
}

/// What reading a text needs to know of an item besides its bytes.
public struct ItemTraits: Sendable, Hashable {
  @usableFromInline let bits: UInt32

  /// Of an item longer than `Vocabulary.maximumLength`, length and continuations are cut off.
  init(_ bytes: Span<UInt8>, _ kind: ItemKind) {
    let continuations = bytes.count - countScalars(in: bytes, 0..<bytes.count)
    var bits = UInt32(min(bytes.count, 255)) | UInt32(min(continuations, 255)) << 8
    bits |= UInt32(kind.rawValue) << 16
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte &- 0x41 < 26 { bits |= Self.capital }
      if byte &- 0x61 < 26 { bits |= Self.small }
      index += 1
    }
    if bytes.count > 0, bytes[bytes.count - 1] == UInt8(ascii: "\n") { bits |= Self.line }
    self.bits = bits
  }

  @inlinable static var capital: UInt32 { 1 << 18 }
  @inlinable static var small: UInt32 { 1 << 19 }
  @inlinable static var line: UInt32 { 1 << 20 }

  /// Bytes.
  @inlinable public var length: UInt32 { bits & 0xFF }
  /// Bytes that continue a Unicode scalar.
  @inlinable public var continuations: UInt32 { bits >> 8 & 0xFF }
  @inlinable public var isSeparator: Bool { bits & 0x3_0000 == 0 }
  /// 1 for a word of an alphabetic script, else 0.
  @inlinable public var spaced: UInt32 { bits >> 16 & 1 }
  @inlinable public var hasCapital: Bool { bits & Self.capital != 0 }
  @inlinable public var hasSmall: Bool { bits & Self.small != 0 }
  @inlinable public var endsLine: Bool { bits & Self.line != 0 }

  public var kind: ItemKind { ItemKind(rawValue: UInt8(bits >> 16 & 3)) ?? .separator }
}

/// The numbered items of a study's texts, for reading.
///
/// Number 0 is no item: in a text it says that an item follows which is spelt out.
public struct Vocabulary: Sendable {
  /// More items are not numbered, so that memory stays flat: rare ones are spelt out.
  public static let maximumCount = 1 << 20
  /// Bytes of the longest item that is numbered.
  public static let maximumLength = 255

  /// By number.
  public private(set) var traits: [ItemTraits] = []
  private var starts: [UInt32] = [0]
  private var arena: [UInt8] = []

  public init() { append([], .separator) }

  /// The numbers run from 0 to below this.
  public var count: Int { traits.count }

  /// Gives the next number to an item of at most `maximumLength` bytes.
  public mutating func append(_ item: ArraySlice<UInt8>, _ kind: ItemKind) {
    traits.append(ItemTraits(item.span, kind))
    arena += item
    starts.append(UInt32(arena.count))
  }

  /// The bytes of an item.
  public func bytes(of number: Int) -> ArraySlice<UInt8> {
    arena[Int(starts[number])..<Int(starts[number + 1])]
  }
}
