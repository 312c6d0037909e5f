/// Gives numbers to items: 0, 1, 2 … in the order first seen.
public struct ItemTable: Sendable {
  private var words: WordTable
  private var separators: WordTable
  /// The items of the words and of the separators, by their numbers in these tables.
  private var itemsOfWords: [Int32] = []
  private var itemsOfSeparators: [Int32] = []
  /// By item: its number in its table, twice; one more for a separator.
  private var places: [UInt32] = []

  public init(minimumCapacity: Int = 64) {
    words = WordTable(minimumCapacity: minimumCapacity)
    separators = WordTable(minimumCapacity: minimumCapacity / 8)
  }

  public var count: Int { places.count }

  /// The number of a word of `text`, a new one if it was never seen.
  mutating func number(word token: Token, of text: Span<UInt8>) -> Int32 {
    let word = Int(words.number(token, of: text))
    if word == itemsOfWords.count {
      itemsOfWords.append(Int32(places.count))
      places.append(UInt32(word) << 1)
    }
    return itemsOfWords[word]
  }

  /// The number of the separator `text[range]`.
  mutating func number(separator range: Range<Int>, of text: Span<UInt8>) -> Int32 {
    let separator = Int(separators.number(Token(range, of: text), of: text))
    if separator == itemsOfSeparators.count {
      itemsOfSeparators.append(Int32(places.count))
      places.append(UInt32(separator) << 1 | 1)
    }
    return itemsOfSeparators[separator]
  }

  /// The number of an item, a new one if it was never seen.
  @discardableResult
  public mutating func number(of item: ArraySlice<UInt8>, _ kind: ItemKind) -> Int32 {
    let text = item.span
    guard kind == .separator else {
      return number(word: Token(0..<text.count, of: text), of: text)
    }
    return number(separator: 0..<text.count, of: text)
  }

  /// The number of an item, or `nil` if it was never seen.
  public func knownNumber(of item: ArraySlice<UInt8>, _ kind: ItemKind) -> Int32? {
    kind == .separator
      ? separators.knownNumber(of: item.span).map { itemsOfSeparators[Int($0)] }
      : words.knownNumber(of: item.span).map { itemsOfWords[Int($0)] }
  }

  /// The bytes of an item and what it is.
  public func item(_ number: Int32) -> (bytes: ArraySlice<UInt8>, kind: ItemKind) {
    let place = places[Int(number)]
    let index = Int32(bitPattern: place >> 1)
    guard place & 1 == 0 else { return (separators.word(index), .separator) }
    let bytes = words.word(index)
    return (bytes, ItemKind(ofWord: bytes.span))
  }
}
