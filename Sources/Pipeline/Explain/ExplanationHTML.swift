import Corpus
import Ingest

/// Explanations as one page: the record's blocks coloured by fate on the left, the article on the
/// right. It has no script and loads nothing, and says so to the browser.
struct ExplanationHTML {
  let explanation: Explanation

  init(_ explanation: Explanation) { self.explanation = explanation }

  static let head = """
    <!DOCTYPE html>
    <html lang="en">
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>What was kept and why</title>
    <style>
    body { font: 15px/1.45 system-ui, sans-serif; margin: 1.5em; color: #222; background: #fff }
    h1 { font-size: 1.2em } h2 { font-size: 1.1em } small { color: #666 }
    section { border-top: 3px solid #222 }
    table { border-collapse: collapse } td, th { text-align: left; padding: .1em .8em .1em 0; vertical-align: top }
    .columns { display: grid; grid-template-columns: 1fr 1fr; gap: 2em }
    .block { border-left: 6px solid #2a7f3f; background: #eef7f0; margin: .35em 0; padding: .2em .6em; overflow-wrap: anywhere }
    .dropped { border-color: #b3412f; background: #faeeec; color: #666 }
    .block small { display: block }
    </style>

    """

  static let tail = "</html>\n"

  var html: String {
    var html = "<section>\n"
    switch explanation.result {
    case .success(let article): html += "<h1>\(escaped(article.source.description))</h1>\n"
    case .failure(let reject): html += "<h1>\(escaped(reject.message))</h1>\n"
    }
    html += "<table>\n"
    for evidence in explanation.metadata { html += rows(evidence) }
    html += "</table>\n<p>\(escaped(explanation.tally))</p>\n<div class=\"columns\">\n<div>\n"
    for block in explanation.blocks { html += paragraph(block) }
    html += "</div>\n<div>\n"
    if let article = try? explanation.result.get() {
      html += "<h2>\(escaped(article.title))</h2>\n"
      for paragraph in article.paragraphs { html += "<p>\(escaped(paragraph))</p>\n" }
    }
    return html + "</div>\n</div>\n</section>\n"
  }

  private func rows(_ evidence: Explanation.Evidence) -> String {
    var html = "<tr><th>\(escaped(evidence.field))</th><td>\(escaped(evidence.value ?? "–"))</td>"
    html += "<td>\(escaped(evidence.source ?? ""))</td></tr>\n"
    for saying in evidence.said {
      html += "<tr><td></td><td><small>\(escaped(saying.value))</small></td>"
      html += "<td><small>\(escaped(saying.source))</small></td></tr>\n"
    }
    return html
  }

  private func paragraph(_ block: Explanation.Block) -> String {
    let notes = [
      block.reason ?? "kept", block.cause.map { "by \($0)" }, block.element, block.figures,
    ]
    let note = notes.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
    let fate = block.reason == nil ? "block" : "block dropped"
    return "<div class=\"\(fate)\"><small>\(escaped(note))</small>\(escaped(block.text))</div>\n"
  }

  /// Text as HTML shows it: no mark-up of a page comes to life in another.
  private func escaped(_ text: String) -> String {
    var html = ""
    html.reserveCapacity(text.utf8.count)
    for scalar in text.printable.unicodeScalars {
      switch scalar {
      case "&": html += "&amp;"
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      case "\"": html += "&quot;"
      case "'": html += "&#39;"
      default: html.unicodeScalars.append(scalar)
      }
    }
    return html
  }
}
