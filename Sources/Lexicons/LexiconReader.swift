import Bytes
import Corpus
internal import Yams

/// Reads one lexicon file, collecting every problem it finds.
struct LexiconReader {
  /// What holds for the terms of a list unless they say otherwise.
  struct Defaults {
    var rule: CaseRule
    var weight = 1.0
    var variants: [TermVariant] = []
    /// The only language that the terms are of.
    var language: String?
  }

  static let fileKeys = ["lexicon", "case", "variants", "include", "variables", "none", "entries"]
  static let entryKeys = [
    "id", "label", "attributes", "parent", "note", "source", "affiliations", "weight", "variants",
    "terms", "entries",
  ]
  static let termKeys = [
    "term", "case", "weight", "variants", "near", "unless", "within", "after", "from", "until",
    "in", "note", "source",
  ]
  /// The key of an entry's terms in one language begins so: `terms.zh`.
  static let languageKey = "terms."

  var yaml: YAMLReading
  var parser = TermParser()
  private(set) var file: LexiconFile
  /// The file's own rule, which the terms in conditions follow.
  private(set) var rule = CaseRule.smart
  /// `nil` after reporting why there are none.
  private var keys: YAMLFields?

  /// Reads the head of a file; `body` reads the rest, when its includes are known.
  init(_ text: String, path: String) {
    yaml = YAMLReading(file: path)
    let root = yaml.compose(text)
    file = LexiconFile(place: root.map(yaml.place) ?? Lexicon.Place(file: path, line: 1, column: 1))
    keys = root.flatMap { yaml.fields(of: $0, Self.fileKeys, "a lexicon") }
    if let node = keys?["lexicon"] { readName(node) }
    guard let include = keys?["include"] else { return }
    for node in include.sequence.map(Array.init) ?? [include] {
      guard let name = yaml.text(node, "the path of a lexicon file") else { continue }
      file.includes.append(
        .init(path: LexiconFiles.path(of: name, from: path), place: yaml.place(of: node)))
    }
  }

  private mutating func readName(_ node: Node) {
    guard let name = yaml.text(node, "the lexicon's name") else { return }
    if Self.isIdentifier(name) {
      file.lexicon = name
    } else {
      yaml.report(
        "'\(name)' is no name for a lexicon: use letters, digits, '.', '_' and '-'", at: node)
      keys = nil
    }
  }

  /// Reads the rest. `nil` if there is no lexicon at all.
  /// - Parameter included: the files it includes, without those that cannot be read.
  mutating func body(
    including included: [(file: LexiconFile, at: Lexicon.Place)]
  ) -> (LexiconFile?, [Diagnostic]) {
    guard let keys else { return (nil, yaml.diagnostics) }
    for (other, place) in included {
      do throws(TermSyntaxError) {
        try file.variables.merge(other.variables)
      } catch {
        yaml.report(error.message, at: place)
      }
    }
    if let node = keys["variables"] { readVariables(node) }
    if let node = keys["case"] { rule = caseRule(node) ?? .smart }
    var defaults = Defaults(rule: rule)
    if let node = keys["none"] { file.none = terms(in: node, defaults) }
    if let node = keys["variants"] { defaults.variants = variants(node) }
    if let list = keys["entries"] { readEntries(list, parent: nil, defaults) }
    if file.lexicon != nil, file.entries.isEmpty, file.none.isEmpty, file.includes.isEmpty,
      yaml.diagnostics.isEmpty
    {
      yaml.report("has no entries; list them under 'entries:'", at: file.place)
    }
    return (file, yaml.diagnostics)
  }

  private mutating func readVariables(_ node: Node) {
    guard let mapping = node.mapping else {
      yaml.report("expected variables, as in {verbs: [copy, copies, copied]}", at: node)
      return
    }
    for (key, value) in mapping {
      guard let name = yaml.text(key, "a variable's name") else { continue }
      guard Self.isIdentifier(name) else {
        yaml.report(
          "'\(name)' is no name for a variable: use letters, digits, '.', '_' and '-'", at: key)
        continue
      }
      do throws(TermSyntaxError) {
        try file.variables.define(
          name, as: yaml.texts(value, "a term or a list of terms"), at: yaml.place(of: key))
      } catch {
        yaml.report("in the variable '\(name)': \(error.message)", at: value)
        // Once is enough: the terms that use it are not to blame.
        try? file.variables.define(name, as: [name], at: yaml.place(of: key))
      }
    }
  }

  // MARK: Entries

  private mutating func readEntries(_ node: Node, parent: String?, _ defaults: Defaults) {
    guard let list = node.sequence else {
      yaml.report("expected a list of entries, each beginning with '- id:'", at: node)
      return
    }
    for item in list { readEntry(item, parent: parent, defaults) }
  }

  private mutating func readEntry(_ node: Node, parent: String?, _ defaults: Defaults) {
    guard
      let keys = yaml.fields(
        of: node, Self.entryKeys, "an entry", orBeginningWith: Self.languageKey)
    else { return }
    guard let idNode = keys["id"], let id = yaml.text(idNode, "an id") else {
      yaml.report("this entry has no 'id:'", at: node)
      return
    }
    guard Self.isIdentifier(id) else {
      yaml.report("'\(id)' is no id: use letters, digits, '.', '_' and '-'", at: idNode)
      return
    }
    file.entries.append(
      Lexicon.Entry(
        id: id, label: keys["label"].flatMap { yaml.text($0, "a label") } ?? id,
        attributes: keys["attributes"].map { attributes($0) } ?? [:],
        parent: keys["parent"].flatMap { yaml.text($0, "the id of an entry") } ?? parent,
        affiliations: keys["affiliations"].map { affiliations($0) } ?? [],
        note: keys["note"].flatMap { yaml.text($0, "a note") },
        source: keys["source"].flatMap { yaml.text($0, "a source") },
        terms: terms(ofEntry: keys, defaults), place: yaml.place(of: idNode)))
    if let children = keys["entries"] { readEntries(children, parent: id, defaults) }
  }

  /// The terms of all languages, and the variants made of them.
  private mutating func terms(ofEntry keys: YAMLFields, _ defaults: Defaults) -> [Term] {
    var defaults = defaults
    if let node = keys["weight"], let weight = number(node) { defaults.weight = weight }
    if let node = keys["variants"] { defaults.variants = variants(node) }
    var terms = keys["terms"].map { self.terms(in: $0, defaults) } ?? []
    for key in keys.keys.filter({ $0.hasPrefix(Self.languageKey) }).sorted() {
      guard let node = keys[key] else { continue }
      defaults.language = language(
        String(key.dropFirst(Self.languageKey.count)), "'\(key)'", at: node)
      terms += self.terms(in: node, defaults)
    }
    return TermVariants.withoutRepeats(terms)
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
      guard
        let keys = yaml.fields(of: item, ["of", "role", "from", "until"], "an affiliation")
      else { return nil }
      guard let ofNode = keys["of"], let of = yaml.text(ofNode, "lexicon/entry") else {
        yaml.report("this affiliation has no 'of:'", at: item)
        return nil
      }
      guard of.split(separator: "/", omittingEmptySubsequences: false).count == 2 else {
        yaml.report("'\(of)' names no entry; write lexicon/entry, as in fund/sequoia", at: ofNode)
        return nil
      }
      let (from, until) = dates(keys, "the affiliation")
      return Lexicon.Affiliation(
        of: of, role: keys["role"].flatMap { yaml.text($0, "a role") }, from: from, until: until,
        place: yaml.place(of: ofNode))
    }
  }

  static func isIdentifier(_ text: String) -> Bool {
    guard let first = text.utf8.first, first != UInt8(ascii: "-"), first != UInt8(ascii: ".") else {
      return false
    }
    return text.utf8.allSatisfy { byte in
      byte.isASCIILetter || byte.isASCIIDigit || "._-".utf8.contains(byte)
    }
  }
}
