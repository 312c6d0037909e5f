public import Aggregate
public import Corpus
public import Ingest
public import Lexicons

/// One `study.yaml`, read and checked: what to read, what to look for, what to count.
public struct Study: Sendable, Hashable {
  public var name: String
  /// The folder of the study file: all paths in it are relative to this.
  public var folder: String
  /// Files, folders and globs, relative to `folder`.
  public var archive: [String]
  public var metadata: String?
  public var outlets: String?
  /// A table of what happened when, relative to `folder`.
  public var events: String?
  /// Keys and columns of the archive that hold a field of an article, by the field.
  public var fields: [String: [String]]
  public var limits: ReadLimits
  public var lexicons: [String]
  public var from: CalendarDate?
  public var to: CalendarDate?
  public var period: Period
  public var groups: [Group]
  /// Empty: one measure for each entry and branch.
  public var measures: [MeasureSpec]
  public var comparisons: [ComparisonSpec]
  /// What counts once.
  public var count: CountRule
  public var panels: Set<Panel>
  /// Replicates of the bootstrap of rates; 0 for none.
  public var bootstrap: Int
  /// Whether a run publishes what became of names that may mean other things.
  public var listsAmbiguous: Bool
  public var templates: TemplateRule
  public var cooccurrence: CooccurrenceSpec
  public var maximumRejected: RejectLimit
  /// The output folder, relative to `folder`.
  public var out: String
  /// The study file, for messages.
  public var file: String
  /// Paths of the archive that do not exist: errors of a run, but not of what reads its store alone.
  public var missing: [Diagnostic] = []

  /// A measure as the study words it; resolved once the lexicons are read.
  public struct MeasureSpec: Sendable, Hashable {
    public var id: String
    public var count: [String]
    public var with: [String]
    public var within: Measure.Unit
    public var isAbout: Bool
    public var line: Int
    public var column: Int
  }

  /// A comparison as the study words it; resolved once the lexicons are read.
  public struct ComparisonSpec: Sendable, Hashable {
    public var id: String
    public var kind: ComparisonRow.Kind
    /// The ids of measures.
    public var measures: [String]
    public var frame: String?
    public var count: [String]
    public var group: Group
    public var from: CalendarDate?
    public var to: CalendarDate?
    public var line: Int
    public var column: Int
  }

  /// How copies enter the series.
  public enum CountRule: String, Sendable, Hashable, CaseIterable {
    /// A cluster of copies counts once, by the copy kept.
    case clusters
    /// Every document counts.
    case documents
    /// A cluster of copies counts once in each outlet that has one.
    case outlets
  }

  /// What becomes of the blocks that many articles of an outlet have in common.
  public enum TemplateRule: String, Sendable, Hashable, CaseIterable {
    case keep
    /// They are learned in a first reading of the archive, and dropped.
    case learn
  }

  public struct CooccurrenceSpec: Sendable, Hashable {
    public var units: [Measure.Unit] = [.sentence]
    public var period: Period = .year
    /// Pairs found together less often are not published.
    public var minimum = 3
  }

  /// How many rejects a run may have before it ends with status 3.
  public enum RejectLimit: Sendable, Hashable {
    case count(Int)
    /// Of all records, 0…1.
    case share(Double)

    /// Never allows that every record is rejected.
    public func allows(_ rejected: Int, of records: Int) -> Bool {
      if rejected > 0, rejected == records { return false }
      return switch self {
      case .count(let limit): rejected <= limit
      case .share(let limit): Double(rejected) <= limit * Double(records)
      }
    }
  }

  /// `path` as seen from the study's folder.
  public func resolve(_ path: String) -> String {
    path.hasPrefix("/") || folder.isEmpty || folder == "." ? path : "\(folder)/\(path)"
  }
}
