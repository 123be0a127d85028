using EduAnalytics.Domain.Breakdowns;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Calls;
using EduAnalytics.Gateway.Export.Requests;
using EduAnalytics.Gateway.Export.Tables;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Release.Breakdowns;
using static EduAnalytics.Gateway.Export.Tables.ExportColumn;

namespace EduAnalytics.Gateway.Export.Lists;

/// <summary>One indicator of a unit by grade and sex. Where there are no rows, one row says why.</summary>
internal sealed class BreakdownNumbers(BreakdownRelease breakdowns, OrgUnitQueries orgUnits, Catalogue catalogue) : IListedNumbers
{
    public string Name => "breakdown";

    public IReadOnlyList<string> Parameters => ["orgUnit", "indicator", "period"];

    public Func<Caller, Task<ExportTable>> Ask(ExportParameters parameters, ExportLanguage language)
    {
        var unit = parameters.Required("orgUnit", "230404-yifu-primary");
        var indicator = parameters.Required("indicator", "fitness.pass_rate");
        var period = parameters.RequiredPeriod("period");
        return async caller =>
        {
            var found = await orgUnits.Require(unit);
            var query = new BreakdownQuery(found.Id, indicator, period);
            await breakdowns.Check(caller, query);
            var shown = (await breakdowns.Of(caller, [(query, true, true)]))[0].Shown;

            // A file has no place to say that a district did not answer.
            return shown.Silent.IsEmpty
                ? TableOf(new UnitName(found, language), query, shown, shown.Rows is { IsEmpty: false } rows ? [.. rows] : [null], language)
                : throw new UnitSilentException(shown.Silent[0]);
        };
    }

    /// <param name="rows">A null stands for none.</param>
    private ExportTable TableOf(UnitName unit, BreakdownQuery query, ShownBreakdown shown, IReadOnlyList<BreakdownRow?> rows, ExportLanguage language)
    {
        var indicator = shown.Indicator;
        var measuredIn = catalogue.Units.FirstOrDefault(one => one.Code == indicator.Unit);
        return new ExportTable(ExportTitles.Data, rows.Count,
        [
            .. UnitName.Columns(_ => unit),
            new Text("indicator", new("指标代码", "Indicator"), _ => indicator.Code),
            new Text("indicator_name", new("指标名称", "Indicator name"), _ => new Title(indicator.Name, indicator.NameEn).In(language)),
            new Text("unit", new("计量单位", "Unit"), _ => measuredIn is null ? indicator.Unit : new Title(measuredIn.Name, measuredIn.NameEn).In(language)),
            new Text("period", new("时期", "Period"), _ => query.Period.ToString()),
            new Count("grade", new("年级", "Grade"), i => rows[i]?.Cell.Grade),
            new Word("sex", new("性别", "Sex"), i => rows[i]?.Cell.Sex is { } sex ? CodeWords.CodeOf(sex) : null, CodeWords.Sexes),
            new Number("value", new("数值", "Value"), i => rows[i]?.Value, _ => indicator.Decimals),
            new Count("numerator", new("分子", "Numerator"), i => rows[i]?.Numerator),
            new Count("denominator", new("分母", "Denominator"), i => rows[i]?.Denominator),
            new Word("gap", new("没有数据的原因", "No data because"), _ => shown.Gap is { } gap ? CodeWords.CodeOf(gap) : null, CodeWords.Gaps),
            new Word("suppression", new("不予显示的原因", "Withheld because"), _ => shown.Withheld is { } reason ? CodeWords.CodeOf(reason) : null, CodeWords.Suppressions),
        ]);
    }
}
