import Lexicons

/// Lexicons as a dictionary of categories, for another program. Terms that need what such
/// dictionaries cannot say are left out, since without it they would find too much; each is noted.
struct LexiconExport {
  let lexicons: LexiconSet

  func dictionary(_ notes: inout ConversionNotes) -> CategoryDictionary {
    notes.add(
      "all terms", "plain plurals, possessives, accents and hyphens may not be folded there",
      file: DictionaryFormat.parlance.rawValue)
    let trees = lexicons.lexicons.map { lexicon -> (String, [CategoryDictionary.Category]) in
      for term in lexicon.none {
        notes.add(
          "'\(term.text)'", "blocking phrases are left out", file: term.place.file,
          line: term.place.line)
      }
      let children = Dictionary(grouping: lexicon.entries) { $0.parent }
      return (lexicon.name, (children[nil] ?? []).map { category($0, children, &notes) })
    }
    var dictionary = CategoryDictionary()
    if trees.count == 1 {
      dictionary = CategoryDictionary(name: trees[0].0, categories: trees[0].1)
    } else {
      dictionary.categories = trees.map { CategoryDictionary.Category(name: $0, categories: $1) }
      notes.add(
        "\(trees.count) lexicons", "each becomes a category of one dictionary",
        file: DictionaryFormat.parlance.rawValue)
    }
    noteIDs(of: dictionary, &notes)
    return dictionary
  }

  /// A dictionary has names only, of which ids are made when it is read again.
  private func noteIDs(of dictionary: CategoryDictionary, _ notes: inout ConversionNotes) {
    let changed = EntryIDs.changed(in: dictionary)
    guard let (entry, id) = changed.first else { return }
    notes.add(
      "\(changed.count) of the ids",
      "made of the labels they would come back as others, '\(entry)' as '\(id)'",
      file: DictionaryFormat.parlance.rawValue)
  }

  private func category(
    _ entry: Lexicon.Entry, _ children: [String?: [Lexicon.Entry]], _ notes: inout ConversionNotes
  ) -> CategoryDictionary.Category {
    if !entry.attributes.isEmpty || !entry.affiliations.isEmpty {
      notes.add(
        "those of '\(entry.id)'", "attributes and affiliations are left out",
        file: entry.place.file, line: entry.place.line)
    }
    return CategoryDictionary.Category(
      name: entry.label, id: entry.id, note: entry.note, source: entry.source,
      patterns: entry.terms.flatMap { patterns(of: $0, &notes) },
      categories: (children[entry.id] ?? []).map { category($0, children, &notes) })
  }

  private func patterns(
    of term: Term, _ notes: inout ConversionNotes
  ) -> [CategoryDictionary.Pattern] {
    func leaveOut(_ reason: String) -> [CategoryDictionary.Pattern] {
      notes.add("'\(term.text)'", reason, file: term.place.file, line: term.place.line)
      return []
    }
    if let conditions = term.conditions {
      var other = conditions
      other.languages = []
      guard other == Term.Conditions() else {
        return leaveOut("terms with conditions are left out")
      }
      let languages = conditions.languages.joined(separator: ", ")
      return leaveOut("terms of one language (\(languages)) are left out")
    }
    switch term.pattern {
    case .regex: return leaveOut("regular expressions are left out")
    case .proximity: return leaveOut("NEAR and BEFORE are left out")
    case .phrases(let phrases):
      if phrases.contains(where: { $0.contains { $0.cased != nil } }) {
        notes.add(
          "'\(term.text)'", "its capitals count here, and not in the dictionary",
          file: term.place.file, line: term.place.line)
      }
      if Self.isRespelled(phrases, term.text) {
        notes.add(
          "'\(term.text)'",
          "its alternatives are written as they are looked for, without accents and points",
          file: term.place.file, line: term.place.line)
      }
      let texts = term.text.contains("{") ? phrases.map(Self.text(of:)) : [term.text]
      return texts.map {
        .init($0, weight: term.weight, note: term.note, source: term.source)
      }
    }
  }

  /// Whether some word of a term that is written out is not spelled so in it: accents and the points
  /// of abbreviations are gone, and what a variable holds.
  private static func isRespelled(_ phrases: [[WordPattern]], _ text: String) -> Bool {
    guard text.contains("{") else { return false }
    let text = text.lowercased()
    return phrases.joined().contains { !text.contains($0.key) }
  }

  /// The words with spaces, but between characters of Chinese, Japanese and Korean.
  private static func text(of phrase: [WordPattern]) -> String {
    var text = ""
    for word in phrase.map({ $0.cased ?? $0.key }) {
      let isJoined =
        text.unicodeScalars.last.map(isIdeograph) == true
        && word.unicodeScalars.first.map(isIdeograph) == true
      text += text.isEmpty || isJoined ? word : " " + word
    }
    return text
  }

  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    (0x2E80...0x9FFF).contains(scalar.value) || (0xAC00...0xD7FF).contains(scalar.value)
      || (0x20000...0x3FFFF).contains(scalar.value)
  }
}
