import Lexicons

/// Lexicons as the command line speaks of them: `parlance lexicon`, and what `tag` looks for.
public struct LexiconTool: Sendable {
  let lexicons: LexiconSet

  /// - Parameter paths: lexicon files and folders.
  public init(paths: [String]) throws {
    lexicons = try LexiconSet.load(paths)
  }

  /// What is doubtful in them, a line each.
  public var warnings: [String] { lexicons.warnings.map(\.description) }

  /// What they hold, a line for each lexicon.
  public var sizes: [String] {
    lexicons.lexicons.map { lexicon in
      let terms = lexicon.entries.reduce(0) { $0 + $1.terms.count }
      return "\(lexicon.name): \(lexicon.entries.count) entries, \(terms) terms"
    }
  }

  /// An entry in words, by `lexicon/entry`, or the entries of a lexicon by its name.
  public func description(of name: String) throws(RunError) -> String {
    try EntryDescription.text(of: name, in: lexicons)
  }
}
