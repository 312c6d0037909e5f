public import Corpus

/// All lexicons of a study: the instrument that a run measures with.
///
/// The stage's face: `LexiconSet.load` reads and checks files, `CompiledLexicons` makes the
/// automaton that Extract runs.
public struct LexiconSet: Sendable, Hashable {
  /// In order of their names.
  public var lexicons: [Lexicon]
  /// What is dubious but not wrong.
  public var warnings: [Diagnostic]
  /// The files read, in order.
  public var files: [String]

  /// Reads all `.yaml` files at or below `paths`. Files that carry the same lexicon name merge.
  public static func load(_ paths: [String]) throws(LexiconError) -> LexiconSet {
    var loader = LexiconLoader(read: LexiconFiles.read)
    return try LexiconSet(reading: try LexiconFiles.find(paths), by: &loader)
  }

  /// The files that `load` reads, in byte order. Of their content only the includes are looked at.
  public static func files(at paths: [String]) throws(LexiconError) -> [String] {
    var files = try LexiconFiles.find(paths)
    var known = Set(files.map(LexiconFiles.identity))
    var next = 0
    while next < files.count {
      defer { next += 1 }
      guard let text = try? LexiconFiles.read(files[next]), text.contains("include") else {
        continue
      }
      for include in LexiconReader(text, path: files[next]).file.includes
      where known.insert(LexiconFiles.identity(of: include.path)).inserted {
        files.append(include.path)
      }
    }
    return sorted(files)
  }

  /// Reads lexicons from texts, named for messages; they may include each other.
  public init(parsing sources: [(file: String, text: String)]) throws(LexiconError) {
    let texts = Dictionary(
      sources.map { (LexiconFiles.identity(of: $0.file), $0.text) }
    ) { first, _ in first }
    var loader = LexiconLoader { (path) throws(Diagnostic) in
      guard let text = texts[LexiconFiles.identity(of: path)] else {
        throw Diagnostic("there is no such file", file: path)
      }
      return text
    }
    self = try LexiconSet(reading: sources.map(\.file), by: &loader)
  }

  private init(
    reading files: [String], by loader: inout LexiconLoader
  ) throws(LexiconError) {
    lexicons = loader.lexicons(at: files)
    self.files = Self.sorted(loader.paths)
    let diagnostics =
      loader.diagnostics + lexicons.flatMap(LexiconCheck.problems)
      + LexiconCheck.wrongAffiliations(lexicons)
    guard diagnostics.allSatisfy({ $0.severity == .warning }) else {
      throw LexiconError(diagnostics: diagnostics)
    }
    warnings = diagnostics
  }

  private static func sorted(_ files: [String]) -> [String] {
    files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// A lexicon of one entry with one term: a query of a concordance.
  public init(query: String) throws(LexiconError) {
    do throws(TermSyntaxError) {
      let place = Lexicon.Place(file: "query", line: 1, column: 1)
      var parser = TermParser()
      let term = Term(
        text: query, pattern: try parser.parse(query, case: .smart), place: place)
      let entry = Lexicon.Entry(
        id: "query", label: query, attributes: [:], parent: nil, affiliations: [], note: nil,
        source: nil, terms: [term], place: place)
      lexicons = [Lexicon(name: "query", entries: [entry])]
      warnings = []
      files = []
    } catch {
      throw LexiconError(diagnostics: [
        Diagnostic("'\(query)': \(error.message)", file: "query", line: 1, column: error.offset + 1)
      ])
    }
  }

  /// The entries and terms that mentions point to. Terms are in order of entries.
  public var catalogue: Catalogue {
    var catalogue = Catalogue()
    var weights: [Double] = []
    for lexicon in lexicons {
      let base = Int32(catalogue.entries.count)
      let index = Dictionary(
        uniqueKeysWithValues: lexicon.entries.enumerated().map { ($1.id, base + Int32($0)) })
      for entry in lexicon.entries {
        catalogue.entries.append(
          Catalogue.Entry(
            lexicon: lexicon.name, id: entry.id, label: entry.label,
            parent: entry.parent.flatMap { index[$0] }, attributes: entry.attributes))
        catalogue.terms += entry.terms.lazy.map(\.text)
        catalogue.rules += entry.terms.lazy.map(\.rule)
        weights += entry.terms.lazy.map(\.weight)
      }
    }
    if weights.contains(where: { $0 != 1 }) { catalogue.weights = weights }
    return catalogue
  }
}
