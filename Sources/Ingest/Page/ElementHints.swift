internal import Markup

/// What an element's attributes say of its purpose: its class, id, role and microdata.
struct ElementHints: OptionSet {
  var rawValue: UInt32

  static let comments = ElementHints(rawValue: 1 << 0)
  static let related = ElementHints(rawValue: 1 << 1)
  static let share = ElementHints(rawValue: 1 << 2)
  static let navigation = ElementHints(rawValue: 1 << 3)
  static let footer = ElementHints(rawValue: 1 << 4)
  static let sidebar = ElementHints(rawValue: 1 << 5)
  static let advert = ElementHints(rawValue: 1 << 6)
  static let signUp = ElementHints(rawValue: 1 << 7)
  static let notice = ElementHints(rawValue: 1 << 8)
  static let byline = ElementHints(rawValue: 1 << 9)
  static let date = ElementHints(rawValue: 1 << 10)
  static let caption = ElementHints(rawValue: 1 << 11)
  static let tags = ElementHints(rawValue: 1 << 12)
  static let legal = ElementHints(rawValue: 1 << 13)
  static let biography = ElementHints(rawValue: 1 << 14)
  /// The lead paragraph, or a summary of the article.
  static let teaser = ElementHints(rawValue: 1 << 15)
  static let hidden = ElementHints(rawValue: 1 << 16)
  /// The article's body by declaration: `itemprop=articleBody`, `entry-content`, `article-body`.
  static let articleBody = ElementHints(rawValue: 1 << 17)
  /// The article's own words about itself: "article", "post", "story", "entry", "blog".
  static let article = ElementHints(rawValue: 1 << 18)
  /// Opens and closes at a click.
  static let foldable = ElementHints(rawValue: 1 << 19)
  static let gallery = ElementHints(rawValue: 1 << 20)
  /// Words of containers of text: "body", "content", "text", "copy".
  static let body = ElementHints(rawValue: 1 << 21)
}

extension ElementHints {
  init(_ node: MarkupTree.Node, in tree: MarkupTree) {
    self = []
    for name in [MarkupName.class, .id] {
      guard let range = tree.attributeRange(name, of: node) else { continue }
      let hints = HintWords.hints(of: range, in: tree.attributeBytes.span)
      if name == .id, !hints.isEmpty, Self.isAddress(range, of: node, in: tree) { continue }
      formUnion(hints)
    }
    // "article-body", "post-content", "entry-text": both halves in one element.
    if contains(.article), contains(.body) { insert(.articleBody) }
    if let role = tree.attribute(.role, of: node) { formUnion(Self.roles[role] ?? []) }
    if let property = tree.attribute(.itemProp, of: node) {
      formUnion(Self.properties[property] ?? [])
    }
    if tree.attributeRange(.hidden, of: node) != nil
      || tree.attribute(.ariaHidden, of: node) == "true"
    {
      insert(.hidden)
    } else if let style = tree.attributeRange(.style, of: node),
      Self.hides(tree.attributeBytes.span, style)
    {
      insert(.hidden)
    }
  }

  /// Whether an id is made of the first words of its element, as the address of a section is:
  /// `about-the-board` says nothing of the purpose.
  private static func isAddress(
    _ id: Range<Int>, of node: MarkupTree.Node, in tree: MarkupTree
  ) -> Bool {
    let words = letters(tree.attributeBytes[id])
    return words.count >= 8
      && letters(tree.text[tree.textRange(of: node).prefix(300)]).starts(with: words.prefix(40))
  }

  /// The ASCII letters in lower case.
  private static func letters(_ text: ArraySlice<UInt8>) -> [UInt8] {
    text.lazy.map { $0 | 0x20 }.filter { (0x61...0x7A).contains($0) }
  }

  /// Whether a style says `display: none` or `visibility: hidden`.
  private static func hides(_ bytes: Span<UInt8>, _ style: Range<Int>) -> Bool {
    var state = style.lowerBound
    while state < style.upperBound {
      let first = bytes[state] | 0x20
      if first == UInt8(ascii: "d"), declares("display:none", bytes, state, style.upperBound) {
        return true
      }
      if first == UInt8(ascii: "v"), declares("visibility:hidden", bytes, state, style.upperBound) {
        return true
      }
      state += 1
    }
    return false
  }

  /// Whether a declaration stands at `start`, whatever its case and white space.
  private static func declares(
    _ declaration: String, _ bytes: Span<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    var index = start
    for expected in declaration.utf8 {
      while index < end, bytes[index] == 0x20 { index += 1 }
      guard index < end else { return false }
      let byte = bytes[index]
      guard byte == expected || byte | 0x20 == expected else { return false }
      index += 1
    }
    return true
  }

  private static let roles: [String: ElementHints] = [
    "navigation": .navigation, "complementary": .sidebar, "contentinfo": .footer,
    "dialog": .notice, "alertdialog": .notice, "search": .navigation,
    "menu": .navigation, "menubar": .navigation, "toolbar": .share, "tooltip": .notice,
    "tabpanel": .foldable, "article": .article,
  ]

  private static let properties: [String: ElementHints] = [
    "articleBody": .articleBody, "author": .byline, "comment": .comments,
    "datePublished": .date, "dateModified": .date, "description": .teaser,
    "caption": .caption,
  ]
}
