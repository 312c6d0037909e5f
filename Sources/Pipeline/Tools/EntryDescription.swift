import Corpus
import Lexicons

/// An entry in words.
enum EntryDescription {
  /// The text for `name`, which is `lexicon/entry` or a lexicon alone.
  static func text(of name: String, in set: LexiconSet) throws(RunError) -> String {
    guard name.contains("/") else {
      let lexicon = try lexicon(name, in: set)
      return lexicon.entries.map { "\(lexicon.name)/\($0.id)  \($0.label)\n" }.joined()
    }
    let (lexicon, entry) = try find(name, in: set)
    return text(of: entry, in: lexicon)
  }

  /// The entry that `name`, lexicon/entry, names.
  static func find(
    _ name: String, in set: LexiconSet
  ) throws(RunError) -> (Lexicon, Lexicon.Entry) {
    let parts = name.split(separator: "/", maxSplits: 1).map { String($0) }
    let lexicon = try lexicon(parts.first ?? name, in: set)
    let id = parts.count > 1 ? parts[1] : ""
    guard let entry = lexicon.entries.first(where: { $0.id == id }) else {
      throw unknown("entry", id, among: lexicon.entries.map(\.id))
    }
    return (lexicon, entry)
  }

  private static func lexicon(
    _ name: String, in set: LexiconSet
  ) throws(RunError) -> Lexicon {
    guard let lexicon = set.lexicons.first(where: { $0.name == name }) else {
      throw unknown("lexicon", name, among: set.lexicons.map(\.name))
    }
    return lexicon
  }

  private static func text(of entry: Lexicon.Entry, in lexicon: Lexicon) -> String {
    var lines = ["\(lexicon.name)/\(entry.id)  \(entry.label)"]
    lines.append("  \(entry.place.file):\(entry.place.line)")
    if let parent = entry.parent { lines.append("  parent: \(lexicon.name)/\(parent)") }
    let children = lexicon.entries.filter { $0.parent == entry.id }.map(\.id)
    if !children.isEmpty { lines.append("  below it: \(children.joined(separator: ", "))") }
    for (key, values) in entry.attributes.sorted(by: { $0.key < $1.key }) {
      lines.append("  \(key): \(values.joined(separator: ", "))")
    }
    for affiliation in entry.affiliations {
      let dates = "\(affiliation.from?.description ?? "")–\(affiliation.until?.description ?? "")"
      lines.append("  \(affiliation.role ?? "with") \(affiliation.of) \(dates)")
    }
    if let note = entry.note { lines.append("  note: \(note)") }
    if let source = entry.source { lines.append("  source: \(source)") }
    lines.append("  terms:")
    lines += entry.terms.flatMap { term -> [String] in
      ["    - \(term.text)\(origin(of: term))\(conditions(of: term))"] + remarks(on: term)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func origin(of term: Term) -> String {
    term.origin.map { "  (\($0.variant.rawValue) of \($0.text))" } ?? ""
  }

  private static func remarks(on term: Term) -> [String] {
    var remarks: [String] = []
    if term.weight != 1 { remarks.append("      weight: \(term.weight)") }
    if let note = term.note { remarks.append("      note: \(note)") }
    if let source = term.source { remarks.append("      source: \(source)") }
    return remarks
  }

  private static func conditions(of term: Term) -> String {
    term.conditions.map { "  (\($0.rule))" } ?? ""
  }

  private static func unknown(_ what: String, _ word: String, among words: [String]) -> RunError {
    let hint = nearestWord(to: word, among: words).map { "; did you mean '\($0)'?" }
    return RunError("there is no \(what) '\(word)' in the lexicons\(hint ?? "")")
  }
}
