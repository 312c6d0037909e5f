/// What one format can say, and what it would take for its own signs.
struct DictionarySyntax: Sendable {
  struct Features: OptionSet {
    let rawValue: Int

    /// A name of the whole.
    static let title = Features(rawValue: 1)
    /// Categories within categories.
    static let tree = Features(rawValue: 2)
    /// Several categories of one name in one place.
    static let repeatedNames = Features(rawValue: 4)
    static let weights = Features(rawValue: 8)
    /// Notes on categories.
    static let notes = Features(rawValue: 16)
    /// Sources of categories, notes and sources of patterns.
    static let sources = Features(rawValue: 32)

    static let all: Features = [.title, .tree, .repeatedNames, .weights, .notes, .sources]
  }

  /// What becomes of a name or pattern that a format cannot hold, and why.
  struct Change {
    /// `nil` where it is left out.
    var text: String?
    var reason: String

    init(text: String? = nil, reason: String) {
      self.text = text
      self.reason = reason
    }
  }

  let format: DictionaryFormat
  let features: Features
  /// `nil` for what can be written as it is.
  var changeOfName: @Sendable (String) -> Change? = { _ in nil }
  var changeOfPattern: @Sendable (String) -> Change? = { _ in nil }

  /// The dictionary as the format can hold it. What that changes is noted.
  func writable(
    _ dictionary: CategoryDictionary, _ notes: inout ConversionNotes
  ) -> CategoryDictionary {
    var result = dictionary
    var names = DistinctNames(
      dictionary.flattened.map { $0.category }.map { name(of: $0)?.text ?? $0.name })
    result.categories = writable(dictionary.categories, depth: 0, &names, &notes)
    return result
  }

  private func writable(
    _ categories: [CategoryDictionary.Category], depth: Int, _ names: inout DistinctNames,
    _ notes: inout ConversionNotes
  ) -> [CategoryDictionary.Category] {
    if features.contains(.tree) {
      names = DistinctNames(categories.map { name(of: $0)?.text ?? $0.name })
    }
    var result: [CategoryDictionary.Category] = []
    for category in categories {
      var written = category
      if let change = name(of: category), let text = change.text {
        note("'\(category.name)'", change.reason, &notes)
        written.name = text
      }
      if !features.contains(.repeatedNames) {
        let name = names.next(for: written.name, id: category.id)
        if name != written.name {
          note("'\(name)'", "the name without brackets is another category's", &notes)
        }
        written.name = name
      }
      result.append(written)
    }
    for index in result.indices {
      noteLosses(of: result[index], depth: depth, &notes)
      result[index].patterns = result[index].patterns.compactMap { writable($0, &notes) }
      result[index].categories = writable(
        result[index].categories, depth: depth + 1, &names, &notes)
    }
    return result
  }

  private func name(of category: CategoryDictionary.Category) -> Change? {
    let line = Self.singleLine(category.name)
    if line.isEmpty {
      return Change(text: category.id ?? "category", reason: "a category without a name gets one")
    }
    if let change = changeOfName(line) { return change }
    return line == category.name
      ? nil : Change(text: line, reason: "white space in names becomes one space")
  }

  private func writable(
    _ pattern: CategoryDictionary.Pattern, _ notes: inout ConversionNotes
  ) -> CategoryDictionary.Pattern? {
    var written = pattern
    written.text = Self.singleLine(pattern.text)
    if written.text.isEmpty {
      note("'\(pattern.text)'", "an empty pattern is left out", &notes)
      return nil
    }
    if let change = changeOfPattern(written.text) {
      note("'\(written.text)'", change.reason, &notes)
      guard let text = change.text else { return nil }
      written.text = text
    }
    if !features.contains(.weights), let weight = pattern.weight {
      note("'\(pattern.text)' of weight \(weight)", "\(format) has no weights: it counts 1", &notes)
    }
    if !features.contains(.sources), pattern.note != nil || pattern.source != nil {
      note("those of '\(pattern.text)'", "\(format) has no notes and sources of terms", &notes)
    }
    return written
  }

  private func noteLosses(
    of category: CategoryDictionary.Category, depth: Int, _ notes: inout ConversionNotes
  ) {
    if depth > 0, !features.contains(.tree) {
      note(
        "'\(category.name)'", "\(format) has no categories within categories: it stands alone",
        &notes)
    }
    if category.note != nil, !features.contains(.notes) {
      note("that on '\(category.name)'", "\(format) has no notes", &notes)
    }
    if category.source != nil, !features.contains(.sources) {
      note("that of '\(category.name)'", "\(format) has no sources", &notes)
    }
  }

  private func note(_ what: String, _ reason: String, _ notes: inout ConversionNotes) {
    notes.add(what, reason, file: format.rawValue)
  }

  /// With one space for each run of white space and control characters, none at the ends.
  private static func singleLine(_ text: String) -> String {
    text.unicodeScalars.split {
      $0.properties.isWhitespace || $0.properties.generalCategory == .control
    }.map { String($0) }.joined(separator: " ")
  }
}
