"""What is said of Excel and Word files that people hand in: what is refused, what is left alone."""

from __future__ import annotations

from pairing_cli.messages.entry import Entry

_AS_SHEET = (
    "请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”。",
    "Open it in Excel or WPS and save it as an Excel workbook (.xlsx).",
)
_AGAIN = (
    "请重新发送；仍不行时，用 Excel、Word 或 WPS 打开后另存一份。",
    "Send it again; if that does not help, open it in Excel, Word or WPS and save a copy.",
)
_CLEAN = (
    "请把内容复制到新下载的空表里（选择性粘贴：值）。",
    "Copy what it says into a fresh form (paste special: values).",
)

MESSAGES = {
    # what is no office file
    "office.empty": Entry("文件是空的（0 字节）", "the file is empty (0 bytes)", *_AGAIN),
    "office.old-sheet": Entry(
        "这是旧版表格（.xls 或 .et），只读 .xlsx",
        "this is an old workbook (.xls or .et); only .xlsx is read",
        *_AS_SHEET,
    ),
    "office.old-text": Entry(
        "这是旧版文档（.doc、.wps 或 .rtf），只读 .docx",
        "this is an old document (.doc, .wps or .rtf); only .docx is read",
        "请用 Word 或 WPS 打开，另存为“Word 文档（.docx）”。",
        "Open it in Word or WPS and save it as a Word document (.docx).",
    ),
    "office.password": Entry(
        "文件加了打开密码，读不了",
        "the file has a password and cannot be read",
        "请用密码打开，在“文件 > 信息 > 保护 > 用密码进行加密”（WPS：文件 > 文档加密）里清除密码后保存。",
        "Open it with the password, remove it under File > Info > Protect > Encrypt with Password "
        "(WPS: File > Document Encryption), and save.",
    ),
    "office.web": Entry(
        "这是存成 .xls 的网页或 XML 表格，不是真正的工作簿",
        "this is a web page or an XML table saved as .xls, no real workbook",
        *_AS_SHEET,
    ),
    "office.table-text": Entry(
        "这是文本（可能是改了扩展名的 CSV），不是工作簿",
        "this is text (perhaps a CSV file under another name), no workbook",
        *_AS_SHEET,
    ),
    "office.pdf": Entry(
        "这是 PDF，表格要交能填写的原件",
        "this is a PDF; forms are handed in as the file that was filled in",
        "请交 .xlsx 或 .docx；PDF 可作为附件上报。",
        "Hand in the .xlsx or .docx; a PDF may be an attachment.",
    ),
    "office.picture": Entry(
        "这是图片，不是表格",
        "this is a picture, no form",
        "请交 .xlsx 或 .docx；图片放进表格里，或放在附件文件夹里。",
        "Hand in the .xlsx or .docx; pictures go into the form or into the folder of attachments.",
    ),
    "office.archive": Entry(
        "这是压缩包，不是表格",
        "this is an archive, no form",
        "请解压后交里面的表格。",
        "Unpack it and hand in the form inside.",
    ),
    "office.open-document": Entry(
        "这是 OpenDocument（.ods 或 .odt），只读 .xlsx 和 .docx",
        "this is an OpenDocument file (.ods or .odt); only .xlsx and .docx are read",
        "请另存为 .xlsx 或 .docx。",
        "Save it as .xlsx or .docx.",
    ),
    "office.slides": Entry(
        "这是演示文稿，不是表格",
        "this is a presentation, no form",
        "请交 .xlsx 或 .docx。",
        "Hand in an .xlsx or .docx.",
    ),
    "office.binary": Entry(
        "这是二进制工作簿（.xlsb），只读 .xlsx",
        "this is a binary workbook (.xlsb); only .xlsx is read",
        *_AS_SHEET,
    ),
    "office.unknown": Entry("这不是 Excel 或 Word 文件", "this is no Excel or Word file", *_AGAIN),
    "office.damaged": Entry(
        "文件已损坏，读不了", "the file is damaged and cannot be read", *_AGAIN
    ),
    "office.no-sheet": Entry(
        "这里要 Excel 工作簿（.xlsx）", "an Excel workbook (.xlsx) is wanted here", *_AS_SHEET
    ),
    "office.no-text": Entry(
        "这里要 Word 文档（.docx）",
        "a Word document (.docx) is wanted here",
        "请用 Word 或 WPS 打开，另存为“Word 文档（.docx）”。",
        "Open it in Word or WPS and save it as a Word document (.docx).",
    ),
    # what is not opened
    "office.active": Entry(
        "文件带有宏或 ActiveX 控件（{part}），不打开",
        "the file has macros or ActiveX controls ({part}); it is not opened",
        "请另存为不带宏的 .xlsx 或 .docx；仍不行时把内容复制到新下载的空表里。",
        "Save it as .xlsx or .docx without macros; if that does not help, copy it into a fresh form.",
    ),
    "office.large": Entry(
        "文件超过 {limit}，未读取",
        "the file is larger than {limit} and was not read",
        "请压缩图片（图片格式 > 压缩图片），或把照片放进附件文件夹。",
        "Compress its pictures (Picture Format > Compress Pictures), or hand them in as attachments.",
    ),
    "office.entries": Entry(
        "里面的文件超过 {limit} 个，未读取",
        "it holds more than {limit} files and was not read",
        "请分成几个文件。",
        "Split it into several files.",
    ),
    "office.unpacks": Entry(
        "解压后超过 {limit}，未读取", "it unpacks to more than {limit} and was not read", *_CLEAN
    ),
    "office.part": Entry(
        "{part} 解压后超过 {limit}，未读取",
        "{part} unpacks to more than {limit}; the file was not read",
        *_CLEAN,
    ),
    "office.ratio": Entry(
        "{part} 解压后是压缩前的 {limit} 倍以上，不像正常文件，未读取",
        "{part} unpacks to more than {limit} times its size, as no ordinary file does; it was not read",
        *_CLEAN,
    ),
    "office.locked": Entry(
        "压缩包里的 {part} 加了密码，读不了",
        "{part} inside has a password and cannot be read",
        "请去掉密码后重新打包。",
        "Pack it again without a password.",
    ),
    "office.entry": Entry(
        "里面的文件名有问题（重名或指向外面）：{part}，未读取",
        "a file inside is named twice or leads outside: {part}; it was not read",
        *_AGAIN,
    ),
    "office.packing": Entry(
        "{part} 的压缩方式不是 Office 所用的，未读取",
        "{part} is packed in a way that Office does not use; the file was not read",
        *_AGAIN,
    ),
    "office.entities": Entry(
        "{part} 有文档类型声明，Office 不会这样写，不打开",
        "{part} declares a document type, as Office never does; the file is not opened",
        *_CLEAN,
    ),
    "office.encoding": Entry(
        "{part} 不是 UTF-8 编码，Office 不会这样写，不打开",
        "{part} is not in UTF-8, as Office always writes; the file is not opened",
        *_CLEAN,
    ),
    "office.elements": Entry(
        "{part} 的内容超过 {limit} 项，未读取",
        "{part} has more than {limit} elements; the file was not read",
        *_CLEAN,
    ),
    "office.rows": Entry(
        "{part} 超过 {limit} 行（空行也算），未读取",
        "{part} has more than {limit} rows, blank ones included; the file was not read",
        "请选中表格下方的空行，右键“删除”后保存；确有这么多时分成几个文件。",
        "Select the blank rows below the table, delete them, and save; or split the file.",
    ),
    "office.cells": Entry(
        "{part} 超过 {limit} 个单元格（空的也算），未读取",
        "{part} has more than {limit} cells, blank ones included; the file was not read",
        "请选中表格右边和下方的空行空列，右键“删除”后保存；确有这么多时分成几个文件。",
        "Select the blank rows and columns around the table, delete them, and save; or split the file.",
    ),
    "office.merged": Entry(
        "{part} 合并的单元格（或一处链接所占的单元格）超过 {limit} 个，未读取",
        "{part} merges (or links) more than {limit} cells; the file was not read",
        "请取消合并整行整列的单元格，再保存。",
        "Unmerge whole rows and columns, and save.",
    ),
    "office.text": Entry(
        "有单元格超过 {limit} 字，未读取",
        "a cell has more than {limit} characters; the file was not read",
        "请把长文放进附件。",
        "Put long texts into an attachment.",
    ),
    "office.sheets": Entry(
        "工作表超过 {limit} 张，未读取",
        "it has more than {limit} sheets and was not read",
        "请分成几个文件。",
        "Split it into several files.",
    ),
    "office.pictures": Entry(
        "图片超过 {limit} 张，未读取",
        "it has more than {limit} pictures and was not read",
        "请分成几个文件，或把照片放进附件文件夹。",
        "Split it into several files, or hand the photographs in as attachments.",
    ),
    # what is left alone
    "office.embedded": Entry(
        "表格里嵌有别的文件（{part}），没有取出；要作佐证请单独上报",
        "other files are embedded ({part}) and were not taken; hand them in by themselves",
    ),
    "office.linked": Entry(
        "表格链接到外面的文件或数据（{part}），没有打开链接",
        "it links to files or data elsewhere ({part}); no link was followed",
    ),
    "office.controls": Entry(
        "表格里有窗体控件（{part}），其状态没有读取；请在单元格里填写",
        "it has form controls ({part}), which are not read; write into cells instead",
    ),
    "office.beyond": Entry(
        "{address} 有内容，但与上面的表格隔得太远（200 行以上或 256 列以外），没有读取",
        "{address} says something, but too far from the table (200 rows below, or past column 256) "
        "and was not read",
    ),
    # pictures and attachments
    "office.item-kind": Entry(
        "{name}：{content}，没有取用",
        "{name}: {content}; it was not taken",
        "照片请存成 JPG 或 PNG。",
        "Save photographs as JPG or PNG.",
    ),
    "office.item-damaged": Entry(
        "{name}：图片已损坏，没有取用",
        "{name}: a damaged picture; it was not taken",
        "请重新插入照片。",
        "Insert the photograph again.",
    ),
    "office.item-pixels": Entry(
        "{name}：图片超过 {limit} 百万像素，没有取用",
        "{name}: more than {limit} million pixels; it was not taken",
        "请缩小后再交。",
        "Make it smaller.",
    ),
    "office.item-large": Entry(
        "{name}：超过 {limit} MiB，没有取用",
        "{name}: larger than {limit} MiB; it was not taken",
        "请压缩或缩小后再交。",
        "Compress it or make it smaller.",
    ),
    "office.item-empty": Entry(
        "{name}：空文件，没有取用",
        "{name}: an empty file; it was not taken",
        "请重新发送。",
        "Send it again.",
    ),
    "office.item-archive": Entry(
        "{name}：压缩包里的压缩包，没有取用",
        "{name}: an archive among the attachments; it was not taken",
        "请先解压。",
        "Unpack it first.",
    ),
    "office.item-linked": Entry(
        "{where} 的图片只是链接，没有随文件送来",
        "the picture at {where} is only a link; it did not come with the file",
        "请把图片插入表格（不要“链接到文件”）。",
        "Insert the picture itself, without “link to file”.",
    ),
    "office.item-missing": Entry(
        "{where} 的图片不在文件里",
        "the picture at {where} is not in the file",
        "请重新插入照片。",
        "Insert the photograph again.",
    ),
    "office.item-drawing": Entry(
        "{where} 是绘图或不认识的图片格式，没有取用",
        "a drawing, or a picture of an unknown kind, at {where}; it was not taken",
        "照片请存成 JPG 或 PNG 再插入。",
        "Save photographs as JPG or PNG and insert them.",
    ),
}
