import Foundation

/// Gives entries ids made of the names of the categories that they were.
struct EntryIDs {
  private var taken: Set<String> = []

  /// An id from a category's name; below its parent's, or with a number, where it is taken.
  mutating func next(for name: String, parent: String?) -> String {
    let id = Self.identifier(name)
    let candidates = [id] + (parent.map { ["\($0).\(id)"] } ?? [])
    let free =
      candidates.first { !taken.contains($0) }
      ?? (2...).lazy.map { "\(candidates[candidates.count - 1])-\($0)" }
      .first { !taken.contains($0) } ?? id
    taken.insert(free)
    return free
  }

  /// The entries of a dictionary whose ids are not what it would give back.
  static func changed(
    in dictionary: CategoryDictionary
  ) -> [(entry: String, id: String)] {
    var ids = EntryIDs()
    var path: [String] = []
    var changed: [(entry: String, id: String)] = []
    for (category, depth) in dictionary.flattened {
      let id = ids.next(for: category.name, parent: depth > 0 ? path[depth - 1] : nil)
      path = path.prefix(depth) + [id]
      if let entry = category.id, entry != id { changed.append((entry, id)) }
    }
    return changed
  }

  /// Letters and digits of ASCII, hyphens for all else.
  static func identifier(_ name: String) -> String {
    let plain = name.folding(options: [.diacriticInsensitive, .widthInsensitive], locale: nil)
    let words = plain.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return words.isEmpty ? "category" : words.joined(separator: "-")
  }
}
