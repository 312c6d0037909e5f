import Bytes
import Corpus

/// One article of an export of Nexis.
struct NexisArticle {
  typealias Block = NexisExport.Block

  private(set) var draft = ArticleDraft()
  /// Whether something stands behind the text that says that the article is whole.
  private(set) var isEnded = false

  /// Whether the article breaks off. A notice that there is none does not.
  var isCut: Bool { !isEnded && !(draft.title.isEmpty && draft.paragraphs.isEmpty) }

  private var text: [Block] = []
  private let hasMixedLabels: Bool

  /// The older form: outlet, date and edition, title, fields in capitals, text, fields.
  init(classic blocks: [Block], isWrapped: Bool) {
    hasMixedLabels = false
    let fields = blocks.firstIndex { NexisLabel.read($0[0], mixedCase: false) != nil }
    var body = 0
    var outlet: String?
    for index in blocks.indices.prefix(Self.longestHead) where index < fields ?? .max {
      let lines = blocks[index].filter { !Self.isRights($0) }
      let place = lines.firstIndex(where: Self.isDate)
      outlet = outlet ?? lines.first { !Self.isDate($0) }
      guard let place, outlet != nil else { continue }
      draft.dates = [lines[place]]
      body = index + 1
      break
    }
    draft.outlet = outlet
    // Without a date, the outlet stands alone in front of the title.
    if draft.dates.isEmpty {
      body = (blocks.firstIndex { outlet.map($0.contains) == true } ?? -1) + 1
    }
    if body < blocks.count, body != fields {
      draft.title = blocks[body].joined(separator: " ")
      body += 1
    }
    read(blocks.dropFirst(body))
    finish(isWrapped: isWrapped)
  }

  /// The form of Nexis Uni and Lexis+: title, outlet, date, rights, fields, `Body`, text, fields.
  /// In front of the first article may stand a list of all.
  init(uni blocks: [Block], isWrapped: Bool, isEnded: Bool = true) {
    hasMixedLabels = true
    let blocks = blocks.flatMap(Self.headLines)
    let mark = blocks.firstIndex(where: Self.isBodyMark) ?? blocks.endIndex
    let date = blocks.indices[..<mark].suffix(Self.longestFields).last {
      Self.isDate(blocks[$0][0]) && !Self.isField(blocks[$0])
    }
    var head = date.map { $0 + 1 } ?? mark
    while date == nil, head > 0, Self.isField(blocks[head - 1]) { head -= 1 }
    draft.dates = date.map { [blocks[$0][0]] } ?? []
    let outlet = (date ?? head) - 1
    if outlet >= 0 { draft.outlet = blocks[outlet].joined(separator: " ") }
    if outlet >= 1 { draft.title = blocks[outlet - 1].joined(separator: " ") }
    read(blocks[head...], isMarked: mark < blocks.endIndex)
    finish(isWrapped: isWrapped)
    self.isEnded = isEnded
  }

  /// How many blocks the date may be behind.
  private static let longestHead = 6

  /// How many blocks may stand between the date and the text.
  private static let longestFields = 14

  /// Whether the text of an article of Nexis Uni begins behind the block.
  static func isBodyMark(_ block: Block) -> Bool {
    guard block.count == 1, case (.body, "")? = NexisLabel.read(block[0], mixedCase: true) else {
      return false
    }
    return true
  }

  /// The lines of a block in which title, outlet and date stand together; the block, if it is none.
  private static func headLines(_ block: Block) -> [Block] {
    block.dropFirst().contains(where: isDate) && block.count <= 4 ? block.map { [$0] } : [block]
  }

  private static func isField(_ block: Block) -> Bool {
    NexisLabel.read(block[0], mixedCase: true) != nil || isRights(block[0])
      || block[0].hasPrefix("Link to ")
  }

  /// Reads fields and text.
  /// - Parameter isMarked: the text begins behind a mark.
  private mutating func read(_ blocks: ArraySlice<Block>, isMarked: Bool = false) {
    var place = Place.head
    for part in blocks.flatMap(fields) {
      guard let (label, rest) = NexisLabel.read(part[0], mixedCase: hasMixedLabels) else {
        if text.isEmpty, part.allSatisfy(Self.isRights) { continue }
        // What stands in front of the mark and has an unknown label is no text.
        if isMarked, place == .head || place == .fields { continue }
        if place == .fields { place = .text }
        if place != .end { text.append(part) }
        continue
      }
      let lines = ([rest] + part.dropFirst()).filter { !$0.isEmpty }
      let closes = label.closes(lines.joined(separator: " "))
      // A text may begin as a correction does.
      let isText = closes && text.isEmpty && part[0].hasPrefix("CORRECTION: ")
      switch place {
      case _ where closes && !isText:
        place = .end
        set(label, lines)
      case .head where !isText, .fields where !isText:
        place = label == .body ? .text : .fields
        set(label, lines)
      case .end: break
      default:
        place = .text
        text.append(part)
      }
    }
    isEnded = place == .end
  }

  /// What is read of an article: what stands above its fields, they, its text, the fields behind.
  private enum Place { case head, fields, text, end }

  /// The parts of a block that begin with a label each. In Nexis Uni, where a line is a paragraph,
  /// a field behind the text may stand in the text's block.
  private func fields(of block: Block) -> [Block] {
    let isField = NexisLabel.read(block[0], mixedCase: hasMixedLabels) != nil
    guard isField || hasMixedLabels else { return [block] }
    var parts = [[block[0]]]
    var isInFields = isField
    for line in block.dropFirst() {
      let field = NexisLabel.read(line, mixedCase: hasMixedLabels)
      if let field, isInFields || field.label.closes(field.value) {
        isInFields = true
        parts.append([line])
      } else {
        parts[parts.count - 1].append(line)
      }
    }
    return parts
  }

  private mutating func set(_ label: NexisLabel, _ lines: [String]) {
    let value = lines.joined(separator: " ")
    switch label {
    case .title: if draft.title.isEmpty { draft.title = value }
    case .authors: draft.authors = AuthorList.people(inByline: value)
    case .lead, .body: if !lines.isEmpty { text.append(lines) }
    case .url: draft.url = value
    case .language: draft.language = value.split(separator: ";").first.map { $0.trimmed }
    case .correctionDate: draft.modified = value
    case .aside, .closing, .index, .update: break
    }
  }

  /// Takes the lines on rights from the end of the text and makes paragraphs of the rest.
  private mutating func finish(isWrapped: Bool) {
    while let last = text.last, last.allSatisfy(Self.isRights) {
      text.removeLast()
      isEnded = true
    }
    draft.paragraphs =
      isWrapped
      ? Paragraphs.split(text.map { $0.joined(separator: "\n") }.joined(separator: "\n\n"))
      : text.flatMap(\.self)
  }

  /// Whether a line begins with a date, perhaps behind the day of the week.
  private static func isDate(_ line: String) -> Bool {
    guard line.utf8.count <= 100, let date = DateParser().firstDate(in: Array(line.utf8)) else {
      return false
    }
    let lead = line.utf8.prefix(date.range.lowerBound)
    return lead.count <= 14 && !lead.contains { $0 == 0x3A || $0.isASCIIDigit }
      && lead.count { $0 == 0x20 } <= 1
  }

  /// Whether a line says whose the rights are.
  private static func isRights(_ line: String) -> Bool {
    let line = line.lowercased()
    return (line.hasPrefix("copyright") || line.hasPrefix("©") || line.hasPrefix("(c) "))
      && line.contains(where: \.isNumber)
      || rights.contains { line.hasPrefix($0) }
  }

  private static let rights = [
    "all rights reserved", "tous droits réservés", "alle rechte vorbehalten",
    "todos los derechos reservados", "tutti i diritti riservati", "alle rechten voorbehouden",
    "todos os direitos reservados",
  ]
}
