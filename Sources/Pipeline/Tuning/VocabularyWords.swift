import Bytes

/// The words of a vocabulary under a folding, numbered: items that fold alike are one word.
struct VocabularyWords: Sendable {
  /// By item; -1 for a separator.
  private let numbers: [Int32]
  private let table: WordTable
  private let ideographs: Set<Int32>
  private let fold: @Sendable ([UInt8]) -> [UInt8]

  init(_ vocabulary: Vocabulary, fold: @escaping @Sendable ([UInt8]) -> [UInt8]) {
    var table = WordTable(minimumCapacity: vocabulary.count)
    var ideographs: Set<Int32> = []
    numbers = (0..<vocabulary.count).map { item in
      let kind = vocabulary.traits[item].kind
      guard kind != .separator else { return -1 }
      let number = table.number(of: fold(Array(vocabulary.bytes(of: item))).span)
      if kind == .ideograph { ideographs.insert(number) }
      return number
    }
    (self.table, self.ideographs, self.fold) = (table, ideographs, fold)
  }

  var count: Int { table.count }

  /// The number of a word; -1 for one that is spelt out in its text and that the vocabulary holds in
  /// no form that folds alike.
  func number(_ word: PlacedWord, of placed: PlacedWords, in columns: TokenColumns) -> Int32 {
    if word.item >= 0 { return numbers[Int(word.item)] }
    let spelling = placed.spellings[-1 - Int(word.item)]
    let bytes = columns.codes.dropFirst(spelling.lowerBound).prefix(spelling.count)
    return table.knownNumber(of: fold(Array(bytes)).span) ?? -1
  }

  /// The folded word.
  func bytes(of number: Int32) -> ArraySlice<UInt8> { table.word(number) }

  func isIdeograph(_ number: Int32) -> Bool { ideographs.contains(number) }
}
