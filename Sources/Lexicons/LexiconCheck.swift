import Corpus

/// What can only be judged over a whole lexicon: ids, branches, terms said twice.
enum LexiconCheck {
  static func problems(in lexicon: Lexicon) -> [Diagnostic] {
    duplicateIDs(lexicon) + parents(lexicon) + repeatedTerms(lexicon)
  }

  /// Ties to entries that do not exist, in lexicons that are loaded, and to the entry itself.
  static func wrongAffiliations(_ lexicons: [Lexicon]) -> [Diagnostic] {
    let ids = Dictionary(lexicons.map { ($0.name, Set($0.entries.map(\.id))) }) { a, _ in a }
    let ties = lexicons.flatMap { lexicon in
      lexicon.entries.flatMap { entry in
        entry.affiliations.map { (tie: $0, owner: "\(lexicon.name)/\(entry.id)") }
      }
    }
    return ties.compactMap { tie, owner in
      if tie.of == owner { return diagnostic("'\(owner)' is tied to itself", tie.place) }
      let parts = tie.of.split(separator: "/").map(String.init)
      guard let known = ids[parts[0]] else {
        // It may be of a lexicon that this study leaves out, unless it looks like one that it has.
        return nearestWord(to: parts[0], among: ids.keys).map {
          diagnostic("'\(parts[0])' is no lexicon; did you mean '\($0)'?", tie.place)
        }
      }
      guard !known.contains(parts[1]) else { return nil }
      let hint = nearestWord(to: parts[1], among: known).map {
        "; did you mean '\(parts[0])/\($0)'?"
      }
      return diagnostic("'\(tie.of)' is no entry of \(parts[0])\(hint ?? "")", tie.place)
    }
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
        return diagnostic(
          "the parent '\(parent)' is no entry of \(lexicon.name)\(hint ?? "")", entry.place)
      }
      var seen: Set<String> = []
      var next: String? = parent
      while let id = next, seen.insert(id).inserted { next = parents[id] ?? nil }
      // Of the entries on a cycle one is named, not each.
      return seen.contains(entry.id) && seen.min() == entry.id
        ? diagnostic("the entry '\(entry.id)' is its own ancestor", entry.place) : nil
    }
  }

  private static func repeatedTerms(_ lexicon: Lexicon) -> [Diagnostic] {
    lexicon.entries.flatMap { entry -> [Diagnostic] in
      guard Set(entry.terms.lazy.map(\.text)).count < entry.terms.count else { return [] }
      var first: [String: Int] = [:]
      return entry.terms.enumerated().compactMap { index, term in
        guard term.origin == nil else { return nil }
        guard let earlier = first[term.text] else {
          first[term.text] = index
          return nil
        }
        // Only few are written twice, most of them with different conditions.
        let isRepeated = entry.terms[earlier..<index].contains {
          $0.origin == nil && $0.pattern == term.pattern && $0.conditions == term.conditions
        }
        return isRepeated
          ? diagnostic(
            "the entry '\(entry.id)' lists '\(term.text)' twice", term.place, severity: .warning)
          : nil
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
