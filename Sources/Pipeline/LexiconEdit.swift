import Lexicons
import Store

/// What an edit of the lexicons means to documents that are tagged.
///
/// What the tagger finds in a document depends on the document, and within it lexicon by lexicon:
/// - A term is a candidate wherever its pattern matches and its conditions hold. These look at the
///   document alone: `near`, `unless` and `after` are patterns matched in its text, whatever other
///   terms make of the words.
/// - Which candidates stand (`LongestMatch`), and whether a span is ambiguous, is settled among those
///   of one lexicon, blocking phrases included. Ties go by the order of its terms.
/// - Mentions of one span come in the order of the lexicons' names, then of entries and terms.
///
/// So if the terms of a lexicon that came, went, or changed in any way match nowhere in a document,
/// its candidates are the same in the same order, and so are its mentions. A term that changed its
/// place among the others is one that went and came. Where a pattern can match is told by
/// `DocumentSearch`, which errs on the side of tagging again. A term keeps its number through all
/// edits of others, so that mentions found by it stay as they are stored.
struct LexiconEdit {
  /// The terms to tag with from now on.
  private(set) var terms = StoredTerms()
  /// Those that came or went.
  private(set) var changed: [TermKey] = []

  init(from old: StoredTerms, to lexicons: LexiconSet) {
    terms.next = old.next
    for lexicon in lexicons.lexicons {
      let keys = LexiconSet.keys(of: lexicon)
      terms.lexicons[lexicon.name] = replace(
        old.lexicons[lexicon.name] ?? [], by: keys.terms + keys.blocking)
    }
    for (name, gone) in old.lexicons where terms.lexicons[name] == nil {
      changed += gone.map { TermKey(bytes: $0.key) }
    }
  }

  /// The terms of a lexicon, of which those that are kept keep their numbers.
  private mutating func replace(_ old: [StoredTerm], by keys: [TermKey]) -> [StoredTerm] {
    let kept = Self.kept(old.map { TermKey(bytes: $0.key) }, among: keys)
    let stays = Set(kept.compactMap { $0 })
    changed += old.indices.filter { !stays.contains($0) }.map { TermKey(bytes: old[$0].key) }
    return zip(keys, kept).map { key, place in
      if let place { return old[place] }
      changed.append(key)
      defer { terms.next += 1 }
      return StoredTerm(number: terms.next, key: key.bytes)
    }
  }

  /// For each of `keys` where it stood before, if it is one of those that kept their order: the
  /// longest rising sequence of old places.
  private static func kept(_ old: [TermKey], among keys: [TermKey]) -> [Int?] {
    if old == keys { return Array(old.indices) }
    // A term that is listed twice takes its places in turn.
    var places: [TermKey: [Int]] = [:]
    for (place, key) in old.enumerated().reversed() { places[key, default: []].append(place) }
    let found = keys.map { places[$0]?.popLast() }
    /// By length: the key with which the rising sequence of that length ends that ends lowest.
    var ends: [Int] = []
    var before = [Int?](repeating: nil, count: keys.count)
    for (index, place) in found.enumerated() {
      guard let place else { continue }
      var length = 0
      var upper = ends.count
      while length < upper {
        let middle = (length + upper) / 2
        if (found[ends[middle]] ?? 0) < place { length = middle + 1 } else { upper = middle }
      }
      if length > 0 { before[index] = ends[length - 1] }
      if length == ends.count { ends.append(index) } else { ends[length] = index }
    }
    var kept = [Int?](repeating: nil, count: keys.count)
    var next = ends.last
    while let index = next {
      kept[index] = found[index]
      next = before[index]
    }
    return kept
  }
}

extension StoredTerms {
  /// The number of each term of the catalogue of `lexicons`, which these terms are of.
  func numbers(in lexicons: LexiconSet) -> [Int32] {
    lexicons.lexicons.flatMap { lexicon in
      let count = lexicon.entries.reduce(0) { $0 + $1.terms.count }
      return (self.lexicons[lexicon.name] ?? []).prefix(count).map(\.number)
    }
  }

  /// Where each term stands in the catalogue of `lexicons`, which these terms are of.
  func places(in lexicons: LexiconSet) -> TermPlaces {
    var places = TermPlaces(count: next)
    var entry: Int32 = 0
    var term: Int32 = 0
    let numbers = numbers(in: lexicons)
    for each in lexicons.lexicons.flatMap(\.entries) {
      for _ in each.terms {
        places.set(numbers[Int(term)], entry: entry, term: term)
        term += 1
      }
      entry += 1
    }
    return places
  }
}
