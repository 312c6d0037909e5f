import Corpus
import Lexicons

/// Judges the conditions of a term at one match.
struct ConditionCheck {
  let document: Document
  let matches: PatternMatches

  func holds(_ conditions: CompiledLexicons.CompiledConditions, at match: PatternMatch) -> Bool {
    let source = conditions.source
    if let field = source.field, field != match.field { return false }
    if !source.outlets.isEmpty, !source.outlets.contains(document.outlet ?? "") { return false }
    if !source.languages.isEmpty, !source.languages.contains(document.language ?? "") {
      return false
    }
    if let date = document.date {
      if let from = source.from, date.lastDay < from.firstDay { return false }
      if let until = source.until, date.firstDay > until.lastDay { return false }
    }
    if !conditions.after.isEmpty {
      let isLicensed = conditions.after.contains { pattern in
        matches.contains(pattern) { precedes($0, match) }
      }
      guard isLicensed else { return false }
    }
    if !conditions.near.isEmpty {
      let isNear = conditions.near.contains { pattern in
        matches.contains(pattern) { context in
          !lies(context, within: match) && reaches(source.scope, from: match, to: context)
        }
      }
      guard isNear else { return false }
    }
    return !conditions.unless.contains { pattern in
      matches.contains(pattern) { reaches(source.scope, from: match, to: $0) }
    }
  }

  /// Earlier in the article: the title comes before the body.
  private func precedes(_ a: PatternMatch, _ b: PatternMatch) -> Bool {
    a.field < b.field || (a.field == b.field && a.bytes.lowerBound < b.bytes.lowerBound)
  }

  private func lies(_ a: PatternMatch, within b: PatternMatch) -> Bool {
    a.field == b.field && a.bytes.lowerBound >= b.bytes.lowerBound
      && a.bytes.upperBound <= b.bytes.upperBound
  }

  private func reaches(_ scope: Term.Scope, from a: PatternMatch, to b: PatternMatch) -> Bool {
    switch scope {
    case .article: true
    case .paragraph: a.field == b.field && a.paragraph == b.paragraph
    case .sentence: a.field == b.field && a.sentence == b.sentence
    case .words(let limit): a.field == b.field && a.distance(to: b) <= limit
    }
  }
}
