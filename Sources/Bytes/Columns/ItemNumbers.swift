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
      guard index < codes.count, let head = DenseCode.next(in: codes, at: &index),
        head >> 2 <= codes.count - index
      else { return false }
      let start = self.codes.startIndex + index
      spellings.append(self.codes[start..<start + head >> 2])
      index += head >> 2
    }
    return true
  }
}
