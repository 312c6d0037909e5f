import Foundation
internal import GRDB

/// Why a store cannot be used.
public enum StoreError: Error, Sendable, CustomStringConvertible {
  /// By another run: `by` says which, if that is known.
  case held(path: String, by: String?)
  case unusable(path: String, reason: String)
  case failed(String)

  public var description: String {
    switch self {
    case .held(let path, let holder):
      "another run holds this study (\(path)\(holder.map { ": \($0)" } ?? "")); wait for it, or name another folder with --out"
    case .unusable(let path, let reason):
      "\(path): the study's store cannot be used: \(reason); run with --rebuild, or delete the file, to read the archive again"
    case .failed(let reason): "the study's store failed: \(reason)"
    }
  }

  /// What a call to SQLite ran into, in one line.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as StoreError: self = error
    case let error as POSIXError:
      self = .failed("\(path): \(String(cString: strerror(error.code.rawValue)))")
    case is Columns.Damage: self = .unusable(path: path, reason: "it is damaged")
    case let error as DatabaseError:
      let message = error.message ?? "\(error.resultCode)"
      switch error.resultCode {
      case .SQLITE_CORRUPT, .SQLITE_NOTADB:
        self = .unusable(path: path, reason: "it is damaged (\(message))")
      default: self = .failed("\(path): \(message)")
      }
    default: self = .failed("\(path): \(error)")
    }
  }
}
