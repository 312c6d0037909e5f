internal import Markup

extension PageEvidence {
  /// The page's blocks, those without any visible text left out.
  var blocks: [Explanation.Block] {
    layout.blocks.indices.compactMap { index in
      let block = layout.blocks[index]
      let text = BlockText.bytes(of: block, in: layout)
      guard !BlockText.isBlank(text) else { return nil }
      let reason = main.reasons[index]
      return Explanation.Block(
        text: String(decoding: text, as: UTF8.self), element: selector(of: block.element),
        reason: reason?.phrase, cause: reason.flatMap { cause(of: $0, block.element) },
        prose: block.prose, linkShare: block.linkShare)
    }
  }

  /// The outermost element around a block whose name or attributes give the reason.
  private func cause(of reason: DropReason, _ element: MarkupTree.Node) -> String? {
    let tree = layout.tree
    var found: MarkupTree.Node?
    var node = element
    while node > 0 {
      let outer = layout.hints[tree.parent(of: node)]
      if DropReason(tree.name(of: node), layout.hints[node], in: outer) == reason { found = node }
      node = tree.parent(of: node)
    }
    return found.map(selector)
  }

  /// An element as CSS would select it, with its first classes.
  private func selector(of node: MarkupTree.Node) -> String {
    let tree = layout.tree
    guard node > 0 else { return "" }
    var selector = tree.localName(of: node)
    if let id = tree.attribute(.id, of: node), !id.isEmpty { selector += "#" + id.prefix(40) }
    for name in (tree.attribute(.class, of: node) ?? "").split(separator: " ").prefix(2) {
      selector += "." + name.prefix(40)
    }
    return selector
  }
}

extension DropReason {
  /// The reason in words: those of `phrases`, or its own name, parted before its capitals.
  var phrase: String {
    if let phrase = Self.phrases[self] { return phrase }
    return rawValue.reduce(into: "") { words, letter in
      words += letter.isUppercase ? " " + letter.lowercased() : String(letter)
    }
  }

  private static let phrases: [DropReason: String] = [
    .advert: "advertisement", .afterBody: "after the body", .beforeBody: "before the body",
    .biography: "about the author", .gallery: "picture gallery", .linkList: "list of links",
    .notProse: "no prose", .outside: "outside the main text", .related: "related stories",
    .repeated: "said before", .sidebarElement: "sidebar", .signUp: "sign-up form",
  ]
}
