import Corpus

/// Articles in the rows of a CSV or TSV file, under the column names of `FieldName`.
enum TableArticles {
  static func article(
    in row: Record, _ header: TableHeader, _ context: ParseContext
  ) -> [Result<Article, Reject>] {
    let text = TextDecoder.decode(row.bytes, charset: row.charset).utf8
    let cells = header.dialect.cells(of: text)
    guard cells.count == header.names.count else {
      return [
        .failure(
          Reject(
            row.source, reason: .malformed,
            detail: "the row has \(cells.count) cells, the header \(header.names.count)"))
      ]
    }
    var object = JSONObject()
    for (name, cell) in zip(header.names, cells) { object.append(name, .string(cell)) }
    return [JSONArticles.draft(object, context.fields).article(row.source, today: context.today)]
  }
}
