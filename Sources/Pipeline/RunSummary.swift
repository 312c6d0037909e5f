/// What a person wants to know when a run ends.
public struct RunSummary: Sendable, Codable, CustomStringConvertible {
  public var study: String
  public var folder: String
  public var census: Census
  /// Dated documents outside the study's dates.
  public var outOfRange: Int
  /// The strongest shifts, a sentence each.
  public var highlights: [String]
  public var tables: [String]
  public var isWithinRejectLimit: Bool

  public var description: String {
    var lines = [study]
    let records = census.documents + census.rejects
    lines.append(
      "  \(records) records = \(census.documents) documents + \(census.rejects) rejects")
    if let first = census.first, let last = census.last {
      lines.append("  dated \(first) to \(last); \(census.undated) undated, left out of series")
    } else if census.documents > 0, !tables.isEmpty {
      lines.append("  no document has a date: there are no series")
    }
    if census.vague > 0 {
      lines.append("  \(census.vague) dated too vaguely for the period, left out of series")
    }
    if outOfRange > 0 { lines.append("  \(outOfRange) documents outside the study's dates") }
    if !tables.isEmpty {
      lines.append("  \(census.copies) copies of other documents; \(census.tokens) words")
    }
    if !census.mentions.isEmpty {
      let counts = census.mentions.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      lines.append("  mentions: " + counts.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
    }
    if !highlights.isEmpty {
      lines.append("  the strongest shifts:")
      lines += highlights.map { "    - \($0)" }
    }
    if !tables.isEmpty {
      lines.append("  tables in \(folder): \(tables.joined(separator: ", "))")
    }
    if !isWithinRejectLimit {
      lines.append("  more records were rejected than max_rejected allows: see rejects.csv")
    }
    return lines.joined(separator: "\n")
  }
}
