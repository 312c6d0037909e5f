public import Corpus

/// What became of one place where a term's words stand.
public struct Outcome: Sendable, Hashable {
  public enum Verdict: UInt8, Sendable, CaseIterable, Comparable {
    /// It is a mention.
    case accepted
    /// It is a mention, and one of another entry too.
    case open
    /// A longer match, or a phrase that only blocks, takes its words.
    case outranked
    /// What must not stand near stands near.
    case excluded
    /// The article's date, outlet or language, or the field, is another.
    case outOfScope
    /// What must stand near or before does not.
    case unlicensed

    public static func < (a: Verdict, b: Verdict) -> Bool { a.rawValue < b.rawValue }
  }

  /// Index into `Catalogue.entries`.
  public var entry: Int32
  /// Index into `Catalogue.terms`.
  public var term: Int32
  public var verdict: Verdict
  public var mention: Mention
}
