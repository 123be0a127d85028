using EduAnalytics.Dashboard.Figures;

namespace EduAnalytics.Dashboard.Units;

/// <summary>All indicators of one unit, in the catalogue's order and groups.</summary>
/// <param name="Rows">Those with data.</param>
/// <param name="WithoutData">The others: what is not known belongs to the picture too.</param>
public sealed record Scorecard(IReadOnlyList<ScorecardRow> Rows, IReadOnlyList<Indicator> WithoutData)
{
    public int WithTarget => Rows.Count(row => row.Latest.Target is not null);

    public int Missed => Rows.Count(row => row.Latest.Status == TargetStatus.Missed);

    /// <summary>The rows that miss their target, the furthest from it first, in parts of the target.</summary>
    public IReadOnlyList<ScorecardRow> MissedRows =>
    [
        .. Rows.Where(row => row.Latest.Status == TargetStatus.Missed)
            .OrderByDescending(row => row.Latest is { Target: { } target and not 0 } && row.Gap is { } gap ? Math.Abs(gap / target) : decimal.MaxValue),
    ];

    /// <summary>The row of that indicator; of that stage where it has one, else its first.</summary>
    public ScorecardRow? Find(string indicator, SchoolStage? stage) =>
        Rows.FirstOrDefault(row => row.Indicator.Code == indicator && row.Stage == stage)
        ?? Rows.FirstOrDefault(row => row.Indicator.Code == indicator);

    public static Scorecard Of(UnitData data)
    {
        if (data is not { Unit.OrgUnit: { } unit, Figures: { } figures })
            return new Scorecard([], []);
        var byIndicator = data.Unit.Indicators
            .Select(indicator => (Indicator: indicator, Rows: RowsOf(indicator, unit, figures)))
            .ToList();
        return new Scorecard(
            [.. byIndicator.SelectMany(one => one.Rows)],
            [.. byIndicator.Where(one => one.Rows.Count == 0).Select(one => one.Indicator)]);
    }

    /// <summary>
    /// All stages together, and single stages where only they have data or a target of their own. A unit with one stage has
    /// one row: its stage is the whole.
    /// </summary>
    private static List<ScorecardRow> RowsOf(Indicator indicator, UnitInTree unit, UnitFiguresAnswer figures)
    {
        var whole = ScorecardRow.Of(indicator, null, unit, figures);
        var stages = indicator.Stages.Where(unit.Stages.Contains)
            .Select(stage => ScorecardRow.Of(indicator, stage, unit, figures))
            .OfType<ScorecardRow>()
            .Where(row => whole is null || (row.Latest.Target is not null && whole.Latest.Target is null));
        var rows = stages.ToList();
        if (whole is not null && !(rows.Count == 1 && unit.Stages.Count == 1))
            rows.Insert(0, whole);
        return rows;
    }
}

/// <summary>One indicator of the unit, in one stage or in all together.</summary>
/// <param name="Readings">Those with a value, from the oldest; at least one.</param>
/// <param name="Parent">The parent's, for reference; empty where there is no parent.</param>
public sealed record ScorecardRow(
    Indicator Indicator, SchoolStage? Stage, IReadOnlyList<Reading> Readings, IReadOnlyList<Reading> Parent)
{
    /// <summary>The newest whole year, else the newest of any length.</summary>
    public Reading Latest =>
        Readings.LastOrDefault(reading => PeriodText.IsWholeYear(reading.Period)) ?? Readings[^1];

    /// <summary>The latest value less its target; null without a target or a value to show.</summary>
    public decimal? Gap => Latest.Value - Latest.Target;

    /// <summary>
    /// The first year of the present run of misses; null where the latest value misses nothing. A year without a value
    /// ends the run: nobody knows what it would have been.
    /// </summary>
    public string? MissedSince
    {
        get
        {
            var years = Readings.Where(reading => PeriodText.IsWholeYear(reading.Period) || reading == Latest).Reverse().SkipWhile(reading => reading != Latest);
            Reading? first = null;
            foreach (var reading in years.TakeWhile(reading => reading.Status == TargetStatus.Missed))
            {
                if (first is not null && PeriodText.YearOf(reading.Period) + 1 != PeriodText.YearOf(first.Period))
                    break;
                first = reading;
            }

            return first?.Period;
        }
    }

    public ChosenIndicator Choice => new(Indicator.Code, Stage);

    public Reading? ParentAt(string period) => Parent.FirstOrDefault(reading => reading.Period == period);

    /// <summary>Null where the unit has no value.</summary>
    public static ScorecardRow? Of(Indicator indicator, SchoolStage? stage, UnitInTree unit, UnitFiguresAnswer figures)
    {
        var own = ReadingsOf(unit.Id);
        return own.Count == 0 ? null : new ScorecardRow(indicator, stage, own, unit.Parent is { } parent ? ReadingsOf(parent.Id) : []);

        IReadOnlyList<Reading> ReadingsOf(string id) =>
        [
            .. (figures.Of(stage)?.Series ?? [])
                .Where(series => series.OrgUnit.Id == id && series.Indicator.Code == indicator.Code)
                .SelectMany(series => series.Points)
                .Where(reading => reading.Value is not null || reading.Suppression is not null),
        ];
    }
}
