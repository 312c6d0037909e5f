import Foundation
import Synchronization

/// Starts the command again, in the same process, when a record ends it or would: what was stored
/// stays, locks are let go as the files close, and the new start finds out which record it was.
///
/// A start that finds a culprit may be followed by any number of others, since the culprits become
/// fewer; starts that find none are counted, and end.
enum Restart {
  /// Records being read now: a crash without one is none of theirs.
  static let recordsInFlight = Atomic<Int>(0)

  private static let armed = Atomic<Bool>(false)
  private static let variable = "PARLANCE_RESTARTS"
  private static let maximum = 3
  static let signals = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT]

  /// What a signal handler may touch: plain memory, filled before.
  nonisolated(unsafe) private static var program: UnsafeMutablePointer<CChar>?
  nonisolated(unsafe) private static var arguments = CommandLine.unsafeArgv
  nonisolated(unsafe) private static var message: UnsafeMutablePointer<CChar>?

  /// Begins to watch for crashes.
  ///
  /// - Parameters:
  ///   - executable: the path of this program.
  ///   - hasFoundCulprit: the last end of the run has been explained.
  ///   - message: goes to standard error before a start that a crash makes necessary.
  static func arm(executable: String, hasFoundCulprit: Bool, message text: [UInt8]) {
    let environment = ProcessInfo.processInfo.environment
    let count = hasFoundCulprit ? 0 : environment[variable].flatMap { Int($0) } ?? 0
    guard count < maximum else { return disarm() }
    setenv(variable, String(count + 1), 1)
    free(message)
    message = strdup(String(decoding: text, as: UTF8.self))
    free(program)
    program = strdup(executable)
    armed.store(true, ordering: .relaxed)
    var action = sigaction()
    #if canImport(Darwin)
      action.__sigaction_u.__sa_handler = crashed
    #else
      action.__sigaction_handler.sa_handler = crashed
    #endif
    // On a stack of its own: the thread's may be full.
    action.sa_flags = Int32(bitPattern: UInt32(SA_ONSTACK)) | Int32(SA_NODEFER)
    for signal in signals { sigaction(signal, &action, nil) }
    unblockSignals()
  }

  /// Lets the calling thread, and those that it starts, get all signals: a parent may have blocked
  /// some for us.
  static func unblockSignals() {
    var none = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, nil)
  }

  static func disarm() {
    armed.store(false, ordering: .relaxed)
    for signal in signals { restoreDefault(signal) }
  }

  /// This start follows one that ended so.
  static var isRestarted: Bool { getenv(variable) != nil }

  static var isArmed: Bool { armed.load(ordering: .relaxed) }

  /// Starts again if that is allowed; returns if it is not.
  static func now() {
    guard isArmed, let program else { return }
    unblockSignals()
    execv(program, arguments)
  }

  /// Calls nothing that a signal handler may not call.
  private static let crashed: @convention(c) (Int32) -> Void = { signal in
    if Restart.recordsInFlight.load(ordering: .relaxed) > 0, Restart.isArmed {
      if let message = Restart.message { _ = write(STDERR_FILENO, message, strlen(message)) }
      Restart.now()
    }
    Restart.restoreDefault(signal)
    raise(signal)
  }

  private static func restoreDefault(_ number: Int32) { signal(number, SIG_DFL) }
}

/// A second stack for the thread that makes it, on which a crash handler can run when the first is
/// full. It must be let go on the same thread.
final class CrashStack {
  private let memory: UnsafeMutableRawPointer
  private static let size = 1 << 16

  init() {
    memory = .allocate(byteCount: Self.size, alignment: 16)
    var stack = stack_t()
    stack.ss_sp = memory
    stack.ss_size = .init(Self.size)
    sigaltstack(&stack, nil)
  }

  deinit {
    var none = stack_t()
    none.ss_flags = Int32(SS_DISABLE)
    sigaltstack(&none, nil)
    memory.deallocate()
  }
}
