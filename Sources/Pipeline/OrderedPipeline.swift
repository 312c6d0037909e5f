import Foundation

/// Runs a transformation on all cores between one producer and one consumer.
///
/// The queue is bounded, so that a fast producer waits and memory stays flat; results reach the
/// consumer in the order in which the inputs were produced, so that nothing downstream can tell
/// how many threads there were. Threads rather than tasks, because producers and consumers block
/// on files and on the store.
struct OrderedPipeline<Input: Sendable, Output: Sendable> {
  var jobs: Int

  /// - Parameters:
  ///   - produce: calls its argument for each input; the call throws when the run was given up.
  ///   - makeWorker: makes one transformation for each thread, with buffers of its own.
  ///   - consume: gets the outputs in order, on the calling thread.
  func run(
    produce: @escaping @Sendable (_ emit: (Input) throws -> Void) throws -> Void,
    makeWorker: @escaping @Sendable () -> (Input) -> Output,
    consume: (Output) throws -> Void
  ) throws {
    let queue = WorkQueue<Input, Output>(capacity: jobs * 4)
    let group = DispatchGroup()
    func start(_ body: @escaping @Sendable () -> Void) {
      group.enter()
      let work = OneCall(body)
      let thread = Thread {
        work.run()
        group.leave()
      }
      // Deep recursion in a parser must not meet a thread's small default stack.
      thread.stackSize = 16 << 20
      thread.start()
    }
    start {
      do {
        try produce { try queue.put($0) }
        queue.finish(nil)
      } catch {
        queue.finish(error)
      }
    }
    for _ in 0..<jobs {
      start {
        let work = makeWorker()
        while let (number, input) = queue.take() { queue.deliver(work(input), number: number) }
      }
    }
    defer { group.wait() }
    do {
      while let output = try queue.next() { try consume(output) }
    } catch {
      queue.cancel()
      throw error
    }
  }
}

/// Work that lets go of all it holds when it is done: a store that a thread still held after the
/// run would seem to be in use.
private final class OneCall: @unchecked Sendable {
  private var body: (@Sendable () -> Void)?

  init(_ body: @escaping @Sendable () -> Void) { self.body = body }

  func run() {
    body?()
    body = nil
  }
}

/// The state that the threads of an `OrderedPipeline` share, under one lock.
private final class WorkQueue<Input: Sendable, Output: Sendable>: @unchecked Sendable {
  private let condition = NSCondition()
  private let capacity: Int
  private var waiting: [(number: Int, input: Input)] = []
  private var done: [Int: Output] = [:]
  private var produced = 0
  private var consumed = 0
  private var isFinished = false
  private var isCancelled = false
  private var failure: (any Error)?

  init(capacity: Int) { self.capacity = capacity }

  func put(_ input: Input) throws {
    condition.lock()
    defer { condition.unlock() }
    while produced - consumed >= capacity, !isCancelled { condition.wait() }
    if isCancelled { throw CancellationError() }
    waiting.append((produced, input))
    produced += 1
    condition.broadcast()
  }

  func finish(_ error: (any Error)?) {
    condition.lock()
    isFinished = true
    failure = error
    condition.broadcast()
    condition.unlock()
  }

  func cancel() {
    condition.lock()
    isCancelled = true
    waiting.removeAll()
    condition.broadcast()
    condition.unlock()
  }

  func take() -> (Int, Input)? {
    condition.lock()
    defer { condition.unlock() }
    while waiting.isEmpty, !isFinished, !isCancelled { condition.wait() }
    guard !waiting.isEmpty, !isCancelled else { return nil }
    let first = waiting.removeFirst()
    return (first.number, first.input)
  }

  func deliver(_ output: Output, number: Int) {
    condition.lock()
    done[number] = output
    condition.broadcast()
    condition.unlock()
  }

  /// The next output in order, or `nil` after the last.
  func next() throws -> Output? {
    condition.lock()
    defer { condition.unlock() }
    while true {
      if let output = done.removeValue(forKey: consumed) {
        consumed += 1
        condition.broadcast()
        return output
      }
      if isFinished, consumed == produced {
        if let failure { throw failure }
        return nil
      }
      condition.wait()
    }
  }
}
