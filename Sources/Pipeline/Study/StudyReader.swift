import Aggregate
import Corpus
import Foundation
import Ingest
public import Lexicons
import Yams

extension Study {
  /// Reads a study file; `path` may name its folder.
  public static func load(_ path: String) throws(LexiconError) -> Study {
    var file = path
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      file = (path.hasSuffix("/") ? path : path + "/") + "study.yaml"
    }
    guard let data = FileManager.default.contents(atPath: file) else {
      throw LexiconError(diagnostics: [
        Diagnostic("no such study file; write one as the user guide shows", file: file)
      ])
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw LexiconError(diagnostics: [Diagnostic("is not UTF-8; save it as UTF-8", file: file)])
    }
    return try parse(text, file: file)
  }

  /// Reads a study from its text.
  public static func parse(_ text: String, file: String) throws(LexiconError) -> Study {
    var reader = StudyReader(file: file)
    let study = reader.study(text)
    guard let study, reader.diagnostics.isEmpty else {
      throw LexiconError(diagnostics: reader.diagnostics)
    }
    return study
  }
}

/// Reads `study.yaml`, collecting every problem with its line and column.
private struct StudyReader {
  private var yaml: YAMLReading

  private static let keys = [
    "study", "archive", "metadata", "outlets", "events", "fields", "limits", "lexicons", "dates",
    "period", "groups", "measures", "comparisons", "count", "duplicates", "panel", "bootstrap",
    "ambiguous", "templates", "cooccurrence", "max_rejected", "out",
  ]

  init(file: String) { yaml = YAMLReading(file: file) }

  var diagnostics: [Diagnostic] { yaml.diagnostics }

  mutating func study(_ text: String) -> Study? {
    guard let root = yaml.compose(text) else { return nil }
    let keys = yaml.pairs(of: root, allowed: Self.keys, what: "a study")
    for required in ["archive", "lexicons"] where keys[required] == nil {
      yaml.report("has no '\(required):' key", at: root)
    }
    let dates = keys["dates"].map { dateRange($0) }
    let folder = yaml.file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    var study = Study(
      name: keys["study"].flatMap { yaml.text($0, "a name") } ?? "Study",
      folder: folder.joined(separator: "/"),
      archive: keys["archive"].map { yaml.texts($0, "a path") } ?? [],
      metadata: keys["metadata"].flatMap { yaml.text($0, "a path") },
      outlets: keys["outlets"].flatMap { yaml.text($0, "a path") },
      events: keys["events"].flatMap { yaml.text($0, "a path") },
      fields: keys["fields"].map { fields($0) } ?? [:],
      limits: keys["limits"].map { limits($0) } ?? ReadLimits(),
      lexicons: keys["lexicons"].map { yaml.texts($0, "a path") } ?? [],
      from: dates?.from, to: dates?.to,
      period: keys["period"].flatMap { word($0, Period.self, "period") } ?? .month,
      groups: keys["groups"].map { words($0, Group.self, "group") } ?? [],
      measures: keys["measures"].map { measures($0) } ?? [],
      comparisons: keys["comparisons"].map { comparisons($0) } ?? [],
      // 'duplicates' is the key's older name.
      count: (keys["count"] ?? keys["duplicates"]).flatMap {
        word($0, Study.CountRule.self, "thing to count")
      } ?? .clusters,
      panels: Set(keys["panel"].map { words($0, Panel.self, "panel") } ?? []),
      bootstrap: keys["bootstrap"].flatMap { bootstrap($0) } ?? 0,
      listsAmbiguous: keys["ambiguous"].map { truth($0) } ?? false,
      templates: keys["templates"].flatMap {
        word($0, Study.TemplateRule.self, "rule for templates")
      } ?? .keep,
      cooccurrence: keys["cooccurrence"].map { cooccurrence($0) } ?? .init(),
      maximumRejected: keys["max_rejected"].flatMap { rejectLimit($0) } ?? .share(0.1),
      out: keys["out"].flatMap { yaml.text($0, "a path") } ?? "out", file: yaml.file)
    if yaml.file.hasPrefix("/"), study.folder.isEmpty { study.folder = "/" }
    for key in ["metadata", "outlets", "events", "lexicons"] {
      for diagnostic in missing(key, of: study, keys) { yaml.report(diagnostic) }
    }
    study.missing = missing("archive", of: study, keys)
    return study
  }

  /// Files that the study names under a key and the disk lacks.
  private func missing(_ key: String, of study: Study, _ keys: YAMLFields) -> [Diagnostic] {
    guard let node = keys[key] else { return [] }
    return (node.sequence.map(Array.init) ?? [node]).compactMap { item in
      guard let path = item.scalar?.string, key != "archive" || !Archive.isPattern(path),
        !FileManager.default.fileExists(atPath: study.resolve(path))
      else { return nil }
      return yaml.diagnostic("'\(key)' names '\(path)', which does not exist", at: item)
    }
  }

  /// Which keys hold which field: `{title: kop, text: [lead, body.text]}`.
  private mutating func fields(_ node: Node) -> [String: [String]] {
    let keys = yaml.pairs(of: node, allowed: FieldMapping.fields, what: "'fields:'")
    return Dictionary(
      uniqueKeysWithValues: zip(keys.keys, keys.values).map { key, value in
        (key, yaml.texts(value, "a key or column, or a list of them"))
      })
  }

  private mutating func limits(_ node: Node) -> ReadLimits {
    let keys = yaml.pairs(
      of: node, allowed: LimitName.allCases.map(\.rawValue), what: "'limits:'")
    var limits = ReadLimits()
    for name in LimitName.allCases {
      guard let node = keys[name.rawValue], let text = yaml.text(node, "a limit") else { continue }
      do throws(LimitError) {
        limits[name] = try name.value(text)
      } catch {
        yaml.report(error.description, at: node)
      }
    }
    return limits
  }

  private mutating func dateRange(_ node: Node) -> (from: CalendarDate?, to: CalendarDate?) {
    let keys = yaml.pairs(of: node, allowed: ["from", "to"], what: "'dates:'")
    let from = keys["from"].flatMap { date($0) }
    let to = keys["to"].flatMap { date($0) }
    if let from, let to, to.lastDay < from.firstDay {
      yaml.report("the dates end before they begin", at: node)
    }
    return (from, to)
  }

  private mutating func date(_ node: Node) -> CalendarDate? {
    let text = yaml.text(node, "a date") ?? ""
    if let date = CalendarDate(iso: text) { return date }
    yaml.report("'\(text)' is not a date like 2019, 2019-03 or 2019-03-27", at: node)
    return nil
  }

  private mutating func word<T: RawRepresentable & CaseIterable>(
    _ node: Node, _ type: T.Type, _ what: String
  ) -> T? where T.RawValue == String {
    let text = yaml.text(node, "a \(what)") ?? ""
    if let value = T(rawValue: text) { return value }
    let known = T.allCases.map(\.rawValue)
    let hint = nearestWord(to: text, among: known).map { "did you mean '\($0)'?" }
    yaml.report(
      "'\(text)' is no \(what); \(hint ?? "expected one of: \(known.joined(separator: ", "))")",
      at: node)
    return nil
  }

  private mutating func words<T: RawRepresentable & CaseIterable>(
    _ node: Node, _ type: T.Type, _ what: String
  ) -> [T] where T.RawValue == String {
    let nodes = node.sequence.map(Array.init) ?? [node]
    return nodes.compactMap { word($0, type, what) }
  }

  private mutating func measures(_ node: Node) -> [Study.MeasureSpec] {
    guard let list = node.sequence else {
      yaml.report("expected a list of measures, as in - {id: china, count: country/CN}", at: node)
      return []
    }
    var seen: Set<String> = []
    return list.compactMap { item in
      let keys = yaml.pairs(
        of: item, allowed: ["id", "count", "with", "within", "about"], what: "a measure")
      guard let count = keys["count"] else {
        yaml.report("this measure has no 'count:'", at: item)
        return nil
      }
      let counted = yaml.texts(count, "an entry such as theme/work-996, or a list of them")
      let id = keys["id"].flatMap { yaml.text($0, "an id") } ?? counted.joined(separator: "+")
      if !seen.insert(id).inserted { yaml.report("the measure '\(id)' is given twice", at: item) }
      return Study.MeasureSpec(
        id: id, count: counted,
        with: keys["with"].map { yaml.texts($0, "an entry, or a list of them") } ?? [],
        within: keys["within"].flatMap { word($0, Measure.Unit.self, "unit") } ?? .sentence,
        isAbout: keys["about"].map { truth($0) } ?? false,
        line: item.mark?.line ?? 0, column: item.mark?.column ?? 0)
    }
  }

  private mutating func truth(_ node: Node) -> Bool {
    guard let truth = node.bool else {
      yaml.report("expected true or false", at: node)
      return false
    }
    return truth
  }

  private mutating func comparisons(_ node: Node) -> [Study.ComparisonSpec] {
    guard let list = node.sequence else {
      yaml.report(
        "expected a list of comparisons, as in - {id: funds, kind: concentration, count: fund}",
        at: node)
      return []
    }
    var seen: Set<String> = []
    return list.compactMap { item in
      let keys = yaml.pairs(
        of: item, allowed: ["id", "kind", "measures", "frame", "count", "by", "dates"],
        what: "a comparison")
      guard let kindNode = keys["kind"] else {
        yaml.report("this comparison has no 'kind:'", at: item)
        return nil
      }
      guard let kind = word(kindNode, ComparisonRow.Kind.self, "kind of comparison") else {
        return nil
      }
      let id = keys["id"].flatMap { yaml.text($0, "an id") } ?? kind.rawValue
      if !seen.insert(id).inserted {
        yaml.report("the comparison '\(id)' is given twice", at: item)
      }
      let measures = keys["measures"].map { yaml.texts($0, "a measure, or a list of them") } ?? []
      for problem in Self.missing(of: kind, Set(keys.keys), measures: measures.count) {
        yaml.report("the comparison '\(id)' \(problem)", at: item)
      }
      let dates = keys["dates"].map { dateRange($0) }
      return Study.ComparisonSpec(
        id: id, kind: kind, measures: measures,
        frame: keys["frame"].flatMap { yaml.text($0, "a measure") },
        count: keys["count"].map { yaml.texts($0, "entries such as fund, or a list of them") }
          ?? [],
        group: keys["by"].flatMap { word($0, Group.self, "group") } ?? .outletCountry,
        from: dates?.from, to: dates?.to, line: item.mark?.line ?? 0,
        column: item.mark?.column ?? 0)
    }
  }

  /// What a comparison of a kind lacks.
  private static func missing(
    of kind: ComparisonRow.Kind, _ keys: Set<String>, measures: Int
  ) -> [String] {
    switch kind {
    case .asymmetry: measures == 2 ? [] : ["needs two 'measures:'"]
    case .frameShare:
      (measures > 0 ? [] : ["has no 'measures:'"])
        + (keys.contains("frame") ? [] : ["has no 'frame:'"])
    case .adoptionLag: measures > 0 ? [] : ["has no 'measures:'"]
    case .concentration: keys.contains("count") ? [] : ["has no 'count:'"]
    case .distance, .resonance: []
    }
  }

  private mutating func cooccurrence(_ node: Node) -> Study.CooccurrenceSpec {
    let keys = yaml.pairs(
      of: node, allowed: ["units", "period", "minimum"], what: "'cooccurrence:'")
    var spec = Study.CooccurrenceSpec()
    if let units = keys["units"] { spec.units = words(units, Measure.Unit.self, "unit") }
    if let period = keys["period"].flatMap({ word($0, Period.self, "period") }) {
      spec.period = period
    }
    if let node = keys["minimum"] {
      let text = yaml.text(node, "a number") ?? ""
      if let minimum = Int(text), minimum > 0 {
        spec.minimum = minimum
      } else {
        yaml.report("'minimum: \(text)' is not a number from 1", at: node)
      }
    }
    return spec
  }

  private mutating func bootstrap(_ node: Node) -> Int? {
    let text = yaml.text(node, "a number of replicates") ?? ""
    if let replicates = Int(text), replicates == 0 || (40...10_000).contains(replicates) {
      return replicates
    }
    yaml.report(
      "'bootstrap: \(text)' is not a number of replicates from 40 to 10000, or 0", at: node)
    return nil
  }

  private mutating func rejectLimit(_ node: Node) -> Study.RejectLimit? {
    let text = yaml.text(node, "a number of records, or a share such as 5%") ?? ""
    if let count = Int(text), count >= 0 { return .count(count) }
    if text.hasSuffix("%"), let share = Double(text.dropLast()), (0...100).contains(share) {
      return .share(share / 100)
    }
    yaml.report("'max_rejected: \(text)' is neither a number nor a share such as 5%", at: node)
    return nil
  }
}
