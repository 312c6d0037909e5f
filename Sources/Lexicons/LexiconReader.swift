import Bytes
import Corpus
internal import Yams

/// Reads one lexicon file into a `Lexicon`, collecting every problem it finds.
struct LexiconReader {
  private var yaml: YAMLReading
  private var rule = CaseRule.smart
  private var entries: [Lexicon.Entry] = []

  static let fileKeys = ["lexicon", "case", "none", "entries"]
  static let entryKeys = [
    "id", "label", "attributes", "parent", "note", "source", "affiliations", "terms", "entries",
  ]
  static let termKeys = [
    "term", "case", "near", "unless", "within", "after", "from", "until", "in", "note",
  ]

  static func read(_ text: String, file: String) -> (Lexicon?, [Diagnostic]) {
    var reader = LexiconReader(yaml: YAMLReading(file: file))
    let lexicon = reader.lexicon(text)
    return (lexicon, reader.yaml.diagnostics)
  }

  private init(yaml: YAMLReading) { self.yaml = yaml }

  private mutating func lexicon(_ text: String) -> Lexicon? {
    guard let root = yaml.compose(text) else { return nil }
    guard let keys = fields(of: root, Self.fileKeys, "a lexicon") else { return nil }
    guard let nameNode = keys["lexicon"], let name = yaml.text(nameNode, "the lexicon's name")
    else {
      yaml.report("has no 'lexicon:' key; name the lexicon, as in 'lexicon: fund'", at: root)
      return nil
    }
    guard Self.isIdentifier(name) else {
      yaml.report(
        "'\(name)' is no name for a lexicon: use letters, digits, '.', '_' and '-'", at: nameNode)
      return nil
    }
    if let node = keys["case"] { rule = caseRule(node) ?? .smart }
    let none = keys["none"].map { terms(in: $0) } ?? []
    if let list = keys["entries"] { readEntries(list, parent: nil) }
    if entries.isEmpty, none.isEmpty, yaml.diagnostics.isEmpty {
      yaml.report("has no entries; list them under 'entries:'", at: root)
    }
    return Lexicon(name: name, entries: entries, none: none)
  }

  // MARK: Entries

  private mutating func readEntries(_ node: Node, parent: String?) {
    guard let list = node.sequence else {
      yaml.report("expected a list of entries, each beginning with '- id:'", at: node)
      return
    }
    for item in list { readEntry(item, parent: parent) }
  }

  private mutating func readEntry(_ node: Node, parent: String?) {
    guard let keys = fields(of: node, Self.entryKeys, "an entry") else { return }
    guard let idNode = keys["id"], let id = yaml.text(idNode, "an id") else {
      yaml.report("this entry has no 'id:'", at: node)
      return
    }
    guard Self.isIdentifier(id) else {
      yaml.report("'\(id)' is no id: use letters, digits, '.', '_' and '-'", at: idNode)
      return
    }
    entries.append(
      Lexicon.Entry(
        id: id, label: keys["label"].flatMap { yaml.text($0, "a label") } ?? id,
        attributes: keys["attributes"].map { attributes($0) } ?? [:],
        parent: keys["parent"].flatMap { yaml.text($0, "the id of an entry") } ?? parent,
        affiliations: keys["affiliations"].map { affiliations($0) } ?? [],
        note: keys["note"].flatMap { yaml.text($0, "a note") },
        source: keys["source"].flatMap { yaml.text($0, "a source") },
        terms: keys["terms"].map { terms(in: $0) } ?? [], place: place(of: idNode)))
    if let children = keys["entries"] { readEntries(children, parent: id) }
  }

  private mutating func attributes(_ node: Node) -> [String: [String]] {
    guard let mapping = node.mapping else {
      yaml.report("expected attributes, as in {country: US, kind: venture}", at: node)
      return [:]
    }
    var attributes: [String: [String]] = [:]
    for (key, value) in mapping {
      guard let name = yaml.text(key, "an attribute's name") else { continue }
      attributes[name] = yaml.texts(value, "a value or a list of values")
    }
    return attributes
  }

  private mutating func affiliations(_ node: Node) -> [Lexicon.Affiliation] {
    guard let list = node.sequence else {
      yaml.report("expected a list of affiliations, as in [{of: fund/nea, from: 1999}]", at: node)
      return []
    }
    return list.compactMap { item in
      guard let keys = fields(of: item, ["of", "role", "from", "until"], "an affiliation") else {
        return nil
      }
      guard let ofNode = keys["of"], let of = yaml.text(ofNode, "lexicon/entry") else {
        yaml.report("this affiliation has no 'of:'", at: item)
        return nil
      }
      guard of.split(separator: "/", omittingEmptySubsequences: false).count == 2 else {
        yaml.report("'\(of)' names no entry; write lexicon/entry, as in fund/sequoia", at: ofNode)
        return nil
      }
      return Lexicon.Affiliation(
        of: of, role: keys["role"].flatMap { yaml.text($0, "a role") },
        from: keys["from"].flatMap { date($0) }, until: keys["until"].flatMap { date($0) },
        place: place(of: ofNode))
    }
  }

  // MARK: Terms

  private mutating func terms(in node: Node) -> [Term] {
    guard let list = node.sequence else {
      yaml.report("expected a list of terms", at: node)
      return []
    }
    return list.compactMap { term($0) }
  }

  private mutating func term(_ node: Node) -> Term? {
    if let text = node.scalar?.string {
      return pattern(text, rule, at: node).map {
        Term(text: text, pattern: $0, conditions: nil, place: place(of: node))
      }
    }
    guard let keys = fields(of: node, Self.termKeys, "a term") else { return nil }
    guard let termNode = keys["term"], let text = yaml.text(termNode, "the words to look for")
    else {
      yaml.report("this term has no 'term:'", at: node)
      return nil
    }
    let rule = keys["case"].flatMap { caseRule($0) } ?? rule
    guard let pattern = pattern(text, rule, at: termNode) else { return nil }
    return Term(
      text: text, pattern: pattern, conditions: conditions(keys), place: place(of: termNode))
  }

  private mutating func conditions(_ keys: [String: Node]) -> Term.Conditions? {
    var conditions = Term.Conditions()
    if let node = keys["near"] { conditions.near = patterns(node) }
    if let node = keys["unless"] { conditions.unless = patterns(node) }
    if let node = keys["after"] { conditions.after = patterns(node) }
    if let node = keys["within"], let scope = scope(node) { conditions.scope = scope }
    if let node = keys["from"] { conditions.from = date(node) }
    if let node = keys["until"] {
      conditions.until = date(node)
      if let from = conditions.from, let until = conditions.until, until.lastDay < from.firstDay {
        yaml.report("the term's time ends before it begins", at: node)
      }
    }
    if let node = keys["in"] { readPlaces(node, into: &conditions) }
    return conditions == Term.Conditions() ? nil : conditions
  }

  private mutating func patterns(_ node: Node) -> [TermPattern] {
    let nodes = node.sequence.map(Array.init) ?? [node]
    return nodes.compactMap { item in
      guard let text = yaml.text(item, "a term or a list of terms") else { return nil }
      return pattern(text, rule, at: item)
    }
  }

  private mutating func pattern(_ text: String, _ rule: CaseRule, at node: Node) -> TermPattern? {
    do throws(TermSyntaxError) {
      let pattern = try TermParser.parse(text, case: rule)
      if case .regex(let regex) = pattern {
        do throws(BoundedRegex.SyntaxError) {
          if try BoundedRegex(regex).matchesEmptyText {
            yaml.report("the regular expression \(text) matches the empty text", at: node)
            return nil
          }
        } catch {
          yaml.report(
            "the regular expression \(text) fails at character \(error.offset + 1): \(error.message)",
            at: node)
          return nil
        }
      }
      return pattern
    } catch {
      yaml.report("in the term '\(text)': \(error.message)", at: node)
      return nil
    }
  }

  private mutating func scope(_ node: Node) -> Term.Scope? {
    let text = yaml.text(node, "a number of words, or sentence, paragraph, article") ?? ""
    switch text {
    case "sentence": return .sentence
    case "paragraph": return .paragraph
    case "article": return .article
    default:
      if let words = Int(text), words > 0 { return .words(words) }
      yaml.report(
        "'within: \(text)' is not a number of words, sentence, paragraph or article", at: node)
      return nil
    }
  }

  private mutating func readPlaces(_ node: Node, into conditions: inout Term.Conditions) {
    if let field = node.scalar?.string {
      conditions.field = self.field(field, at: node)
      return
    }
    guard let keys = fields(of: node, ["field", "outlet", "language"], "'in:'") else { return }
    if let field = keys["field"] {
      conditions.field = yaml.text(field, "title or body").flatMap { self.field($0, at: field) }
    }
    if let outlets = keys["outlet"] { conditions.outlets = yaml.texts(outlets, "an outlet's name") }
    if let codes = keys["language"] { conditions.languages = yaml.texts(codes, "a language code") }
  }

  private mutating func field(_ name: String, at node: Node) -> Field? {
    switch name {
    case "title": return .title
    case "body": return .body
    default:
      yaml.report("'in: \(name)' is neither title nor body; outlets go in {outlet: …}", at: node)
      return nil
    }
  }

  // MARK: Keys and scalars

  /// The values of a mapping, or `nil` after reporting that it is none or has an unknown key.
  private mutating func fields(
    of node: Node, _ allowed: [String], _ what: String
  ) -> [String: Node]? {
    let before = yaml.diagnostics.count
    let pairs = yaml.pairs(of: node, allowed: allowed, what: what)
    return yaml.diagnostics.count == before ? pairs : nil
  }

  private mutating func caseRule(_ node: Node) -> CaseRule? {
    let text = yaml.text(node, "smart, fold or exact") ?? ""
    if let rule = CaseRule(rawValue: text) { return rule }
    yaml.report("'case: \(text)' is not smart, fold or exact", at: node)
    return nil
  }

  private mutating func date(_ node: Node) -> CalendarDate? {
    let text = yaml.text(node, "a date") ?? ""
    if let date = CalendarDate(iso: text) { return date }
    yaml.report("'\(text)' is not a date like 2019, 2019-03 or 2019-03-27", at: node)
    return nil
  }

  private func place(of node: Node) -> Lexicon.Place {
    Lexicon.Place(
      file: yaml.file, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0)
  }

  private static func isIdentifier(_ text: String) -> Bool {
    guard let first = text.utf8.first, first != UInt8(ascii: "-"), first != UInt8(ascii: ".") else {
      return false
    }
    return text.utf8.allSatisfy { byte in
      byte.isASCIILetter || byte.isASCIIDigit || "._-".utf8.contains(byte)
    }
  }
}
