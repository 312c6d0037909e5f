/// Where a record stands: the file of the archive, and its number among the file's records, from 0.
struct RecordPlace: Sendable, Hashable {
  var file: String
  var number: Int
}
