internal import Markup

/// What an HTML element means to the layout of a page.
enum ElementRole: UInt8 {
  /// Part of a line of text; so is every element that HTML does not know.
  case inline
  case block
  /// Never shows text of an article.
  case skipped
  case lineBreak
  case link

  static func of(_ name: MarkupName) -> ElementRole {
    name.rawValue < table.count ? table[Int(name.rawValue)] : .inline
  }

  private static let table: [ElementRole] = {
    var table = [ElementRole](repeating: .inline, count: 256)
    let blocks: [MarkupName] = [
      .document, .html, .body, .header, .footer, .main, .nav, .aside, .article, .section, .div, .p,
      .hr, .h1, .h2, .h3, .h4, .h5, .h6, .hgroup, .ul, .ol, .li, .dl, .dt, .dd, .table, .caption,
      .thead, .tbody, .tfoot, .tr, .td, .th, .center, .blockquote, .pre, .address, .figure,
      .figcaption, .form, .fieldset, .legend, .details, .summary, .dialog, .menu, .label,
    ]
    let skipped: [MarkupName] = [
      .head, .noScript, .template, .select, .button, .textarea, .iframe, .object, .canvas, .svg,
      .audio, .video, .input, .option, .optgroup, .map, .script, .style,
    ]
    for name in blocks { table[Int(name.rawValue)] = .block }
    for name in skipped { table[Int(name.rawValue)] = .skipped }
    table[Int(MarkupName.br.rawValue)] = .lineBreak
    table[Int(MarkupName.a.rawValue)] = .link
    return table
  }()
}
