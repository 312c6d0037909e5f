import Export
import Foundation
import Logging
import Synchronization

/// Watches the records of a run while they are read: keeps the journal of those in flight, and
/// starts the run again when one takes too long or the memory runs out, so that the new start can
/// find out which record it was and leave it out.
final class RecordWatch: Sendable {
  /// What the workers and the watching thread share.
  private final class State: Sendable {
    struct Reading {
      var place: RecordPlace
      var began: ContinuousClock.Instant
    }
    let slots: Mutex<[Reading?]>
    let hasEnded = Atomic<Bool>(false)

    init(slots: Int) { self.slots = Mutex([Reading?](repeating: nil, count: slots)) }
  }

  private let journalPath: String
  private let executable: String
  private let limits: RecordLimits
  private let verdict: SuspectStage.Verdict
  private let progress: Progress
  private let state: State
  private let free: Mutex<[Int]>
  private let journal = Mutex<InFlightJournal?>(nil)

  /// - Parameters:
  ///   - path: of the journal.
  ///   - workers: threads that read at a time, at most.
  ///   - executable: the `parlance` command.
  ///   - verdict: on the records that were tried before: the innocent may take their time.
  init(
    journal path: String, workers: Int, limits: RecordLimits, executable: String,
    verdict: SuspectStage.Verdict, progress: Progress
  ) {
    journalPath = path
    self.limits = limits
    self.executable = executable
    self.verdict = verdict
    self.progress = progress
    state = State(slots: workers)
    free = Mutex(Array(0..<workers))
  }

  deinit {
    state.hasEnded.store(true, ordering: .relaxed)
    Restart.disarm()
  }

  /// Begins to watch, unless it has begun: a run that reads nothing writes nothing.
  func begin() throws(OutputFile.Failure) {
    let hasBegun = try journal.withLock { (journal) throws(OutputFile.Failure) in
      if journal != nil { return true }
      let slots = free.withLock(\.count)
      journal = try InFlightJournal(path: journalPath, slots: slots)
      return false
    }
    if hasBegun { return }
    Restart.arm(
      executable: executable, hasFoundCulprit: verdict.hasFoundCulprit,
      message: progress.bytes(
        ofWarning: "reading a record ended the program: starting again, to find out which"))
    let (state, limits, acquitted, progress) = (state, limits, verdict.acquitted, progress)
    Thread.detachNewThread {
      while !state.hasEnded.load(ordering: .relaxed) {
        usleep(50_000)
        Self.check(state, limits, acquitted, progress)
      }
    }
  }

  private static func check(
    _ state: State, _ limits: RecordLimits, _ acquitted: Set<RecordPlace>, _ progress: Progress
  ) {
    let readings = state.slots.withLock { $0.compactMap(\.self) }
    guard !readings.isEmpty else { return }
    let late = ContinuousClock.now - .seconds(limits.seconds)
    if let slow = readings.first(where: { $0.began < late && !acquitted.contains($0.place) }) {
      restart("a record of \(slow.place.file) takes more than \(limits.seconds) s", progress)
    }
    if ResidentMemory.current >> 20 > limits.megabytes {
      restart("reading takes more than \(limits.megabytes) MB of memory", progress)
    }
  }

  private static func restart(_ reason: String, _ progress: Progress) {
    guard Restart.isArmed else { return }
    progress.log.warning("\(reason.printable): starting again, to find out why")
    Restart.now()
  }

  /// One worker's place in the watch; made and used on the worker's thread.
  final class Seat {
    private let watch: RecordWatch
    private let journal: InFlightJournal
    private let slot: Int
    private let stack = CrashStack()
    private var isReading = false

    fileprivate init(_ watch: RecordWatch, _ journal: InFlightJournal, slot: Int) {
      self.watch = watch
      self.journal = journal
      self.slot = slot
    }

    deinit { watch.free.withLock { $0.append(slot) } }

    /// The worker begins to read the record at `place`, and has read the one before.
    func enter(_ place: RecordPlace) throws(OutputFile.Failure) {
      try journal.enter(place, slot: slot)
      watch.state.slots.withLock { $0[slot] = State.Reading(place: place, began: .now) }
      if !isReading { Restart.recordsInFlight.add(1, ordering: .relaxed) }
      isReading = true
    }

    /// The worker has read its records.
    func leave() throws(OutputFile.Failure) {
      guard isReading else { return }
      isReading = false
      Restart.recordsInFlight.subtract(1, ordering: .relaxed)
      watch.state.slots.withLock { $0[slot] = nil }
      try journal.leave(slot: slot)
    }
  }

  /// A seat for the calling thread; `nil` if the watch has not begun, or all seats are taken.
  func takeSeat() -> Seat? {
    guard let journal = journal.withLock(\.self), let slot = free.withLock({ $0.popLast() }) else {
      return nil
    }
    return Seat(self, journal, slot: slot)
  }
}
