import Foundation
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
  private var ids: Set<String> = []

  /// Where notes say they come from.
  private static let file = DictionaryFormat.parlance.rawValue

  init(_ dictionary: CategoryDictionary) {
    self.dictionary = dictionary
    name = Self.identifier(dictionary.name ?? "")
    let patterns = Set(dictionary.flattened.flatMap { $0.category.patterns.map(\.text) })
    ambiguous = Set(
      Dictionary(grouping: patterns) { $0.lowercased() }.filter { $0.value.count > 1 }.keys)
  }

  mutating func yaml(_ notes: inout ConversionNotes) -> String {
    notes.add(
      "all terms", "here they also find plain plurals, possessives, accents and hyphens",
      file: Self.file)
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
    let id = freeID(for: category.name, parent: parent)
    var pairs = [("id", YAMLText.string(id)), ("label", YAMLText.string(category.name))]
    if let note = category.note { pairs.append(("note", YAMLText.string(note))) }
    var seen: Set<String> = []
    let terms = category.patterns.filter { seen.insert($0.text).inserted }
      .compactMap { term($0, &notes) }
    if !terms.isEmpty { pairs.append(("terms", .sequence(.init(terms)))) }
    let children = category.categories.map { entry($0, parent: id, &notes) }
    if !children.isEmpty { pairs.append(("entries", .sequence(.init(children)))) }
    return YAMLText.mapping(pairs)
  }

  private func term(
    _ pattern: CategoryDictionary.Pattern, _ notes: inout ConversionNotes
  ) -> Node? {
    let words = pattern.text.split(separator: " ")
    if pattern.text.contains(where: { "{}|".contains($0) }) || pattern.text.hasPrefix("/")
      || words.contains(where: { $0.hasPrefix("NEAR/") || $0.hasPrefix("BEFORE/") })
    {
      notes.add(
        "'\(pattern.text)'", "these signs mean something else in a term: left out",
        file: Self.file)
      return nil
    }
    do {
      _ = try LexiconSet(query: pattern.text)
    } catch {
      notes.add(
        error.diagnostics.first?.message ?? pattern.text, "it is no term: left out",
        file: Self.file)
      return nil
    }
    var pairs = [("term", YAMLText.string(pattern.text))]
    if ambiguous.contains(pattern.text.lowercased()) {
      notes.add(
        "'\(pattern.text)'", "it stands in several cases, which are kept apart", file: Self.file)
      pairs.append(("case", YAMLText.string("exact")))
    }
    if let weight = pattern.weight {
      pairs.append(("weight", YAMLText.number(weight)))
    }
    return pairs.count == 1 ? pairs[0].1 : YAMLText.mapping(pairs)
  }

  /// An id from a category's name; below its parent's, or with a number, where it is taken.
  private mutating func freeID(for name: String, parent: String?) -> String {
    let id = Self.identifier(name)
    let candidates = [id] + (parent.map { ["\($0).\(id)"] } ?? [])
    let free =
      candidates.first { !ids.contains($0) }
      ?? (2...).lazy.map { "\(candidates[candidates.count - 1])-\($0)" }
      .first { !ids.contains($0) } ?? id
    ids.insert(free)
    return free
  }

  /// Letters and digits of ASCII, hyphens for all else.
  private static func identifier(_ name: String) -> String {
    let plain = name.folding(options: [.diacriticInsensitive, .widthInsensitive], locale: nil)
    let words = plain.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return words.isEmpty ? "category" : words.joined(separator: "-")
  }
}
