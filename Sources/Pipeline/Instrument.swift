public import Aggregate
public import Corpus
import Export
import Foundation
public import Lexicons

/// What a study measures with: its lexicons, and its measures resolved against them.
public struct Instrument: Sendable {
  public let lexicons: LexiconSet
  public let catalogue: Catalogue
  public let measures: [Measure]
  public let comparisons: [ComparisonPlan]
  /// Of all lexicon files: names and contents.
  public let fingerprint: String
  /// SHA-256 of each lexicon file, by its path as the study names it.
  public let hashes: [(file: String, sha256: String)]

  public init(_ study: Study) throws(LexiconError) {
    lexicons = try LexiconSet.load(study.lexicons.map(study.resolve))
    catalogue = lexicons.catalogue
    var measures: [Measure] = []
    var problems: [Diagnostic] = []
    for spec in study.measures {
      do throws(Selector.SyntaxError) {
        measures.append(try Self.measure(spec, catalogue))
      } catch {
        problems.append(
          Diagnostic(
            "in the measure '\(spec.id)': \(error.message)", file: study.file, line: spec.line,
            column: spec.column))
      }
    }
    self.measures = study.measures.isEmpty ? Measure.all(of: catalogue) : measures
    var comparisons: [ComparisonPlan] = []
    for spec in study.comparisons {
      do throws(Selector.SyntaxError) {
        comparisons.append(try Self.comparison(spec, self.measures, catalogue))
      } catch {
        problems.append(
          Diagnostic(
            "in the comparison '\(spec.id)': \(error.message)", file: study.file, line: spec.line,
            column: spec.column))
      }
    }
    guard problems.isEmpty else { throw LexiconError(diagnostics: problems) }
    self.comparisons = comparisons
    hashes = Self.hashes(of: lexicons.files, study)
    fingerprint = SHA256.hex(of: hashes.map { "\($0.file) \($0.sha256)\n" }.joined().utf8)
  }

  /// The hashes of a study's lexicon files, which need not be lexicons.
  static func hashes(_ study: Study) throws(LexiconError) -> [(file: String, sha256: String)] {
    hashes(of: try LexiconSet.files(at: study.lexicons.map(study.resolve)), study)
  }

  private static func hashes(
    of files: [String], _ study: Study
  ) -> [(file: String, sha256: String)] {
    let prefix = study.folder.isEmpty ? "" : study.folder + "/"
    return files.map { file in
      let name = file.hasPrefix(prefix) ? String(file.dropFirst(prefix.count)) : file
      return (name, SHA256.hex(of: FileManager.default.contents(atPath: file) ?? Data()))
    }
  }

  static func measure(
    _ spec: Study.MeasureSpec, _ catalogue: Catalogue
  ) throws(Selector.SyntaxError) -> Measure {
    Measure(
      id: spec.id, entries: try entries(spec.count, catalogue),
      with: spec.with.isEmpty ? nil : try entries(spec.with, catalogue), unit: spec.within,
      isAbout: spec.isAbout)
  }

  private static func entries(
    _ texts: [String], _ catalogue: Catalogue
  ) throws(Selector.SyntaxError) -> [Int32] {
    var all: Set<Int32> = []
    for text in texts { all.formUnion(try Selector(text).entries(of: catalogue)) }
    return all.sorted()
  }

  private static func comparison(
    _ spec: Study.ComparisonSpec, _ measures: [Measure], _ catalogue: Catalogue
  ) throws(Selector.SyntaxError) -> ComparisonPlan {
    func index(_ id: String) throws(Selector.SyntaxError) -> Int {
      if let index = measures.firstIndex(where: { $0.id == id }) { return index }
      let hint = nearestWord(to: id, among: measures.map(\.id)).map { "; did you mean '\($0)'?" }
      throw Selector.SyntaxError(message: "'\(id)' is no measure of the study\(hint ?? "")")
    }
    var indices: [Int] = []
    for id in spec.measures { indices.append(try index(id)) }
    var plan = ComparisonPlan(
      id: spec.id, kind: spec.kind, measures: indices, entries: try entries(spec.count, catalogue),
      group: spec.group, from: spec.from, to: spec.to)
    if let frame = spec.frame { plan.frame = try index(frame) }
    return plan
  }
}
