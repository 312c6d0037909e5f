import Bytes

/// Finds, for a word of a text, the word patterns (atoms) of the lexicons that it satisfies.
///
/// Asked once for each distinct word of an archive; the answer is cached as a word class.
struct AtomIndex: Sendable {
  /// What is left to judge once the letters of a word are those of an atom.
  private struct Atom: Sendable {
    /// The folded word or glob in lower case.
    var key: [UInt8]
    /// The same with its capitals, where these count.
    var cased: [UInt8]?
    /// For a CamelCase word, with its first capital only.
    var withoutInnerCapitals: [UInt8]?
    var isGlob: Bool
    var isExact: Bool
    var matchesPlural: Bool
    /// The next atom with this key; -1 for none.
    var next: Int32 = -1

    /// - Parameter key: of the pattern.
    init(_ pattern: WordPattern, key: [UInt8]) {
      self.key = key
      cased = pattern.cased.map { Array($0.utf8) }
      let isCamelCase = !pattern.isExact && !pattern.isGlob
      withoutInnerCapitals =
        isCamelCase
        ? pattern.cased.flatMap(WordFolding.withoutInnerCapitals).map { Array($0.utf8) } : nil
      isGlob = pattern.isGlob
      isExact = pattern.isExact
      matchesPlural = pattern.matchesPlural
    }

    /// Whether it is the atom of a pattern that has its key.
    func isOf(_ pattern: WordPattern) -> Bool {
      guard isGlob == pattern.isGlob, isExact == pattern.isExact,
        matchesPlural == pattern.matchesPlural
      else { return false }
      guard let cased, let other = pattern.cased else {
        return cased == nil && pattern.cased == nil
      }
      return cased.elementsEqual(other.utf8)
    }
  }

  private var atoms: [Atom] = []
  /// The words and globs. No word of a text is spelled as a glob.
  private var keys = WordTable()
  /// The first atom of each key.
  private var firstAtoms: [Int32] = []
  /// Globs by their first two bytes; those that begin with a wildcard under -1.
  private var globs: [Int: [Int32]] = [:]

  private var openings = Openings()

  var count: Int { atoms.count }

  /// The number of the atom, a new one if it was never seen.
  mutating func number(of pattern: WordPattern) -> Int32 {
    let place = Int(keys.number(of: pattern.key))
    let number = Int32(atoms.count)
    if place == firstAtoms.count {
      firstAtoms.append(number)
    } else {
      var last = firstAtoms[place]
      while true {
        if atoms[Int(last)].isOf(pattern) { return last }
        guard atoms[Int(last)].next >= 0 else { break }
        last = atoms[Int(last)].next
      }
      atoms[Int(last)].next = number
    }
    let key = Array(pattern.key.utf8)
    atoms.append(Atom(pattern, key: key))
    openings.insert(key, isGlob: pattern.isGlob)
    if pattern.isGlob { globs[Self.prefix(ofGlob: key), default: []].append(number) }
    return number
  }

  /// The atoms that `word` satisfies, ascending. `hasOneCase`: the text has only capitals or
  /// none, so that capitals say nothing.
  func atoms(of word: [UInt8], hasOneCase: Bool) -> [Int32] {
    guard openings.mayOpen(word) else { return [] }
    let cased = WordFolding.cased(word)
    let key = WordFolding.lowercased(cased)
    var found: [Int32] = []
    collect(key, cased, hasOneCase, into: &found)
    if let length = WordFolding.lengthWithoutPossessive(cased), key.count == cased.count {
      collect(Array(key[..<length]), Array(cased[..<length]), hasOneCase, into: &found)
    }
    guard found.count > 1 else { return found }
    found.sort()
    return found.indices.compactMap { index in
      index > 0 && found[index] == found[index - 1] ? nil : found[index]
    }
  }

  private func collect(
    _ key: [UInt8], _ cased: [UInt8], _ hasOneCase: Bool, into found: inout [Int32]
  ) {
    append(atomsOf: key, to: &found) { accepts($0, cased, hasOneCase) }
    for singular in WordFolding.singulars(of: key[...]) {
      append(atomsOf: singular, to: &found) { atoms[Int($0)].matchesPlural }
    }
    if key.count >= 2, let same = globs[Self.prefix(key)] {
      collectGlobs(same, key, cased, hasOneCase, into: &found)
    }
    if let leading = globs[-1] { collectGlobs(leading, key, cased, hasOneCase, into: &found) }
  }

  private func append(
    atomsOf key: [UInt8], to found: inout [Int32], where isWanted: (Int32) -> Bool
  ) {
    guard let place = keys.knownNumber(of: key.span) else { return }
    var atom = firstAtoms[Int(place)]
    while atom >= 0 {
      if isWanted(atom) { found.append(atom) }
      atom = atoms[Int(atom)].next
    }
  }

  private func collectGlobs(
    _ candidates: [Int32], _ key: [UInt8], _ cased: [UInt8], _ hasOneCase: Bool,
    into found: inout [Int32]
  ) {
    for atom in candidates
    where Glob.matches(atoms[Int(atom)].key, key) && accepts(atom, cased, hasOneCase) {
      found.append(atom)
    }
  }

  /// Whether the capitals of a word whose letters match are as the atom asks.
  private func accepts(_ number: Int32, _ cased: [UInt8], _ hasOneCase: Bool) -> Bool {
    let atom = atoms[Int(number)]
    guard let wanted = atom.cased, !hasOneCase || atom.isExact else { return true }
    if atom.isGlob { return Glob.matches(wanted, cased) }
    return wanted == cased || atom.withoutInnerCapitals == cased
  }

  private static func prefix(_ key: [UInt8]) -> Int { Int(key[0]) << 8 | Int(key[1]) }

  private static func prefix(ofGlob glob: [UInt8]) -> Int {
    guard glob.count >= 2, !glob[..<2].contains(where: { Glob.isWildcard($0) }) else { return -1 }
    return prefix(glob)
  }
}

/// `*` is any run of letters, `?` any one scalar.
enum Glob {
  static func isWildcard(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?")
  }

  static func matches(_ glob: [UInt8], _ word: [UInt8]) -> Bool {
    var g = 0
    var w = 0
    var retry: (glob: Int, word: Int)?
    while w < word.count {
      if g < glob.count, glob[g] == UInt8(ascii: "*") {
        retry = (g + 1, w)
        g += 1
      } else if g < glob.count, glob[g] == UInt8(ascii: "?") {
        g += 1
        w = end(ofScalarAt: w, in: word)
      } else if g < glob.count, glob[g] == word[w] {
        g += 1
        w += 1
      } else if let last = retry {
        let next = end(ofScalarAt: last.word, in: word)
        retry = (last.glob, next)
        g = last.glob
        w = next
      } else {
        return false
      }
    }
    return glob[g...].allSatisfy { $0 == UInt8(ascii: "*") }
  }

  private static func end(ofScalarAt index: Int, in word: [UInt8]) -> Int {
    var next = index + 1
    while next < word.count, word[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }
}
