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
    let files = try LexiconFiles.find(paths)
    var sources: [(file: String, text: String)] = []
    var diagnostics: [Diagnostic] = []
    for file in files {
      do throws(Diagnostic) {
        sources.append((file, try LexiconFiles.read(file)))
      } catch {
        diagnostics.append(error)
      }
    }
    let set = try LexiconSet(parsing: sources, diagnostics: diagnostics)
    return set
  }

  /// The lexicon files at or below `paths`, in byte order, without a look into them.
  public static func files(at paths: [String]) throws(LexiconError) -> [String] {
    try LexiconFiles.find(paths)
  }

  /// Reads lexicons from texts, named for messages.
  public init(parsing sources: [(file: String, text: String)]) throws(LexiconError) {
    self = try LexiconSet(parsing: sources, diagnostics: [])
  }

  /// A lexicon of one entry with one term: a query of a concordance.
  public init(query: String) throws(LexiconError) {
    do throws(TermSyntaxError) {
      let place = Lexicon.Place(file: "query", line: 1, column: 1)
      let pattern = try TermParser.parse(query, case: .smart)
      if case .regex(let regex) = pattern, case .failure(let error) = BoundedRegex.check(regex) {
        throw TermSyntaxError(message: error.message, offset: error.offset)
      }
      let term = Term(text: query, pattern: pattern, conditions: nil, place: place)
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

  private init(
    parsing sources: [(file: String, text: String)], diagnostics: [Diagnostic]
  ) throws(LexiconError) {
    var diagnostics = diagnostics
    var byName: [String: Lexicon] = [:]
    let read = sources.concurrentMap { LexiconReader.read($0.text, file: $0.file) }
    for (lexicon, found) in read {
      diagnostics += found
      guard let lexicon else { continue }
      byName[lexicon.name, default: Lexicon(name: lexicon.name)].entries += lexicon.entries
      byName[lexicon.name]?.none += lexicon.none
    }
    lexicons = byName.values.sorted { $0.name < $1.name }
    files = sources.map(\.file)
    diagnostics += lexicons.flatMap(LexiconCheck.problems)
    diagnostics += LexiconCheck.unknownAffiliations(lexicons)
    guard diagnostics.allSatisfy({ $0.severity == .warning }) else {
      throw LexiconError(diagnostics: diagnostics)
    }
    warnings = diagnostics
  }

  /// The entries and terms that mentions point to. Terms are in order of entries.
  public var catalogue: Catalogue {
    var catalogue = Catalogue()
    for lexicon in lexicons {
      let base = Int32(catalogue.entries.count)
      let index = Dictionary(
        uniqueKeysWithValues: lexicon.entries.enumerated().map { ($1.id, base + Int32($0)) })
      for entry in lexicon.entries {
        catalogue.entries.append(
          Catalogue.Entry(
            lexicon: lexicon.name, id: entry.id, label: entry.label,
            parent: entry.parent.flatMap { index[$0] }, attributes: entry.attributes))
        catalogue.terms += entry.terms.map(\.text)
      }
    }
    return catalogue
  }
}
