internal import Corpus
internal import Markup
internal import Synchronization

/// What was found on a page on the way to its article: for those who ask why it is as it is.
struct PageEvidence {
  let outline: PageOutline
  let data: LinkedData
  let layout: PageLayout
  let main: MainText
  let title: (text: String, node: MarkupTree.Node?)
  let dates: PageDates
  let authors: PageAuthors
}

/// Keeps the evidence of the pages of one record.
final class EvidenceLog: Sendable {
  private let pages = Mutex<[Source: PageEvidence]>([:])

  func add(_ evidence: PageEvidence, of source: Source) {
    pages.withLock { $0[source] = evidence }
  }

  subscript(_ source: Source) -> PageEvidence? { pages.withLock { $0[source] } }
}
