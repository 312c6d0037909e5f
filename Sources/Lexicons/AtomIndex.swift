/// Finds, for a word of a text, the word patterns (atoms) of the lexicons that it satisfies.
///
/// Asked once for each distinct word of an archive; the answer is cached as a word class.
struct AtomIndex: Sendable {
  private(set) var patterns: [WordPattern] = []
  private var numbers: [WordPattern: Int32] = [:]
  private var literals: [String: [Int32]] = [:]
  /// Globs by their first two letters; those that begin with a wildcard under "".
  private var globs: [String: [Int32]] = [:]

  /// The number of the atom, a new one if it was never seen.
  mutating func number(of pattern: WordPattern) -> Int32 {
    if let known = numbers[pattern] { return known }
    let number = Int32(patterns.count)
    patterns.append(pattern)
    numbers[pattern] = number
    switch pattern.shape {
    case .literal(let key): literals[key, default: []].append(number)
    case .glob(let key): globs[Self.globPrefix(key), default: []].append(number)
    }
    return number
  }

  /// The atoms that `word` satisfies, ascending. `hasOneCase`: the text has only capitals or
  /// none, so that capitals say nothing.
  func atoms(of word: String, hasOneCase: Bool) -> [Int32] {
    let cased = WordFolding.cased(word)
    var found: Set<Int32> = []
    collect(cased, hasOneCase, into: &found)
    if let bare = WordFolding.withoutPossessive(cased) { collect(bare, hasOneCase, into: &found) }
    return found.sorted()
  }

  private func collect(_ cased: String, _ hasOneCase: Bool, into found: inout Set<Int32>) {
    let key = cased.lowercased()
    for atom in literals[key] ?? [] where accepts(atom, cased, hasOneCase) { found.insert(atom) }
    for singular in WordFolding.singulars(of: key) {
      for atom in literals[singular] ?? [] where patterns[Int(atom)].matchesPlural {
        found.insert(atom)
      }
    }
    for prefix in [Self.globPrefix(key), ""] {
      for atom in globs[prefix] ?? [] {
        guard case .glob(let glob) = patterns[Int(atom)].shape, Glob.matches(glob, key),
          accepts(atom, cased, hasOneCase)
        else { continue }
        found.insert(atom)
      }
    }
  }

  /// Whether the capitals of a word whose letters match are as the atom asks.
  private func accepts(_ atom: Int32, _ cased: String, _ hasOneCase: Bool) -> Bool {
    let pattern = patterns[Int(atom)]
    guard let wanted = pattern.cased, !hasOneCase || pattern.isExact else { return true }
    if case .glob = pattern.shape { return Glob.matches(wanted, cased) }
    return wanted == cased
      || (!pattern.isExact && WordFolding.withoutInnerCapitals(wanted) == cased)
  }

  private static func globPrefix(_ key: String) -> String {
    let prefix = key.prefix(2)
    return prefix.count < 2 || prefix.contains("*") || prefix.contains("?") ? "" : String(prefix)
  }
}

/// `*` is any run of scalars, `?` any one.
enum Glob {
  static func matches(_ pattern: String, _ word: String) -> Bool {
    let pattern = Array(pattern.unicodeScalars)
    let word = Array(word.unicodeScalars)
    var p = 0
    var w = 0
    var retry: (p: Int, w: Int)?
    while w < word.count {
      if p < pattern.count, pattern[p] == "?" || (pattern[p] == word[w] && pattern[p] != "*") {
        p += 1
        w += 1
      } else if p < pattern.count, pattern[p] == "*" {
        retry = (p + 1, w)
        p += 1
      } else if let last = retry {
        retry = (last.p, last.w + 1)
        p = last.p
        w = last.w + 1
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == "*" }
  }
}
