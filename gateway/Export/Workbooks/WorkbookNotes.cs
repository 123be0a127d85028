using System.Collections.Immutable;
using System.Globalization;
using EduAnalytics.Gateway.Export.Tables;
using SpreadCheetah;
using SpreadCheetah.Worksheets;

namespace EduAnalytics.Gateway.Export.Workbooks;

/// <summary>The sheet that says what the others are, for whoever finds the file a year later.</summary>
internal sealed class WorkbookNotes
{
    private const double LabelWidth = 18;
    private const double TextWidth = 100;

    private static readonly (Title Label, string Text)[] noNotes = [];

    private static readonly Title synthetic = new(
        "标为“含模拟数据”的各行，其记录全部或部分为演示而生成，不是真实情况。",
        "The rows marked as generated rest on records that were generated for demonstration, wholly or in part; they describe nothing real.");

    private static readonly Title values = new(
        "比率由合计的分子除以合计的分母得出，从不取各校比率的平均。显示的小数位数按指标规定，单元格内保留全部数字。",
        "A rate is its summed numerator over its summed denominator, never a mean of rates. Cells show the indicator's decimals and keep all digits.");

    private static readonly Title empty = new(
        "没有数据，或因“不予显示的原因”一栏所述而不予显示；空格不是零。",
        "There is no data, or it is withheld for the reason in its column. An empty cell is not a zero.");

    private static readonly Title basis = new(
        "“计算”：由本系统的数据元和学生记录得出。“上报”：主管部门所述，其构成不详。",
        "Computed: derived from measures and student records held here. Reported: stated by an authority, its components unknown.");

    private static readonly Title warnings = new(
        "“提示”表逐条说明哪些数值不可直接比较；“数据”表的提示栏给出其代码。",
        "The sheet of warnings says what is not like for like; the column of warnings beside the data gives their codes.");

    private readonly ImmutableArray<(Title Label, string Text)> notes;

    private WorkbookNotes(ImmutableArray<(Title Label, string Text)> notes) => this.notes = notes;

    public static WorkbookNotes Of(ExportDocument document, DateTimeOffset now)
    {
        var language = document.Language;
        return new WorkbookNotes(
        [
            (new("取自", "Taken from"), document.Request.Address),
            (new("取数时间（UTC）", "Taken at (UTC)"), now.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
            .. document.IsSynthetic ? [(new Title("模拟数据", "Generated data"), synthetic.In(language))] : noNotes,
            (new("数值", "Values"), values.In(language)),
            (new("空格", "Empty cells"), empty.In(language)),
            (new("依据", "Basis"), basis.In(language)),
            (new("提示", "Warnings"), warnings.In(language)),
        ]);
    }

    /// <summary>Of a list, which has no warnings of its own.</summary>
    public static WorkbookNotes Of(string address, ExportLanguage language, DateTimeOffset now) => new(
    [
        (new("取自", "Taken from"), address),
        (new("取数时间（UTC）", "Taken at (UTC)"), now.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
        (new("空格", "Empty cells"), empty.In(language)),
    ]);

    public async Task Write(Spreadsheet workbook, ExportLanguage language, WorkbookStyles styles, CancellationToken cancellationToken)
    {
        var sheet = new WorksheetOptions();
        sheet.Column(1).Width = LabelWidth;
        sheet.Column(2).Width = TextWidth;
        await workbook.StartWorksheetAsync(ExportTitles.Notes.In(language), sheet, cancellationToken);
        foreach (var (label, text) in notes)
            await workbook.AddRowAsync([new Cell(label.In(language), styles.Heading), new Cell(text, styles.Wrapped)], cancellationToken);
    }
}
