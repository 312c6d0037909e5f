import Corpus
import Lexicons

/// Judges the conditions of a term at one match.
///
/// The matches of a context term are searched from the place of the match outwards, so that a text
/// that repeats both a thousand times costs no more than a thousand searches.
struct ConditionCheck {
  let document: Document
  let matches: PatternMatches

  /// Why the term may not stand at `match`; `nil` where all its conditions hold.
  func refusal(
    _ conditions: CompiledLexicons.CompiledConditions, at match: PatternMatch
  ) -> Outcome.Verdict? {
    guard admitsDocument(conditions.source, match.field) else { return .outOfScope }
    if !conditions.after.isEmpty, !conditions.after.contains(where: { follows($0, match) }) {
      return .unlicensed
    }
    let scope = conditions.source.scope
    if !conditions.near.isEmpty {
      let isNear = conditions.near.contains {
        reaches($0, scope, from: match) { !$0.lies(within: match) }
      }
      guard isNear else { return .unlicensed }
    }
    let isBarred = conditions.unless.contains { reaches($0, scope, from: match) { _ in true } }
    return isBarred ? .excluded : nil
  }

  private func admitsDocument(_ conditions: Term.Conditions, _ field: Field) -> Bool {
    if let wanted = conditions.field, wanted != field { return false }
    if !conditions.outlets.isEmpty {
      let outlet = document.outlet?.lowercased()
      guard conditions.outlets.contains(where: { $0.lowercased() == outlet }) else { return false }
    }
    // An article of unknown language passes, as one of unknown date does.
    if let language = document.language, !conditions.languages.isEmpty,
      !conditions.languages.contains(language)
    {
      return false
    }
    guard let date = document.date else { return true }
    if let from = conditions.from, date.lastDay < from.firstDay { return false }
    if let until = conditions.until, date.firstDay > until.lastDay { return false }
    return true
  }

  /// Whether `pattern` ends before `match` begins; the title comes before the body.
  private func follows(_ pattern: Int32, _ match: PatternMatch) -> Bool {
    for earlier in matches.matches(of: pattern) {
      if earlier.field < match.field { return true }
      if earlier.field > match.field || earlier.bytes.lowerBound >= match.bytes.lowerBound { break }
      if earlier.bytes.upperBound <= match.bytes.lowerBound { return true }
    }
    return false
  }

  /// Whether a match of `pattern` that is `acceptable` lies within `scope` of `match`.
  private func reaches(
    _ pattern: Int32, _ scope: Term.Scope, from match: PatternMatch,
    _ acceptable: (PatternMatch) -> Bool
  ) -> Bool {
    let context = matches.matches(of: pattern)
    guard !context.isEmpty else { return false }
    switch scope {
    case .article:
      return context.contains(where: acceptable)
    case .paragraph:
      return run(context, match.field, match.paragraph) { $0.paragraph }.contains(where: acceptable)
    case .sentence:
      return run(context, match.field, match.sentence) { $0.sentence }.contains(where: acceptable)
    case .words(let limit):
      let reach = Int32(limit)
      let first = match.firstToken - reach - matches.longestSpan
      let start = context.partitioningIndex {
        ($0.field, $0.firstToken) >= (match.field, first)
      }
      return context[start...]
        .prefix { $0.field == match.field && $0.firstToken <= match.lastToken + reach }
        .contains { match.distance(to: $0) <= limit && acceptable($0) }
    }
  }

  /// The matches of one sentence or paragraph.
  private func run(
    _ context: PatternMatches.Matches, _ field: Field, _ ordinal: Int32,
    _ unit: (PatternMatch) -> Int32
  ) -> PatternMatches.Matches {
    let start = context.partitioningIndex { ($0.field, unit($0)) >= (field, ordinal) }
    let end = context[start...].partitioningIndex { ($0.field, unit($0)) > (field, ordinal) }
    return context[start..<end]
  }
}
