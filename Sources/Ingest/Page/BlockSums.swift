/// Sums over any run of a page's blocks, each in constant time: elements nest, and each of them asks
/// for the sum of its own.
struct BlockSums {
  // Sums of the blocks before each.
  private var proseBefore = [0]
  private var lengthBefore = [0]
  private var linkLengthBefore = [0]

  init(_ blocks: [PageBlock]) {
    var (prose, length, linkLength) = (0, 0, 0)
    for block in blocks {
      prose += block.prose
      length += block.length
      linkLength += block.linkLength
      proseBefore.append(prose)
      lengthBefore.append(length)
      linkLengthBefore.append(linkLength)
    }
  }

  func prose(in blocks: Range<Int>) -> Int {
    proseBefore[blocks.upperBound] - proseBefore[blocks.lowerBound]
  }

  func length(in blocks: Range<Int>) -> Int {
    lengthBefore[blocks.upperBound] - lengthBefore[blocks.lowerBound]
  }

  func linkLength(in blocks: Range<Int>) -> Int {
    linkLengthBefore[blocks.upperBound] - linkLengthBefore[blocks.lowerBound]
  }
}
