import Corpus

extension RecordCutter {
  /// The text of a Word document (`word/document.xml` in a zip file) as one record.
  func word(_ body: Body) rethrows {
    guard let zip = try wholeFile(body) else { return }
    let text: [ZipEntries.Entry]
    do throws(ReadFailure) {
      text = try ZipEntries.read(zip, limits: limits) { $0 == "word/document.xml" }
    } catch {
      return try body(.failure(error.reject(Source(path: path))))
    }
    guard let text = text.first else {
      return try body(reject(.unknownFormat, "an office document that is not Word's is not read"))
    }
    try body(
      .success(
        Record(
          source: Source(path: path), bytes: text.bytes, format: .markup,
          consumed: buffer.consumed)))
  }
}
