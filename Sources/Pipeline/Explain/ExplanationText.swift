import Corpus
import Ingest

/// An explanation for a terminal: what the article is, where that was read, and a line for each
/// block.
struct ExplanationText {
  let explanation: Explanation

  init(_ explanation: Explanation) { self.explanation = explanation }

  var text: String {
    var lines: [String] = []
    switch explanation.result {
    case .success(let article): lines.append(article.source.description)
    case .failure(let reject): lines.append(reject.message)
    }
    for evidence in explanation.metadata {
      let source = evidence.source.map { "  (\($0))" } ?? ""
      lines.append("  \(padded(evidence.field, 9)) \(evidence.value ?? "–")\(source)")
      for saying in evidence.said {
        lines.append("  \(padded("", 9)) · \(padded(saying.source, 16)) \(cut(saying.value))")
      }
    }
    lines.append(explanation.tally)
    for block in explanation.blocks {
      let fate = block.reason.map { "- \($0)" } ?? "+"
      lines.append(
        "\(padded(fate, 23)) \(padded(block.cause ?? block.element, 24)) \(padded(block.figures, 15)) \(cut(block.text))"
      )
    }
    return lines.map { $0.printable + "\n" }.joined() + "\n"
  }

  private func padded(_ text: String, _ width: Int) -> String {
    let length = text.unicodeScalars.count
    if length > width { return String(text.unicodeScalars.prefix(width - 1)) + "…" }
    return text + String(repeating: " ", count: width - length)
  }

  private func cut(_ text: String) -> String {
    text.unicodeScalars.count > Self.longest
      ? String(text.unicodeScalars.prefix(Self.longest)) + "…" : text
  }

  private static let longest = 90
}

extension Explanation {
  /// How many blocks were kept.
  var tally: String {
    let kept = blocks.count { $0.reason == nil }
    return "  \(kept) of \(blocks.count) blocks kept"
  }
}

extension Explanation.Block {
  /// The figures that weigh in the choice: running text, and the share of links.
  var figures: String {
    var figures: [String] = []
    if prose > 0 { figures.append("prose \(prose)") }
    if linkShare >= 0.005 { figures.append("links \(Int((linkShare * 100).rounded())) %") }
    return figures.joined(separator: ", ")
  }
}
