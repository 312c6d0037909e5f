"""News agency formats: NITF, and NewsML-G2 with NITF or XHTML inside."""
from html import escape

XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


def blocks(record, heading="hl2"):
    """Paragraphs, headings and lists in the elements that NITF and XHTML share."""
    out, in_list = [], False
    for kind, text in record.blocks:
        if in_list and kind != "li":
            out.append("</ul>")
        if kind == "li" and not in_list:
            out.append("<ul>")
        in_list = kind == "li"
        tag = {"h2": heading}.get(kind, kind)
        out.append(f"<{tag}>{escape(text, quote=False)}</{tag}>")
    return "\n".join(out + (["</ul>"] if in_list else []))


def nitf_body(record):
    return f"""<body>
<body.head>
<hedline><hl1>{escape(record.title, quote=False)}</hl1></hedline>
<byline>By <person>{escape(record.by)}</person></byline>
<distributor>{escape(record.about['name'])}</distributor>
</body.head>
<body.content>
{blocks(record)}
</body.content>
<body.end><tagline>(c) {record.date[:4]} {escape(record.about['name'])}. Subscribers only.</tagline></body.end>
</body>"""


def nitf(record):
    compact = record.stamp().replace("-", "", 2).replace(":", "", 2).replace(":", "")
    return XML + f"""<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">
<nitf version="-//IPTC//DTD NITF 3.4//EN" change.date="October 18, 2006" change.time="19:30">
<head>
<title>{escape(record.title, quote=False)}</title>
<meta name="slug" content="{record.slug}"/>
<docdata>
<doc-id id-string="{record.outlet}.{record.number}" regsrc="{record.about['host']}"/>
<urgency ed-urg="{3 + record.number % 3}"/>
<date.issue norm="{compact}"/>
<doc.copyright year="{record.date[:4]}" holder="{escape(record.about['name'])}"/>
</docdata>
<pubdata type="web" ex-ref="{record.url}" date.publication="{compact}" name="{escape(record.about['name'])}"/>
</head>
{nitf_body(record)}
</nitf>
"""


def inline(record):
    if record.number % 2:
        return "application/nitf+xml", f'<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">\n{nitf_body(record)}\n</nitf>'
    return "application/xhtml+xml", f"""<html xmlns="http://www.w3.org/1999/xhtml">
<head><title>{escape(record.title, quote=False)}</title></head>
<body>
<h1>{escape(record.title, quote=False)}</h1>
{blocks(record, heading='h2')}
</body>
</html>"""


def newsml(record):
    kind, content = inline(record)
    name = escape(record.about["name"])
    later = f"{record.date}T{int(record.clock()[:2]) + 1}{record.clock()[2:]}{record.about['zone']}"
    return XML + f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:{record.about['host']}:{record.date.replace('-', '')}:{record.slug}"
 version="2" standard="NewsML-G2" standardversion="2.29" conformance="power" xml:lang="{record.lang}">
<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_38.xml"/>
<rightsInfo><copyrightHolder literal="{name}"><name>{name}</name></copyrightHolder></rightsInfo>
<itemMeta>
<itemClass qcode="ninat:text"/>
<provider literal="{name}"><name>{name}</name></provider>
<versionCreated>{later}</versionCreated>
<firstCreated>{record.stamp()}</firstCreated>
<pubStatus qcode="stat:usable"/>
<link rel="irel:seeAlso" href="{record.url}"/>
</itemMeta>
<contentMeta>
<contentCreated>{record.stamp()}</contentCreated>
<creator literal="{escape(record.by)}"><name>{escape(record.by)}</name></creator>
<language tag="{record.lang}"/>
<subject qcode="medtop:20000209"><name xml:lang="en">technology and engineering</name></subject>
<headline>{escape(record.title, quote=False)}</headline>
</contentMeta>
<contentSet>
<inlineXML contenttype="{kind}">
{content}
</inlineXML>
</contentSet>
</newsItem>
"""


SHAPES = {"nitf": nitf, "newsml": newsml}


def render(record):
    return SHAPES[record.shape](record)
