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
  /// Braces, brackets, quotes and signs that code is full of.
  var symbols = 0

  var linkShare: Double { length > 0 ? Double(linkLength) / Double(length) : 0 }

  /// How much running text this is: its length if it reads like prose, else nothing. List items
  /// count less: lists of teasers and links are full of sentences too.
  var prose: Int {
    guard length >= 40, linkLength * 5 < length * 2, symbols * 15 < length else { return 0 }
    guard sentences > 0 || commas > 1 || length >= 100 else { return 0 }
    let text = length - linkLength
    switch kind {
    case .caption, .code: return text / 4
    case .listItem, .heading, .cell: return text / 2
    default: return text
    }
  }
}
