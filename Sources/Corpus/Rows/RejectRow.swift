/// One row of `rejects.csv`.
public struct RejectRow: TableRow, Hashable {
  public var source: String
  public var offset: Int?
  public var stage: Reject.Stage
  public var reason: Reject.Reason
  public var detail: String

  public init(
    source: String, offset: Int? = nil, stage: Reject.Stage, reason: Reject.Reason, detail: String
  ) {
    self.source = source
    self.offset = offset
    self.stage = stage
    self.reason = reason
    self.detail = detail
  }

  public static let schema = TableSchema(
    name: "rejects",
    description: """
      The records that became no document, each with the reason.
      """,
    columns: [
      .init("source", .string, "The file, relative to the study."),
      .init(
        "offset", .integer,
        """
        Where in the file the record begins: a byte (JSON Lines, CSV, WARC) or an ordinal \
        from 1 (feeds, packages, exports). Empty when the file is one record.
        """),
      .init("stage", .string, "The stage that gave the record up: ingest, normalize or extract."),
      .init("reason", .string, "The reason code, such as truncated, malformed or no-text."),
      .init("detail", .string, "What is wrong, in one line."),
    ])

  public var values: [Value] {
    [
      .text(source), .optional(offset), .text(stage.rawValue), .text(reason.rawValue),
      .text(detail),
    ]
  }
}
