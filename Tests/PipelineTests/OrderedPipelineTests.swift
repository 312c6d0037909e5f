import Foundation
import Testing

@testable import Pipeline

@Suite struct OrderedPipelineTests {
  struct Stop: Error {}

  /// A number that threads may raise.
  final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var number = 0
    private(set) var highest = 0
    var value: Int { lock.withLock { number } }
    func add(_ step: Int) {
      lock.withLock {
        number += step
        highest = max(highest, number)
      }
    }
  }

  @Test("Outputs come in the order of the inputs, whatever the threads", arguments: [1, 2, 8])
  func order(_ jobs: Int) throws {
    var outputs: [Int] = []
    try OrderedPipeline<Int, Int>(jobs: jobs).run(
      produce: { emit in for number in 0..<500 { try emit(number) } },
      makeWorker: {
        { number in
          if number % 7 == 0 { usleep(200) }
          return number * 2
        }
      }, consume: { outputs.append($0) })
    #expect(outputs == (0..<500).map { $0 * 2 })
  }

  @Test("Nothing in, nothing out", arguments: [1, 2, 8])
  func empty(_ jobs: Int) throws {
    try OrderedPipeline<Int, Int>(jobs: jobs).run(
      produce: { _ in }, makeWorker: { { $0 } }, consume: { _ in Issue.record("no output") })
  }

  @Test("A slow consumer holds the producer back", arguments: [1, 2, 8])
  func bounded(_ jobs: Int) throws {
    let alive = Counter()
    try OrderedPipeline<Int, Int>(jobs: jobs).run(
      produce: { emit in
        for number in 0..<300 {
          try emit(number)
          alive.add(1)
        }
      }, makeWorker: { { $0 } },
      consume: { _ in
        usleep(100)
        alive.add(-1)
      })
    #expect(alive.highest <= jobs * 4 + 1)
    #expect(alive.value == 0)
  }

  @Test("Each thread has a worker of its own")
  func workers() throws {
    let made = Counter()
    try OrderedPipeline<Int, Int>(jobs: 3).run(
      produce: { emit in for number in 0..<100 { try emit(number) } },
      makeWorker: {
        made.add(1)
        var buffer: [Int] = []
        return { number in
          buffer.append(number)
          return number
        }
      }, consume: { _ in })
    #expect(made.value == 3)
  }

  @Test("An error of the producer comes after what it produced", arguments: [1, 2, 8])
  func producerError(_ jobs: Int) {
    var outputs: [Int] = []
    #expect(throws: Stop.self) {
      try OrderedPipeline<Int, Int>(jobs: jobs).run(
        produce: { emit in
          for number in 0..<50 { try emit(number) }
          throw Stop()
        }, makeWorker: { { $0 } }, consume: { outputs.append($0) })
    }
    #expect(outputs == Array(0..<50))
  }

  @Test("An error of the consumer stops the producer", arguments: [1, 2, 8])
  func consumerError(_ jobs: Int) {
    let produced = Counter()
    let wasGivenUp = Counter()
    #expect(throws: Stop.self) {
      try OrderedPipeline<Int, Int>(jobs: jobs).run(
        produce: { emit in
          do {
            while true {
              try emit(produced.value)
              produced.add(1)
            }
          } catch {
            wasGivenUp.add(1)
            throw error
          }
        }, makeWorker: { { $0 } }, consume: { if $0 == 20 { throw Stop() } })
    }
    #expect(wasGivenUp.value == 1)
    #expect(produced.value < 21 + jobs * 4 + 1)
  }

  @Test("What a worker says went wrong reaches the consumer in its place", arguments: [1, 2, 8])
  func workerError(_ jobs: Int) {
    var seen = 0
    #expect(throws: Stop.self) {
      try OrderedPipeline<Int, Result<Int, Stop>>(jobs: jobs).run(
        produce: { emit in for number in 0..<1000 { try emit(number) } },
        makeWorker: { { $0 == 30 ? .failure(Stop()) : .success($0) } },
        consume: { seen = try $0.get() })
    }
    #expect(seen == 29)
  }
}
