import Corpus

extension RecordCutter {
  /// The text of a Word document (`word/document.xml` in a zip file) as one record.
  func word(_ body: Body) rethrows {
    buffer.prepare(limits.recordBytes + 1)
    guard buffer.available <= limits.recordBytes else {
      return try body(reject(.tooLarge, "more than \(limits.recordBytes) bytes in one document"))
    }
    if let failure = buffer.failure, failure.isLoss { return }
    let zip = buffer.copy(0..<buffer.available)
    buffer.skip(zip.count)
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
