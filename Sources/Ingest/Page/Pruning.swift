internal import Markup

/// Decides which subtrees of a page hold no part of its article.
///
/// Hints are words that strangers chose: a page's own `body` may be called "has-sidebar". So a
/// subtree that holds most of the page's running text is never taken out on a hint.
struct Pruning {
  /// Why a block was taken out; `nil` for those that stay.
  private(set) var reasons: [DropReason?]

  init(_ layout: PageLayout) {
    reasons = Array(repeating: nil, count: layout.blocks.count)
    var prose = [0]
    prose.reserveCapacity(layout.blocks.count + 1)
    for block in layout.blocks { prose.append(prose[prose.count - 1] + block.prose) }
    var remaining = prose[prose.count - 1]
    var node = 1
    while node < layout.tree.count {
      let name = layout.tree.name(of: node)
      if name != .text, let reason = DropReason(name, layout.hints[node]) {
        let blocks = layout.blocks(in: node)
        let mass = prose[blocks.upperBound] - prose[blocks.lowerBound]
        if mass == 0 || Double(mass) < Double(remaining) * reason.greatestShare {
          for block in blocks { reasons[block] = reason }
          remaining -= mass
          node = layout.tree.end(of: node)
          continue
        }
      }
      node += 1
    }
  }
}

/// Why a block is no part of the article.
enum DropReason: String, Sendable {
  case hidden, comments, related, share, navigation, footer, sidebar, advert, signUp, notice, tags
  case legal, byline, biography, form, table
  case outside, linkList, beforeBody, afterBody, repeated, caption, notProse, title, date

  /// The reason for which an element of this name and these hints is taken out.
  init?(_ name: MarkupName, _ hints: ElementHints) {
    switch name {
    case .html, .body, .main: return nil
    case .nav, .menu: self = .navigation
    case .footer: self = .footer
    case .aside: self = .sidebar
    case .form, .fieldset, .dialog: self = .form
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
    (.biography, .biography),
  ]

  /// The largest share of the page's running text that may go for this reason.
  var greatestShare: Double {
    switch self {
    case .comments: 0.9
    case .navigation, .footer, .form: 0.25
    case .hidden, .related, .sidebar, .notice: 0.25
    default: 0.25
    }
  }
}
