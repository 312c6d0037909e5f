import ArgumentParser
import Pipeline

/// What an error means to the shell: 1 failed, 2 usage or study error.
struct ExitStatus {
  var code: Int32
  var message: String

  init(of error: any Error) {
    if let failure = Failure(error) {
      code = failure.isStudyError ? 2 : 1
      message = failure.message
    } else if let failure = error as? StandardOutput.Failure {
      code = 1
      message = failure.description
    } else {
      // Wrong usage and requests for help, in ArgumentParser's words.
      code = Parlance.exitCode(for: error) == .success ? 0 : 2
      message = Parlance.fullMessage(for: error)
    }
  }
}
