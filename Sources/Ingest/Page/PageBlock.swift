/// A run of text that a browser sets as one block: a paragraph, a heading, a list item.
struct PageBlock {
  enum Kind: UInt8 { case other, paragraph, heading, listItem, quote, cell, caption, code, term }

  /// The block-level element that holds the run.
  var element: Int
  /// The nodes of the run.
  var nodes: Range<Int>
  var kind: Kind
  /// Bytes of text, runs of white space counted as one.
  var length = 0
  /// Bytes of it inside links.
  var linkLength = 0
  var links = 0
  var commas = 0
  /// Full stops, question and exclamation marks that end a sentence.
  var sentences = 0

  var linkShare: Double { length > 0 ? Double(linkLength) / Double(length) : 0 }

  /// How much running text this is: its length if it reads like prose, else nothing.
  var prose: Int {
    guard length >= 40, linkLength * 5 < length * 2 else { return 0 }
    guard sentences > 0 || commas > 1 || length >= 100 else { return 0 }
    return kind == .caption ? length / 4 : length - linkLength
  }
}
