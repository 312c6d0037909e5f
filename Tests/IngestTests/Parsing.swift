import Corpus
import Ingest

let today = CalendarDate(iso: "2026-06-15")!

/// What the stage makes of files below a folder: articles and rejects in order.
func ingest(
  _ folder: TemporaryFolder, _ patterns: String..., limits: ReadLimits = ReadLimits(),
  fields: FieldMapping = FieldMapping()
) -> (articles: [Article], rejects: [Reject]) {
  let listing = Archive(root: folder.path, patterns: patterns.isEmpty ? ["."] : patterns).list()
  var articles: [Article] = []
  var rejects = listing.rejects
  let parser = ArticleParser(today: today, fields: fields)
  for file in listing.files {
    RecordReader(limits: limits, fields: fields).forEachRecord(in: file) { record in
      for result in parser.parse(record) {
        switch result {
        case .success(let article): articles.append(article)
        case .failure(let reject): rejects.append(reject)
        }
      }
    }
  }
  return (articles, rejects)
}

/// What the stage makes of one file with that name and content.
func ingest(
  _ content: [UInt8], as name: String, limits: ReadLimits = ReadLimits(),
  fields: FieldMapping = FieldMapping()
) throws -> (articles: [Article], rejects: [Reject]) {
  let folder = try TemporaryFolder()
  try folder.write(name, content)
  return ingest(folder, limits: limits, fields: fields)
}

func ingest(
  _ content: String, as name: String, fields: FieldMapping = FieldMapping()
) throws -> (articles: [Article], rejects: [Reject]) {
  try ingest(Array(content.utf8), as: name, fields: fields)
}
