import Aggregate
import Corpus
import Export

/// `datapackage.json` and `manifest.json`: what the tables mean and what they were made from.
/// Neither names a time or a machine, so that the same input gives the same bytes.
struct Manifest {
  let study: Study
  let instrument: Instrument
  let census: Census
  let tables: [PublishedTable]

  /// The two files in `folder`, written and yet to be published.
  func files(in folder: String) throws(OutputFile.Failure) -> [OutputFile] {
    let package = DataPackage.json(name: study.name, title: study.name, tables: tables)
    var files: [OutputFile] = []
    for (name, json) in [("datapackage", package), ("manifest", manifest)] {
      let file = try OutputFile("\(folder)/\(name).json")
      try file.write(json.pretty)
      files.append(file)
    }
    return files
  }

  private var manifest: JSON {
    .object(
      Self.inputs(study, instrument.hashes) + [
        (
          "input",
          .object([
            ("records", .integer(census.documents + census.rejects)),
            ("documents", .integer(census.documents)), ("rejects", .integer(census.rejects)),
            ("undated", .integer(census.undated)), ("copies", .integer(census.copies)),
            ("tokens", .integer(census.tokens)),
          ])
        ),
        (
          "output",
          .array(
            tables.map {
              .object([
                ("file", .string($0.fileName)), ("rows", .integer($0.rows)),
                ("sha256", .string($0.sha256)),
              ])
            })
        ),
      ])
  }

  /// A hash of what the tables are made with, besides the documents; `version` is that of the code.
  static func fingerprint(
    _ study: Study, _ lexicons: [(file: String, sha256: String)], version: String
  ) -> String {
    let inputs = JSON.object(inputs(study, lexicons) + [("code", .string(version))])
    return SHA256.hex(of: inputs.pretty)
  }

  private static func inputs(
    _ study: Study, _ lexicons: [(file: String, sha256: String)]
  ) -> [(key: String, value: JSON)] {
    [
      ("parlance", .string(Version.current)),
      ("study", .string(study.name)),
      ("options", options(study)),
      (
        "lexicons",
        .array(
          lexicons.map {
            .object([("file", .string($0.file)), ("sha256", .string($0.sha256))])
          })
      ),
    ]
  }

  private static func options(_ study: Study) -> JSON {
    .object([
      ("archive", .array(study.archive.map { .string($0) })),
      ("metadata", .string(study.metadata)), ("outlets", .string(study.outlets)),
      ("events", .string(study.events)),
      (
        "fields",
        .object(
          study.fields.sorted { $0.key < $1.key }.map { field, keys in
            (field, .array(keys.map { .string($0) }))
          })
      ),
      (
        "limits",
        .object(LimitName.allCases.map { ($0.rawValue, .integer(study.limits[$0])) })
      ),
      ("from", .string(study.from?.description)), ("to", .string(study.to?.description)),
      ("period", .string(study.period.rawValue)),
      ("groups", .array(study.groups.map { .string($0.rawValue) })),
      (
        "measures",
        .array(
          study.measures.map { measure in
            .object([
              ("id", .string(measure.id)), ("count", .array(measure.count.map { .string($0) })),
              ("with", .array(measure.with.map { .string($0) })),
              ("within", .string(measure.within.rawValue)),
            ])
          })
      ),
      (
        "comparisons",
        .array(
          study.comparisons.map { comparison in
            .object([
              ("id", .string(comparison.id)), ("kind", .string(comparison.kind.rawValue)),
              ("measures", .array(comparison.measures.map { .string($0) })),
              ("frame", .string(comparison.frame)),
              ("count", .array(comparison.count.map { .string($0) })),
              ("by", .string(comparison.group.rawValue)),
              ("from", .string(comparison.from?.description)),
              ("to", .string(comparison.to?.description)),
            ])
          })
      ),
      ("count", .string(study.count.rawValue)),
      (
        "panel", .array(Panel.allCases.filter(study.panels.contains).map { .string($0.rawValue) })
      ),
      ("bootstrap", .integer(study.bootstrap)),
      ("ambiguous", .bool(study.listsAmbiguous)),
      ("templates", .string(study.templates.rawValue)),
      (
        "cooccurrence",
        .object([
          ("units", .array(study.cooccurrence.units.map { .string($0.rawValue) })),
          ("period", .string(study.cooccurrence.period.rawValue)),
          ("minimum", .integer(study.cooccurrence.minimum)),
        ])
      ),
    ])
  }
}

/// The version of the package, as CHANGELOG.md has it.
public enum Version {
  public static let current = "0.1.0"
}
