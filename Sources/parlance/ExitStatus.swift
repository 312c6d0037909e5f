import ArgumentParser
import Export
import Ingest
import Lexicons
import Pipeline
import Store

/// What an error means to the shell: 1 failed, 2 usage or study error.
struct ExitStatus {
  var code: Int32
  var message: String

  init(of error: any Error) {
    switch error {
    case let error as LexiconError: self.init(code: 2, message: error.description)
    case let error as TableProblem: self.init(code: 2, message: error.description)
    case let error as RunError: self.init(code: 2, message: "parlance: \(error)")
    case let error as StoreError: self.init(code: 1, message: "parlance: \(error)")
    case let error as OutputFile.Failure: self.init(code: 1, message: "parlance: \(error)")
    default:
      // Wrong usage and requests for help, in ArgumentParser's words.
      let isHelp = Parlance.exitCode(for: error) == .success
      self.init(code: isHelp ? 0 : 2, message: Parlance.fullMessage(for: error))
    }
  }

  private init(code: Int32, message: String) {
    self.code = code
    self.message = message
  }
}
