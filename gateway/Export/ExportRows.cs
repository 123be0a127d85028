using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Gateway.Export.Tables;
using EduAnalytics.Gateway.Queries;

namespace EduAnalytics.Gateway.Export;

/// <summary>The one place where a comparison becomes rows: series after series, each over all periods.</summary>
internal sealed class ExportRows(Comparison comparison, OrgUnitTree tree, Catalogue catalogue, ExportLanguage language)
{
    private readonly Dictionary<string, string> units = catalogue.Units.ToDictionary(
        unit => unit.Code, unit => new Title(unit.Name, unit.NameEn).In(language), StringComparer.Ordinal);

    public ImmutableArray<ExportRow> All() =>
        [.. comparison.Series.SelectMany(series => RowsOf(series, WarningsOf(series)))];

    public string NameOf(OrgUnit unit) => new Title(unit.Name, unit.NameEn ?? unit.Name).In(language);

    public string NameOf(Indicator indicator) => new Title(indicator.Name, indicator.NameEn).In(language);

    public string UnitOf(Indicator indicator) => units.GetValueOrDefault(indicator.Unit, indicator.Unit);

    private IEnumerable<ExportRow> RowsOf(ComparisonSeries series, ImmutableArray<ComparisonWarning> warnings) =>
        series.Points.Select(point => Row(series, point.Shown, warnings));

    private ExportRow Row(ComparisonSeries series, IndicatorValue value, ImmutableArray<ComparisonWarning> warnings) => new()
    {
        OrgUnit = series.OrgUnit.Id.Code,
        OrgUnitName = NameOf(series.OrgUnit),
        Level = CodeWords.CodeOf(series.OrgUnit.Level),
        Indicator = series.Indicator.Code,
        IndicatorName = NameOf(series.Indicator),
        Unit = UnitOf(series.Indicator),
        Decimals = series.Indicator.Decimals,
        Period = value.Period,
        Stage = value.Stage is { } stage ? CodeWords.CodeOf(stage) : null,
        Value = value.Value,
        Numerator = value.Numerator,
        Denominator = value.Denominator,
        Basis = CodeWords.CodeOf(value.Basis),
        Reported = value.Reported,
        Target = value.Target,
        Status = CodeWords.CodeOf(value.Status),
        Change = value.Change,
        Suppression = value.Withheld is { } reason ? CodeWords.CodeOf(reason) : null,
        ReportedUnits = value.ReportedUnits,
        ExpectedUnits = value.ExpectedUnits,
        AsOf = value.AsOf,
        Version = value.Version,
        Synthetic = tree.ContainsSynthetic(series.OrgUnit.Id),
        Warnings = CodesOf(warnings, value.Period),
    };

    private ImmutableArray<ComparisonWarning> WarningsOf(ComparisonSeries series) =>
    [
        .. comparison.Warnings.Where(warning =>
            (warning.OrgUnit is null || warning.OrgUnit.Id == series.OrgUnit.Id)
            && (warning.Indicator is null || warning.Indicator.Code == series.Indicator.Code)),
    ];

    private static string? CodesOf(ImmutableArray<ComparisonWarning> warnings, Period period)
    {
        var codes = warnings.Where(warning => warning.Periods.Contains(period)).Select(warning => warning.Code).Distinct();
        return string.Join(' ', codes) is { Length: > 0 } joined ? joined : null;
    }
}
