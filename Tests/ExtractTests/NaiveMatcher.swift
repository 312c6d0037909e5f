/// The term language for literal words, globs, capitals and blocking phrases, by trying every term at every word:
/// what the automaton is held against.
struct NaiveMatcher {
  struct Entry {
    /// Below 0 the phrases that only block.
    var id: Int
    /// Each a sequence of words as a researcher writes them.
    var terms: [[String]]
  }

  struct Span: Hashable, Comparable {
    var first: Int
    var last: Int
    var entry: Int
    static func < (a: Span, b: Span) -> Bool {
      (a.first, a.last, a.entry) < (b.first, b.last, b.entry)
    }
  }

  var entries: [Entry]

  /// The winners among `words`; `lengths` gives the bytes from the first to the last word.
  func mentions(in words: [String], bytes: (ClosedRange<Int>) -> Int) -> [Span] {
    let joined = words.joined()
    let hasOneCase = joined == joined.lowercased() || joined == joined.uppercased()
    var found: Set<Span> = []
    for first in words.indices {
      for entry in entries {
        for term in entry.terms where first + term.count <= words.count {
          let last = first + term.count - 1
          if zip(term, words[first...last]).allSatisfy({ accepts($0, $1, hasOneCase) }) {
            found.insert(Span(first: first, last: last, entry: entry.id))
          }
        }
      }
    }
    var winners: [Span] = []
    for span in found.sorted(by: { rank($0, bytes) < rank($1, bytes) }) {
      let rivals = winners.filter { $0.first <= span.last && span.first <= $0.last }
      if rivals.allSatisfy({ $0.first == span.first && $0.last == span.last }) {
        winners.append(span)
      }
    }
    let blocked = winners.filter { $0.entry < 0 }
    return winners.filter { winner in
      !blocked.contains { $0.first == winner.first && $0.last == winner.last }
    }.sorted()
  }

  private func rank(_ span: Span, _ bytes: (ClosedRange<Int>) -> Int) -> (Int, Int, Int) {
    (-bytes(span.first...span.last), span.first, span.entry)
  }

  private func accepts(_ term: String, _ word: String, _ hasOneCase: Bool) -> Bool {
    let bare = word.lowercased().hasSuffix("'s") ? String(word.dropLast(2)) : word
    let hasCapital = term != term.lowercased()
    for word in [word, bare] {
      if hasCapital, !hasOneCase {
        let camel = term.prefix(1) + term.dropFirst().lowercased()
        let mayFold =
          term.count > 4 && term.prefix(1) != term.prefix(1).lowercased()
          && term != term.uppercased() && !term.contains("*") && !term.contains("?")
        if glob(Array(term), Array(word)) || (mayFold && word == camel) { return true }
      } else {
        let (term, word) = (term.lowercased(), word.lowercased())
        if glob(Array(term), Array(word)) { return true }
        if hasCapital || term.count < 3 || term.contains("*") || term.contains("?") { continue }
        if word == term + "s" || word == term + "es" { return true }
        if term.hasSuffix("y"), word == term.dropLast() + "ies" { return true }
      }
    }
    return false
  }

  private func glob(_ term: [Character], _ word: [Character]) -> Bool {
    guard let head = term.first else { return word.isEmpty }
    if head == "*" {
      return (0...word.count).contains { glob(Array(term.dropFirst()), Array(word.dropFirst($0))) }
    }
    guard let letter = word.first, head == "?" || head == letter else { return false }
    return glob(Array(term.dropFirst()), Array(word.dropFirst()))
  }
}
