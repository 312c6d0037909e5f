import Corpus

/// What can only be judged over a whole lexicon: ids, branches, terms said twice.
enum LexiconCheck {
  static func problems(in lexicon: Lexicon) -> [Diagnostic] {
    duplicateIDs(lexicon) + parents(lexicon) + repeatedTerms(lexicon)
  }

  private static func duplicateIDs(_ lexicon: Lexicon) -> [Diagnostic] {
    var first: [String: Lexicon.Place] = [:]
    return lexicon.entries.compactMap { entry in
      guard let earlier = first[entry.id] else {
        first[entry.id] = entry.place
        return nil
      }
      return diagnostic(
        "the id '\(entry.id)' is used before, at \(earlier.file):\(earlier.line)", entry.place)
    }
  }

  private static func parents(_ lexicon: Lexicon) -> [Diagnostic] {
    let parents = Dictionary(lexicon.entries.map { ($0.id, $0.parent) }) { first, _ in first }
    return lexicon.entries.compactMap { entry in
      guard let parent = entry.parent else { return nil }
      guard parents[parent] != nil else {
        let hint = nearestWord(to: parent, among: parents.keys).map { "; did you mean '\($0)'?" }
        return diagnostic("the parent '\(parent)' is no entry of \(lexicon.name)\(hint ?? "")", entry.place)
      }
      var seen: Set<String> = [entry.id]
      var next: String? = parent
      while let id = next {
        guard seen.insert(id).inserted else {
          return diagnostic("the entry '\(entry.id)' is its own ancestor", entry.place)
        }
        next = parents[id] ?? nil
      }
      return nil
    }
  }

  private static func repeatedTerms(_ lexicon: Lexicon) -> [Diagnostic] {
    lexicon.entries.flatMap { entry in
      var seen: Set<Term> = []
      return entry.terms.compactMap { term in
        var key = term
        key.place = entry.place
        return seen.insert(key).inserted
          ? nil
          : diagnostic(
            "the entry '\(entry.id)' lists '\(term.text)' twice", term.place, severity: .warning)
      }
    }
  }

  private static func diagnostic(
    _ message: String, _ place: Lexicon.Place, severity: Diagnostic.Severity = .error
  ) -> Diagnostic {
    Diagnostic(
      message, file: place.file, line: place.line, column: place.column, severity: severity)
  }
}
