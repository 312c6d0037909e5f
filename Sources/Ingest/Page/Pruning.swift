internal import Markup

/// Decides which subtrees of a page hold no part of its article.
///
/// Hints are words that strangers chose: a page's own `body` may be called "has-sidebar". So a
/// subtree that holds most of the page's running text is never taken out on a hint.
struct Pruning {
  /// Why a block was taken out; `nil` for those that stay.
  private(set) var reasons: [DropReason?]

  /// `headline` is the node of the article's title: what holds it is no side matter.
  init(_ layout: PageLayout, headline: MarkupTree.Node?) {
    let tree = layout.tree
    reasons = Array(repeating: nil, count: layout.blocks.count)
    let sums = layout.sums
    var remaining = sums.prose(in: layout.blocks.indices)
    var node = 1
    while node < tree.count {
      let name = tree.name(of: node)
      if name != .text,
        let reason = DropReason(name, layout.hints[node], in: layout.hints[tree.parent(of: node)])
      {
        let blocks = layout.wholeBlocks(in: node)
        let mass = sums.prose(in: blocks)
        let holdsHeadline = headline.map { node < $0 && $0 < tree.end(of: node) } ?? false
        if mass == 0
          || !(reason.needsLinks && sums.linkLength(in: blocks) * 20 < sums.length(in: blocks))
            && !(holdsHeadline && mass > 200)
            && Double(mass) < Double(remaining) * reason.greatestShare
            && remaining - mass > Self.leastBody
        {
          for block in blocks { reasons[block] = reason }
          remaining -= mass
          node = tree.end(of: node)
          continue
        }
      }
      node += 1
    }
  }

  /// Bytes of prose that must be left over.
  private static let leastBody = 200
}

/// Why a block is no part of the article.
enum DropReason: String, Sendable {
  // What the element's name or attributes say.
  case hidden, comments, related, share, navigation, footer, sidebar, sidebarElement, advert
  case signUp, notice, tags, gallery, legal, byline, biography, form
  // Where and how the block stands.
  case outside, beforeBody, afterBody, linkList, caption, repeated, notProse

  /// The reason for which an element of this name and these hints is taken out.
  init?(_ name: MarkupName, _ hints: ElementHints, in outer: ElementHints) {
    var hints = hints
    // What folds away is hidden until the reader opens it.
    if hints.union(outer).contains(.foldable) { hints.remove(.hidden) }
    switch name {
    case .html, .body, .main: return nil
    case .nav, .menu: self = .navigation
    case .footer: self = .footer
    case .aside: self = .sidebarElement
    case .form, .fieldset, .dialog: self = .form
    case .blockquote where hints.isDisjoint(with: [.hidden, .comments]): return nil
    default:
      guard let reason = Self.hinted.first(where: { hints.contains($0.0) })?.1 else { return nil }
      if name == .article || hints.contains(.articleBody), reason != .hidden { return nil }
      self = reason
    }
  }

  private static let hinted: [(ElementHints, DropReason)] = [
    (.hidden, .hidden), (.comments, .comments), (.related, .related), (.share, .share),
    (.navigation, .navigation), (.footer, .footer), (.sidebar, .sidebar), (.advert, .advert),
    (.signUp, .signUp), (.notice, .notice), (.tags, .tags), (.legal, .legal),
    (.biography, .biography), (.byline, .byline),
    (.gallery, .gallery),
  ]

  /// Whether running text without links speaks against the reason: words of navigation stand in
  /// the ids of sections that a table of contents leads to ("toc_the-board").
  fileprivate var needsLinks: Bool { self == .navigation }

  /// The largest share of the page's running text that may go for this reason.
  var greatestShare: Double {
    switch self {
    case .comments: 0.9
    case .sidebarElement, .legal, .hidden, .gallery: 0.7
    case .footer: 0.4
    case .related: 0.35
    default: 0.25
    }
  }
}
