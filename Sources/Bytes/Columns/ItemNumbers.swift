extension TokenColumns {
  /// Replaces `numbers` by the items of the text, 0 for each that is spelt out in `spellings`.
  /// Returns `false` where the columns are damaged.
  public func read(
    into numbers: inout [Int32], _ spellings: inout [ArraySlice<UInt8>]
  ) -> Bool {
    numbers.removeAll(keepingCapacity: true)
    spellings.removeAll(keepingCapacity: true)
    var index = 0
    let codes = codes.span
    while index < codes.count {
      guard let number = DenseCode.next(in: codes, at: &index), number < Vocabulary.maximumCount
      else { return false }
      numbers.append(Int32(truncatingIfNeeded: number))
      guard number == 0 else { continue }
      guard let spelling = Self.nextSpelling(in: codes, at: &index)?.bytes else { return false }
      let first = self.codes.startIndex
      spellings.append(self.codes[first + spelling.lowerBound..<first + spelling.upperBound])
    }
    return true
  }
}
