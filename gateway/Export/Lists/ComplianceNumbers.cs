using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Calls;
using EduAnalytics.Gateway.Export.Requests;
using EduAnalytics.Gateway.Export.Tables;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Release.Standards;
using static EduAnalytics.Gateway.Export.Tables.ExportColumn;

namespace EduAnalytics.Gateway.Export.Lists;

/// <summary>Every criterion of a standard for the unit and for each school it is asked of: the matrix, a row a cell.</summary>
internal sealed class ComplianceNumbers(ComplianceRelease compliance, OrgUnitQueries orgUnits) : IListedNumbers
{
    public string Name => "compliance";

    public IReadOnlyList<string> Parameters => ["orgUnit", "standard", "period"];

    public Func<Caller, Task<ExportTable>> Ask(ExportParameters parameters, ExportLanguage language)
    {
        var unit = parameters.Required("orgUnit", "230404");
        var standard = parameters.Required("standard", "quality-balanced-2017");
        var period = parameters.RequiredPeriod("period");
        return async caller =>
        {
            var query = new ComplianceQuery(await orgUnits.Require(unit), standard, period);
            await compliance.Check(caller, query);
            var shown = (await compliance.Assess(caller, [query]))[0].Shown;

            // A file has no place to say that a district did not answer.
            return shown.Silent.IsEmpty ? TableOf(query, shown, await orgUnits.Tree(), language) : throw new UnitSilentException(shown.Silent[0]);
        };
    }

    private static ExportTable TableOf(ComplianceQuery query, Compliance shown, OrgUnitTree tree, ExportLanguage language)
    {
        var rows = shown.Outcomes.Select(one => (one.Criterion, one.Result, Unit: new UnitName(tree.Find(one.Result.OrgUnit)!, language))).ToList();
        return new ExportTable(ExportTitles.Data, rows.Count,
        [
            .. UnitName.Columns(i => rows[i].Unit),
            new Word("level", new("层级", "Level"), i => rows[i].Unit.Level, CodeWords.Levels),
            new Text("standard", new("标准代码", "Standard"), _ => query.Standard),
            new Text("period", new("时期", "Period"), _ => query.Period.ToString()),
            new Text("criterion", new("条款代码", "Criterion"), i => rows[i].Criterion.Code),
            new Text("criterion_name", new("条款名称", "Criterion name"), i => new Title(rows[i].Criterion.Name, rows[i].Criterion.NameEn).In(language)),
            new Word("stage", new("学段", "Stage"), i => rows[i].Criterion.Stage is { } stage ? CodeWords.CodeOf(stage) : null, CodeWords.Stages),
            new Text("indicator", new("指标代码", "Indicator"), i => rows[i].Criterion.Indicator.Code),
            new Number("threshold", new("要求", "Threshold"), i => rows[i].Criterion.Threshold, _ => null),
            new Word("comparison", new("比较", "Comparison"), i => CodeWords.CodeOf(rows[i].Criterion.Comparison), CodeWords.Comparisons),
            new Number("value", new("数值", "Value"), i => rows[i].Result.Value, _ => null),
            new Word("status", new("达标情况", "Status"), i => CodeWords.CodeOf(rows[i].Result.Status), CodeWords.Statuses),
            new Number("margin", new("差距", "Margin"), i => rows[i].Result.Margin, _ => null),
            new Word("basis", new("依据", "Basis"), i => CodeWords.CodeOf(rows[i].Result.Basis), CodeWords.Bases),
            new Count("schools", new("计入学校", "Schools"), i => rows[i].Result.Schools),
            new Count("expected_schools", new("应计学校", "Schools expected"), i => rows[i].Result.ExpectedSchools),
        ]);
    }
}
