using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.Units;

namespace EduAnalytics.Dashboard.Dropouts;

/// <summary>The answer to <c>Dropouts/DropoutsUnit.graphql</c>.</summary>
/// <param name="OrgUnit">Null where there is no such unit.</param>
public sealed record DropoutsUnitAnswer(DropoutsUnit? OrgUnit);

/// <param name="Roll">In years and half-years.</param>
/// <param name="Months">In the months of the last year.</param>
public sealed record DropoutsUnit(
    string Id,
    string Name,
    string? NameEn,
    OrgUnitLevel Level,
    bool Synthetic,
    IReadOnlyList<SchoolStage> Stages,
    ParentUnit? Parent,
    ChildCount Children,
    IReadOnlyList<KnownPeriod> Roll,
    IReadOnlyList<KnownPeriod> Months)
{
    /// <summary>Every period about which anything is known, the newest first; a month before the half-year that it is in.</summary>
    public IReadOnlyList<string> Periods =>
    [
        .. Months.OrderByDescending(month => month.Period, StringComparer.Ordinal)
            .Concat(Roll.OrderByDescending(other => other.Period, StringComparer.Ordinal))
            .Where(known => known.Value is not null).Select(known => known.Period).Distinct(),
    ];

    public OrgUnit OrgUnit => new(Id, Name, NameEn, Level, Synthetic);
}

public sealed record KnownPeriod(string Period, decimal? Value);

/// <summary>The answer to <c>Dropouts/Dropouts.graphql</c>.</summary>
/// <param name="Cases">Of the units below; null where there are none.</param>
/// <param name="Reports">The monthly reports that the units below gave and owed; null where there are none.</param>
public sealed record DropoutsAnswer(LedgeredUnit OrgUnit, LedgerRows? Cases = null, LedgerRows? Reports = null)
{
    /// <summary>The units below, those with the most open cases first, and then those that owe the most reports.</summary>
    public IReadOnlyList<LedgerLine> Lines
    {
        get
        {
            var cases = (Cases?.Series ?? []).ToLookup(row => row.OrgUnit.Id);
            return
            [
                .. (Reports?.Series ?? []).Select(reports => LedgerLine.Of(reports, cases[reports.OrgUnit.Id]))
                    .Where(line => line.IsAbout)
                    .OrderByDescending(line => (line.Suspected.Value ?? 0) + (line.Confirmed.Value ?? 0))
                    .ThenByDescending(line => line.Owed),
            ];
        }
    }
}

public sealed record LedgeredUnit(DropoutLedger DropoutLedger);

/// <summary>The ledgers of one unit at a period's end. Fields as in the schema's DropoutLedger.</summary>
/// <param name="SchoolAge">Children of compulsory-school age in the population register.</param>
/// <param name="Closed">Cases closed within the period.</param>
/// <param name="ReportingRate">Monthly reports given, of those owed.</param>
public sealed record DropoutLedger(Reading SchoolAge, Reading Enrolled, Reading Suspected, Reading Confirmed, Reading Closed, Reading ReportingRate);

public sealed record LedgerRows(IReadOnlyList<LedgerRow> Series);

public sealed record LedgerRow(OrgUnit OrgUnit, IndicatorCode Indicator, IReadOnlyList<Reading> Points);

/// <summary>What one of the units below has in its ledgers.</summary>
public sealed record LedgerLine(OrgUnit OrgUnit, Reading Enrolled, Reading Suspected, Reading Confirmed, Reading Closed, Reading Reports)
{
    /// <summary>Monthly reports that are owed and were not given.</summary>
    public decimal Owed => (Reports.Denominator ?? 0) - (Reports.Numerator ?? 0);

    /// <summary>False for a unit that has no students of these stages and owes no report, such as a kindergarten.</summary>
    public bool IsAbout => new[] { Enrolled, Suspected, Confirmed, Closed, Reports }.Any(reading => reading.Value is not null || reading.Suppression is not null);

    internal static LedgerLine Of(LedgerRow reports, IEnumerable<LedgerRow> cases)
    {
        var rows = cases.ToDictionary(row => row.Indicator.Code, PointOf);
        return new LedgerLine(
            reports.OrgUnit, Entry("dropout.roll"), Entry("dropout.suspected"), Entry("dropout.confirmed"), Entry("dropout.closed"), PointOf(reports));

        Reading Entry(string code) => rows.GetValueOrDefault(code) ?? Reading.None(string.Empty);
    }

    private static Reading PointOf(LedgerRow row) => row.Points.Count > 0 ? row.Points[0] : Reading.None(string.Empty);
}

/// <summary>What the page has read.</summary>
/// <param name="Unit">Null where there is no such unit.</param>
/// <param name="Period">The period shown; null where nothing is known of any.</param>
/// <param name="Ledgers">Null where there is no unit, or nothing is known.</param>
public sealed record DropoutsData(DropoutsUnit? Unit, string? Period, SchoolStage? Stage, DropoutsAnswer? Ledgers);
