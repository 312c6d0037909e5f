import Corpus
import Export
import Foundation
import Ingest

/// What a study reads, and how: its archive, and the parser of its records.
struct StudyInput: Sendable {
  let study: Study
  let settings: RunSettings

  var archive: Archive {
    Archive(
      root: study.folder, patterns: study.archive,
      excluding: ([study.metadata, study.outlets, study.events, study.out, study.file]
        + study.lexicons)
        .compactMap { $0.map(relative) })
  }

  var reader: RecordReader { ReadingSettings(study).reader }

  /// - Parameter onProblem: gets what is wrong in a line of the sidecar or of the outlet table.
  func parser(onProblem: (String) -> Void = { _ in }) throws -> ArticleParser {
    let sidecar = try study.metadata.map {
      try Sidecar(location: study.resolve($0), name: $0, today: settings.today)
    }
    let outlets = try study.outlets.map {
      try OutletTable(location: study.resolve($0), name: $0)
    }
    for problem in (sidecar?.problems ?? []) + (outlets?.problems ?? []) {
      onProblem("\(problem); the line is passed over")
    }
    return ArticleParser(
      today: settings.today, sidecar: sidecar, outlets: outlets,
      fields: ReadingSettings(study).fields)
  }

  /// What, besides the files, the parser's articles depend on.
  var fingerprint: String {
    let tables = [study.metadata, study.outlets].map { path in
      path.flatMap { FileManager.default.contents(atPath: study.resolve($0)) }
        .map { SHA256.hex(of: $0) } ?? "none"
    }
    let fields = study.fields.sorted { $0.key < $1.key }
      .map { "\($0.key):\($0.value.joined(separator: ","))" }
    let limits = LimitName.allCases.map { "\($0.rawValue):\(study.limits[$0])" }
    return (tables + fields + limits).joined(separator: " ")
  }

  /// A path as the archive names it: relative to the study's folder if it lies in there.
  private func relative(_ path: String) -> String {
    let folder = URL(filePath: study.folder.isEmpty ? "." : study.folder).standardizedFileURL.path
    let whole = URL(filePath: path == study.file ? path : study.resolve(path)).standardizedFileURL
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return whole.path.hasPrefix(prefix) ? String(whole.path.dropFirst(prefix.count)) : path
  }
}
