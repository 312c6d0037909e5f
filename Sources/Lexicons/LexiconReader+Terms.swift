import Corpus
internal import Yams

/// Terms with their conditions.
extension LexiconReader {
  mutating func terms(in node: Node, _ defaults: Defaults) -> [Term] {
    guard let list = node.sequence else {
      yaml.report("expected a list of terms", at: node)
      return []
    }
    var terms: [Term] = []
    terms.reserveCapacity(list.count)
    for item in list { append(item, to: &terms, defaults) }
    return terms
  }

  /// Appends a term and its variants.
  private mutating func append(_ node: Node, to terms: inout [Term], _ defaults: Defaults) {
    if case .scalar = node { return append(node, with: YAMLFields(), to: &terms, defaults) }
    guard let keys = yaml.fields(of: node, Self.termKeys, "a term") else { return }
    guard let words = keys["term"] else {
      yaml.report("this term has no 'term:'", at: node)
      return
    }
    var defaults = defaults
    if let node = keys["case"], let rule = caseRule(node) { defaults.rule = rule }
    if let node = keys["weight"], let weight = number(node) { defaults.weight = weight }
    if let node = keys["variants"] { defaults.variants = variants(node) }
    append(words, with: keys, to: &terms, defaults)
  }

  /// - Parameters:
  ///   - node: the words to look for.
  ///   - keys: what else is said of the term.
  private mutating func append(
    _ node: Node, with keys: YAMLFields, to terms: inout [Term], _ defaults: Defaults
  ) {
    guard let text = yaml.text(node, "the words to look for"),
      let pattern = pattern(text, defaults.rule, at: node)
    else { return }
    let conditions = conditions(keys, defaults)
    if conditions == nil, let letter = pattern.onlyLetter {
      yaml.report(
        "the term '\(Self.shown(text))' finds every '\(letter)'; give more letters, or a condition "
          + "such as 'near:'", at: node, severity: .warning)
    }
    let term = Term(
      text: text, pattern: pattern, conditions: conditions,
      weight: defaults.weight, note: keys["note"].flatMap { yaml.text($0, "a note") },
      source: keys["source"].flatMap { yaml.text($0, "a source") },
      place: yaml.place(of: node))
    terms.append(term)
    guard !defaults.variants.isEmpty else { return }
    do throws(TermSyntaxError) {
      terms += try TermVariants.of(
        term, expanded: file.variables.expanded(text), defaults.variants, defaults.rule, &parser)
    } catch {
      yaml.report("in the variants of '\(Self.shown(text))': \(error.message)", at: node)
    }
  }

  private mutating func conditions(
    _ keys: YAMLFields, _ defaults: Defaults
  ) -> Term.Conditions? {
    var conditions = Term.Conditions()
    if let language = defaults.language { conditions.languages = [language] }
    if keys.keys.isEmpty { return conditions.languages.isEmpty ? nil : conditions }
    if let node = keys["near"] { conditions.near = patterns(node) }
    if let node = keys["unless"] { conditions.unless = patterns(node) }
    if let node = keys["after"] { conditions.after = patterns(node) }
    if let node = keys["within"], let scope = scope(node) { conditions.scope = scope }
    (conditions.from, conditions.until) = dates(keys, "the term")
    if let node = keys["in"] { readPlaces(node, into: &conditions, defaults) }
    return conditions == Term.Conditions() ? nil : conditions
  }

  private mutating func patterns(_ node: Node) -> [TermPattern] {
    let nodes = node.sequence.map(Array.init) ?? [node]
    if nodes.isEmpty { reportEmptyList(node) }
    return nodes.compactMap { item in
      guard let text = yaml.text(item, "a term or a list of terms") else { return nil }
      return pattern(text, rule, at: item)
    }
  }

  private mutating func pattern(_ text: String, _ rule: CaseRule, at node: Node) -> TermPattern? {
    do throws(TermSyntaxError) {
      let pattern = try parser.parse(text, case: rule, with: file.variables)
      if let slip = TermSlips.warning(in: text) {
        yaml.report("in the term '\(Self.shown(text))': \(slip)", at: node, severity: .warning)
      }
      return pattern
    } catch {
      yaml.report("in the term '\(Self.shown(text))': \(error.message)", at: node)
      return nil
    }
  }

  /// The beginning of a term that is told of.
  private static func shown(_ text: String) -> String {
    text.count <= 80 ? text : "\(text.prefix(80))…"
  }

  private mutating func scope(_ node: Node) -> Term.Scope? {
    let words = yaml.text(node, "a number of words, or sentence, paragraph, article").flatMap(
      Int.init)
    if let words, words > 0 { return .words(words) }
    switch yaml.choice(
      node, "within", ["sentence", "paragraph", "article"], or: "a number of words")
    {
    case "sentence": return .sentence
    case "paragraph": return .paragraph
    case "article": return .article
    default: return nil
    }
  }

  private mutating func readPlaces(
    _ node: Node, into conditions: inout Term.Conditions, _ defaults: Defaults
  ) {
    if node.scalar != nil {
      conditions.field = field(node)
      return
    }
    guard let keys = yaml.fields(of: node, ["field", "outlet", "language"], "'in:'") else { return }
    if let node = keys["field"] { conditions.field = field(node) }
    if keys.keys.isEmpty { reportEmptyList(node) }
    if let outlets = keys["outlet"] {
      conditions.outlets = yaml.texts(outlets, "an outlet's name")
      if outlets.sequence?.isEmpty == true { reportEmptyList(outlets) }
    }
    if let node = keys["language"] {
      if defaults.language != nil {
        yaml.report("the term's key says its language; leave it out here", at: node)
      }
      conditions.languages = yaml.texts(node, "a language code").compactMap {
        language($0, "'\($0)'", at: node)
      }
      if node.sequence?.isEmpty == true { reportEmptyList(node) }
    }
  }

  /// A condition that lists nothing would let everything pass.
  private mutating func reportEmptyList(_ node: Node) {
    yaml.report("there is nothing in this list; leave its key out, or fill it", at: node)
  }

  // MARK: Values

  /// A language as documents have it.
  mutating func language(_ code: String, _ what: String, at node: Node) -> String? {
    if (2...3).contains(code.utf8.count), code.utf8.allSatisfy({ $0 &- 0x61 < 26 }) { return code }
    yaml.report(
      "\(what) names no language: use its code of two or three small letters, such as zh or en",
      at: node)
    return nil
  }

  private mutating func field(_ node: Node) -> Field? {
    switch yaml.choice(node, "in", ["title", "body"], or: "{outlet: …, language: …}") {
    case "title": .title
    case "body": .body
    default: nil
    }
  }

  mutating func caseRule(_ node: Node) -> CaseRule? {
    yaml.choice(node, "case", CaseRule.allCases.map(\.rawValue)).flatMap(CaseRule.init)
  }

  mutating func variants(_ node: Node) -> [TermVariant] {
    let nodes = node.sequence.map(Array.init) ?? [node]
    return nodes.compactMap { node in
      yaml.choice(node, "variants", TermVariant.allCases.map(\.rawValue)).flatMap(TermVariant.init)
    }
  }

  mutating func number(_ node: Node) -> Double? {
    let text = yaml.text(node, "a number") ?? ""
    if let number = Double(text), number.isFinite { return number }
    yaml.report("the weight '\(text)' is no number", at: node)
    return nil
  }

  /// The first and the last date of what `what` names.
  mutating func dates(
    _ keys: YAMLFields, _ what: String
  ) -> (from: CalendarDate?, until: CalendarDate?) {
    let (from, until) = (keys["from"].flatMap { date($0) }, keys["until"].flatMap { date($0) })
    if let from, let until, until.lastDay < from.firstDay {
      yaml.report("\(what)'s time ends before it begins", at: keys["until"])
    }
    return (from, until)
  }

  private mutating func date(_ node: Node) -> CalendarDate? {
    let text = yaml.text(node, "a date") ?? ""
    if let date = CalendarDate(iso: text) { return date }
    yaml.report("'\(text)' is not a date like 2019, 2019-03 or 2019-03-27", at: node)
    return nil
  }
}
