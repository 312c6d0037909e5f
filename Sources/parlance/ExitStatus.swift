import ArgumentParser
import Export
import Ingest
import Lexicons
import Pipeline
import Store

/// What an error means to the shell: 1 failed, 2 usage or study error.
struct ExitStatus {
  var code: Int32
  /// `nil` for errors that ArgumentParser words itself.
  var message: String?

  init(of error: any Error) {
    switch error {
    case let error as LexiconError:
      self.init(code: 2, message: error.description)
    case let error as TableProblem:
      self.init(code: 2, message: error.description)
    case let error as RunError:
      self.init(code: 2, message: error.description)
    case let error as StoreError:
      self.init(code: 1, message: error.description)
    case let error as OutputFile.Failure:
      self.init(code: 1, message: error.description)
    default:
      self.init(code: Parlance.exitCode(for: error) == .success ? 0 : 2, message: nil)
    }
  }

  private init(code: Int32, message: String?) {
    self.code = code
    self.message = message
  }
}
