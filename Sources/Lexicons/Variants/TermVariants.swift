/// The terms that are made of a written one.
enum TermVariants {
  /// - Parameters:
  ///   - expanded: the term's text with its variables put in.
  ///   - rule: how its capitals count; theirs count as they do.
  static func of(
    _ term: Term, expanded: String, _ variants: [TermVariant], _ rule: CaseRule,
    _ parser: inout TermParser
  ) throws(TermSyntaxError) -> [Term] {
    guard case .phrases(let own) = term.pattern else { return [] }
    let written = try TermAlternatives.texts(of: expanded.unicodeScalars)
    var known = Set(own)
    var made: [Term] = []
    var spelled = written
    for variant in TermVariant.allCases where variants.contains(variant) {
      if variant.isShortName, term.conditions?.after.isEmpty == false { continue }
      let forms = (variant.isShortName ? written : spelled).flatMap { variant.forms(of: $0) }
      for form in forms {
        guard case .phrases(let phrases) = try parser.parse(form, case: rule),
          !known.isSuperset(of: phrases)
        else { continue }
        known.formUnion(phrases)
        var other = term
        other.text = form
        other.pattern = .phrases(phrases)
        (other.note, other.source) = (nil, nil)
        other.origin = Term.Origin(text: term.text, variant: variant)
        if variant.isShortName {
          other.conditions = term.conditions ?? Term.Conditions()
          other.conditions?.after = [term.pattern]
        }
        made.append(other)
      }
      if !variant.isShortName { spelled += forms }
      guard made.count <= TermAlternatives.maximumTexts else {
        throw TermSyntaxError(
          message: "there are over \(TermAlternatives.maximumTexts); split the term", offset: 0)
      }
    }
    return made
  }

  /// Without the made terms that say what a written or another made one says.
  static func withoutRepeats(_ terms: [Term]) -> [Term] {
    guard terms.contains(where: { $0.origin != nil }) else { return terms }
    var said: [TermPattern: [Term.Conditions?]] = [:]
    for term in terms where term.origin == nil {
      said[term.pattern, default: []].append(term.conditions)
    }
    return terms.filter { term in
      guard term.origin != nil else { return true }
      let known = said[term.pattern] ?? []
      if known.contains(nil) || known.contains(term.conditions) { return false }
      said[term.pattern, default: []].append(term.conditions)
      return true
    }
  }
}
