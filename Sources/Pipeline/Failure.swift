import Export
import Ingest
import Lexicons
import Store

/// What stopped a command: whose error it is, and what to tell the person.
public struct Failure: Sendable {
  /// The study, its lexicons or its tables are wrong, rather than the machine or the data.
  public var isStudyError: Bool
  public var message: String

  /// `nil` for an error that is none of Parlance's own.
  public init?(_ error: any Error) {
    switch error {
    case let error as LexiconError: self.init(error.description, isStudyError: true)
    case let error as TableProblem: self.init(error.description, isStudyError: true)
    case let error as RunError:
      self.init("parlance: \(error)", isStudyError: error.isStudyError)
    case let error as StoreError: self.init("parlance: \(error)", isStudyError: false)
    case let error as OutputFile.Failure: self.init("parlance: \(error)", isStudyError: false)
    default: return nil
    }
  }

  private init(_ message: String, isStudyError: Bool) {
    self.message = message
    self.isStudyError = isStudyError
  }
}
