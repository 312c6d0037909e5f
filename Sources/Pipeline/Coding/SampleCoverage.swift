/// What a sample stands for: the entries that were drawn from, and how much of the study they are.
public struct SampleCoverage: Sendable, Hashable {
  /// Entries that were drawn from, and their mentions.
  public var entries: Int
  public var mentions: Int
  /// Entries that were asked for and have mentions, but are too many for the size.
  public var entriesLeftOut: Int
  public var mentionsLeftOut: Int
  /// All mentions of the study but those in copies.
  public var studyMentions: Int

  /// - Parameter counts: the mentions of each entry that was asked for.
  init(drawn: Set<Int32>, counts: [Int32: Int], studyMentions: Int) {
    entries = drawn.count
    mentions = counts.reduce(0) { $0 + (drawn.contains($1.key) ? $1.value : 0) }
    entriesLeftOut = counts.count - entries
    mentionsLeftOut = counts.values.reduce(0, +) - mentions
    self.studyMentions = studyMentions
  }

  /// What to tell the person of a sheet with so many rows, a line each.
  public func lines(rows: Int) -> [String] {
    guard mentions > 0 else { return ["there are no mentions to draw from"] }
    let share = (Double(mentions) / Double(studyMentions) * 1000).rounded() / 10
    let first =
      "\(rows) mentions of \(counted(entries)), which stand for \(mentions) mentions, \(share) % of the study's \(studyMentions) (copies of documents left out)"
    guard entriesLeftOut > 0 else { return [first] }
    return [
      first,
      "\(counted(entriesLeftOut)) with \(mentionsLeftOut) mentions were not drawn from and are in no figure: raise --size or choose by --entry",
    ]
  }
}

/// A number of entries, in words.
func counted(_ entries: Int) -> String { entries == 1 ? "1 entry" : "\(entries) entries" }
