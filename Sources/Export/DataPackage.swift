import Corpus

/// `datapackage.json`: the codebook of a run's tables, as Data Package version 2 (datapackage.org).
public enum DataPackage {
  public static func json(name: String, title: String, tables: [PublishedTable]) -> JSON {
    .object([
      ("$schema", .string("https://datapackage.org/profiles/2.0/datapackage.json")),
      ("name", .string(slug(name))),
      ("title", .string(title)),
      ("resources", .array(tables.map(resource))),
    ])
  }

  private static func resource(_ table: PublishedTable) -> JSON {
    .object([
      ("name", .string(table.schema.name)),
      ("type", .string("table")),
      ("path", .string("\(table.schema.name).csv")),
      ("description", .string(table.schema.description)),
      ("scheme", .string("file")),
      ("format", .string("csv")),
      ("mediatype", .string("text/csv")),
      ("encoding", .string("utf-8")),
      ("bytes", .integer(table.bytes)),
      ("hash", .string("sha256:\(table.sha256)")),
      (
        "schema",
        .object([
          ("fields", .array(table.schema.columns.map(field))),
          ("missingValues", .array([.string("")])),
        ])
      ),
    ])
  }

  private static func field(_ column: TableSchema.Column) -> JSON {
    .object([
      ("name", .string(column.name)), ("type", .string(column.kind.rawValue)),
      ("description", .string(column.description)),
    ])
  }

  /// Lower-case letters, digits and hyphens, as the specification asks of names.
  static func slug(_ text: String) -> String {
    var slug = ""
    for scalar in text.lowercased().unicodeScalars {
      if scalar.isASCII, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        slug.unicodeScalars.append(scalar)
      } else if !slug.isEmpty, !slug.hasSuffix("-") {
        slug += "-"
      }
    }
    while slug.hasSuffix("-") { slug.removeLast() }
    return slug.isEmpty ? "study" : slug
  }
}
