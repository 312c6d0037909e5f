internal import Markup

/// Short blocks amid the prose that are not the author's: captions, labels, invitations.
extension MainText {
  /// Drops captions in paragraphs and the labels of advertisements, which stand amid the prose.
  mutating func dropLabels() {
    for index in layout.blocks.indices where reasons[index] == nil {
      if isCaption(layout.blocks[index]) { reasons[index] = .caption }
      if isLabelOfAdvert(layout.blocks[index]) { reasons[index] = .advert }
    }
  }

  /// Drops the labels of charts and the figures of tickers: runs of blocks of a word or two.
  mutating func dropChartLabels() {
    var run: [Int] = []
    for index in layout.blocks.indices where reasons[index] == nil {
      let block = layout.blocks[index]
      if block.length <= 24, block.sentences == 0, block.commas == 0,
        block.kind == .paragraph || block.kind == .other
      {
        run.append(index)
        continue
      }
      dropRun(run)
      run = []
    }
    dropRun(run)
  }

  private mutating func dropRun(_ run: [Int]) {
    guard run.count >= Self.leastRun else { return }
    for index in run { reasons[index] = .notProse }
  }

  private static let leastRun = 8

  /// Drops invitations to a newsletter and what stands beside them: no class need say so.
  mutating func dropInvitations() {
    for index in layout.blocks.indices
    where reasons[index] == nil && (20...320).contains(layout.blocks[index].length) {
      let text = BlockText.bytes(of: layout.blocks[index], in: layout)
      if Invitation.fine.length(at: 0, in: text) != nil
        || Invitation.starts.length(at: 0, in: text) != nil && Invitation.subjects.isFound(in: text)
      {
        reasons[index] = .signUp
      }
    }
  }

  private func isCaption(_ block: PageBlock) -> Bool {
    guard layout.hints[block.element].contains(.caption), block.length < 300 else { return false }
    return layout.tree.attribute(.class, of: block.element)?.contains("caption") == true
  }

  /// What stands where an advertisement is to be loaded.
  private func isLabelOfAdvert(_ block: PageBlock) -> Bool {
    guard (10...24).contains(block.length) else { return false }
    let text = String(decoding: BlockText.bytes(of: block, in: layout), as: UTF8.self).lowercased()
    return ["advertisement", "loading advertisement", "advertising", "sponsored content"]
      .contains(text)
  }
}
