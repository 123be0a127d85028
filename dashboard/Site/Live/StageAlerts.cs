using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.Live;

/// <summary>
/// Which stages of which units miss a target that is set for the stage. The whole of a unit has no such target: a district
/// keeps its rate in sum while its junior schools are far over theirs. Judged by the newest calendar year that is known, since
/// targets are set for years.
/// </summary>
internal sealed class StageAlerts
{
    private readonly Dictionary<(string Unit, SchoolStage Stage), StageReading> newest = [];
    private readonly Dictionary<string, ValueList<StageMiss>> misses = [];

    /// <summary>The youngest stage first; empty where none misses.</summary>
    public ValueList<StageMiss> Of(string unit) => misses.GetValueOrDefault(unit, []);

    /// <summary>Takes the courses of a unit's stages as read.</summary>
    public void Take(string unit, IEnumerable<StageReading> courses)
    {
        foreach (var reading in courses)
            Take(unit, reading);
    }

    /// <returns>True where a stage begins or ceases to miss, or misses by another value.</returns>
    public bool Take(string unit, StageReading reading)
    {
        if (reading.Stage is not { } stage || !PeriodText.IsCalendarYear(reading.Period))
            return false;
        var held = newest.GetValueOrDefault((unit, stage));
        if (held is not null && !Replaces(held, reading))
            return false;
        newest[(unit, stage)] = reading;
        var (before, after) = (Of(unit), MissesOf(unit));
        if (before.Equals(after))
            return false;
        misses[unit] = after;
        return true;
    }

    /// <summary>A later year stands only once something is known of it; a year that lost its value has lost its miss too.</summary>
    private static bool Replaces(StageReading held, StageReading reading) =>
        string.CompareOrdinal(reading.Period, held.Period) switch
        {
            > 0 => reading.Status != TargetStatus.NoData,
            0 => reading.Version > held.Version,
            _ => held.Status == TargetStatus.NoData && reading.Status != TargetStatus.NoData,
        };

    private ValueList<StageMiss> MissesOf(string unit) => Enum.GetValues<SchoolStage>()
        .Select(stage => newest.GetValueOrDefault((unit, stage)))
        .OfType<StageReading>()
        .Where(reading => reading is { Status: TargetStatus.Missed, Value: not null, Target: not null })
        .Select(reading => new StageMiss(reading.Stage!.Value, reading.Period, reading.Value!.Value, reading.Target!.Value))
        .ToValueList();
}
