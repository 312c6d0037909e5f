import GRDB

/// Why a study's store cannot be used. Each reads as one line for a person.
public enum StoreError: Error, Sendable, Hashable {
  /// Another run holds the study.
  case busy(folder: String, process: String?)
  /// A file that Parlance did not write.
  case foreign(path: String)
  /// Written by a later version of Parlance.
  case newer(path: String)
  case damaged(path: String, detail: String)
  /// The folder or file cannot be created, opened or written; the disk is full.
  case unwritable(path: String, detail: String)
  /// Mentions were asked for before every document was tagged.
  case untagged(documents: Int)
  case failed(detail: String)
}

extension StoreError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .busy(let folder, let process):
      "\(folder): another run\(process.map { " (process \($0))" } ?? "") is working on this study"
    case .foreign(let path):
      "\(path): not a store that Parlance wrote; move it away or choose another out folder"
    case .newer(let path):
      "\(path): written by a later version of Parlance; use that version or another out folder"
    case .damaged(let path, let detail):
      "\(path): the store is damaged (\(detail)); delete it and run again to rebuild it"
    case .unwritable(let path, let detail): "\(path): cannot be written (\(detail))"
    case .untagged(let documents): "\(documents) documents have not been tagged yet"
    case .failed(let detail): "the store failed: \(detail)"
    }
  }
}

extension StoreError {
  /// What an error of the database means for the store at `path`; any other error is itself.
  static func from(_ error: any Error, path: String) -> any Error {
    guard let error = error as? DatabaseError else { return error }
    let detail = error.message ?? error.resultCode.description
    switch error.resultCode.primaryResultCode {
    case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_FORMAT:
      return StoreError.damaged(path: path, detail: detail)
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_PERM:
      return StoreError.unwritable(path: path, detail: detail)
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return StoreError.busy(folder: path, process: nil)
    default:
      return StoreError.failed(detail: "\(error)")
    }
  }
}
