import Lexicons
import Yams

/// A dictionary of another program as a lexicon in YAML.
///
/// Other programs fold case; so does the lexicon, but for words that the dictionary holds in two
/// spellings, such as "US" and "us": those keep their case. What the lexicon language cannot say is
/// noted and left out.
struct LexiconImport {
  let dictionary: CategoryDictionary
  private let name: String
  /// Lower-case forms of the patterns that stand in the dictionary in several cases.
  private let ambiguous: Set<String>
  private var ids = EntryIDs()

  /// Where notes say they come from.
  private static let file = DictionaryFormat.parlance.rawValue

  init(_ dictionary: CategoryDictionary) {
    self.dictionary = dictionary
    name = EntryIDs.identifier(dictionary.name ?? "")
    let patterns = Set(dictionary.flattened.flatMap { $0.category.patterns.map(\.text) })
    ambiguous = Set(
      Dictionary(grouping: patterns) { $0.lowercased() }.filter { $0.value.count > 1 }.keys)
  }

  mutating func yaml(_ notes: inout ConversionNotes) -> String {
    notes.add(
      "all terms", "here they also find plain plurals, possessives, accents and hyphens",
      file: Self.file)
    if let title = dictionary.name, title != name {
      notes.add("'\(title)'", "the lexicon is called '\(name)'", file: Self.file)
    }
    let entries = dictionary.categories.map { entry($0, parent: nil, &notes) }
    return YAMLText.text(
      of: YAMLText.mapping([
        ("lexicon", YAMLText.string(name)), ("case", YAMLText.string("fold")),
        ("entries", .sequence(.init(entries))),
      ]))
  }

  private mutating func entry(
    _ category: CategoryDictionary.Category, parent: String?, _ notes: inout ConversionNotes
  ) -> Node {
    let id = ids.next(for: category.name, parent: parent)
    var pairs = [("id", YAMLText.string(id)), ("label", YAMLText.string(category.name))]
    if let note = category.note { pairs.append(("note", YAMLText.string(note))) }
    if let source = category.source { pairs.append(("source", YAMLText.string(source))) }
    var seen: [String: CategoryDictionary.Pattern] = [:]
    var terms: [Node] = []
    for pattern in category.patterns {
      let first = seen[pattern.text]
      if first == nil, let term = term(pattern, &notes) { terms.append(term) }
      if let first, first != pattern {
        notes.add(
          "'\(pattern.text)' of weight \(pattern.weight ?? 1) in '\(category.name)'",
          "the category has it already, with another weight, note or source: left out",
          file: Self.file)
      }
      seen[pattern.text] = first ?? pattern
    }
    if !terms.isEmpty { pairs.append(("terms", .sequence(.init(terms)))) }
    let children = category.categories.map { entry($0, parent: id, &notes) }
    if !children.isEmpty { pairs.append(("entries", .sequence(.init(children)))) }
    return YAMLText.mapping(pairs)
  }

  private func term(
    _ pattern: CategoryDictionary.Pattern, _ notes: inout ConversionNotes
  ) -> Node? {
    let imported = ImportedTerm(pattern.text)
    if let (what, reason) = imported.refusal {
      notes.add(what, reason, file: Self.file)
      return nil
    }
    if let loss = imported.loss { notes.add("'\(pattern.text)'", loss, file: Self.file) }
    var pairs = [("term", YAMLText.string(pattern.text))]
    if ambiguous.contains(pattern.text.lowercased()) {
      notes.add(
        "'\(pattern.text)'", "it stands in several cases, which are kept apart", file: Self.file)
      pairs.append(("case", YAMLText.string("exact")))
    }
    if let weight = pattern.weight {
      pairs.append(("weight", YAMLText.number(weight)))
    }
    if let note = pattern.note { pairs.append(("note", YAMLText.string(note))) }
    if let source = pattern.source { pairs.append(("source", YAMLText.string(source))) }
    return pairs.count == 1 ? pairs[0].1 : YAMLText.mapping(pairs)
  }
}
