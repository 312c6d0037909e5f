/// A dictionary as programs for content analysis keep it: a tree of categories, each with the
/// patterns that signal it. Patterns are words or phrases in any case, with `*` for any letters.
struct CategoryDictionary: Sendable, Hashable {
  /// Deeper trees are no dictionaries.
  static let maximumDepth = 64

  struct Category: Sendable, Hashable {
    var name: String
    /// Of the entry that it was.
    var id: String?
    var note: String?
    var source: String?
    var patterns: [Pattern] = []
    var categories: [Category] = []
  }

  struct Pattern: Sendable, Hashable {
    var text: String
    /// How much one occurrence counts, where it is not 1.
    var weight: Double?
    var note: String?
    var source: String?

    init(_ text: String, weight: Double? = nil, note: String? = nil, source: String? = nil) {
      self.text = text
      self.weight = weight == 1 ? nil : weight
      self.note = note
      self.source = source
    }
  }

  /// Of the whole, where the file says it.
  var name: String?
  var categories: [Category] = []

  /// Each category with its depth, before those below it.
  var flattened: [(category: Category, depth: Int)] {
    func flatten(_ category: Category, _ depth: Int) -> [(category: Category, depth: Int)] {
      [(category, depth)] + category.categories.flatMap { flatten($0, depth + 1) }
    }
    return categories.flatMap { flatten($0, 0) }
  }

  /// Changes the last category at a depth, below the last one of each lesser depth: where the next
  /// line of a list belongs that says depth by indentation. Returns whether there is one.
  @discardableResult
  mutating func changeLast(depth: Int, _ body: (inout Category) -> Void) -> Bool {
    Self.changeLast(of: &categories, depth: depth, body)
  }

  private static func changeLast(
    of categories: inout [Category], depth: Int, _ body: (inout Category) -> Void
  ) -> Bool {
    guard let last = categories.indices.last else { return false }
    if depth > 0 { return changeLast(of: &categories[last].categories, depth: depth - 1, body) }
    body(&categories[last])
    return true
  }

  /// Adds a category below the last one of each lesser depth. Returns whether there is one.
  mutating func append(_ category: Category, depth: Int) -> Bool {
    guard depth < Self.maximumDepth else { return false }
    if depth > 0 { return changeLast(depth: depth - 1) { $0.categories.append(category) } }
    categories.append(category)
    return true
  }
}
