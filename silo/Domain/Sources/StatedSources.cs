using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Schools.Counting;

namespace EduAnalytics.Domain.Sources;

/// <summary>
/// The documents behind cells: of each cell the statement that stands, of a total over stages those of the stages, and of a
/// school's dropouts the monthly reports of the period, without which a zero would say nothing.
/// </summary>
internal static class StatedSources
{
    public static IEnumerable<SourceReference> Of(IEnumerable<MeasureKey> cells, StatedFigures stated, OrgUnit unit, Catalogue catalogue) =>
        Of(cells.SelectMany(cell => FiguresOf(cell, stated, unit, catalogue)), unit.Id);

    /// <summary>One source for all figures that came in one submission with the same words.</summary>
    public static IEnumerable<SourceReference> Of(IEnumerable<StatedFigure> figures, OrgUnitId unit) => figures
        .Distinct()
        .GroupBy(figure => new SourceReference(
            SourceKind.Figures, unit, figure.Source.Document, figure.Source.Section, figure.Figure.Quote, figure.AcceptedAt, figure.SubmissionId, 1))
        .Select(alike => At([.. alike.Select(figure => figure.Figure.Place)], alike.Key));

    private static SourceReference At(IReadOnlyList<FigurePlace?> places, SourceReference source) => source with
    {
        Lines = places.Count,
        File = places.All(place => place?.File == places[0]?.File) ? places[0]?.File : null,
        Line = places is [var only] ? only?.Line : null,
    };

    private static IEnumerable<StatedFigure> FiguresOf(MeasureKey cell, StatedFigures stated, OrgUnit unit, Catalogue catalogue)
    {
        var reports = unit.Level == OrgUnitLevel.School && RestsOnReports(cell.Code)
            ? stated.All.Where(figure => IsReportWithin(cell, figure.Figure))
            : [];
        if (stated.TryFind(cell, catalogue, out var exact))
            return reports.Prepend(exact);

        // In a school of one stage, what is stated of the school is stated of that stage.
        if (unit.Stages is [var only] && cell.Stage == only && stated.TryFind(cell with { Stage = null }, catalogue, out var whole))
            return reports.Prepend(whole);
        return cell.Stage is null
            ? reports.Concat(stated.All.Where(figure => figure.Figure.Code == cell.Code && figure.Figure.Period == cell.Period))
            : reports;
    }

    private static bool RestsOnReports(string code) =>
        code is MeasureCodes.MonthsExpected or MeasureCodes.MonthsReported
        || (CountedMeasures.Find(code) is { } counted && CountedMeasures.NeedsReport(counted));

    private static bool IsReportWithin(MeasureKey cell, Figure figure) =>
        figure.Code == MeasureCodes.DroppedOut
        && figure.Period.Type == PeriodType.Month
        && cell.Period.Start <= figure.Period.Start
        && figure.Period.End <= cell.Period.End
        && (cell.Stage is null || figure.Stage is null || figure.Stage == cell.Stage);
}
