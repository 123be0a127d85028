using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Findings;

/// <summary>One rule at one subject, as the rulebook hands it out for every cell that the two read.</summary>
internal sealed class Check
{
    private readonly ImmutableArray<SchoolStage> stages;
    private readonly ImmutableArray<PeriodType> periodTypes;

    public Check(FindingRule rule, string subject, Catalogue catalogue)
    {
        (Rule, Subject) = (rule, subject);
        (stages, periodTypes) = catalogue.FindIndicator(subject) is { } indicator
            ? (indicator.Stages, indicator.PeriodTypes)
            : catalogue.FindMeasure(subject) is { } measure ? (measure.Stages, measure.PeriodTypes) : ([], []);
        Reads = [.. rule.Kind.Reads(subject, catalogue).Distinct()];
    }

    public FindingRule Rule { get; }

    public string Subject { get; }

    public ImmutableArray<string> Reads { get; }

    /// <summary>The spots at which the subject must be looked at anew when a cell changes.</summary>
    public void AddSpots(MeasureKey changed, OrgUnit unit, Action<Check, Spot> add)
    {
        if (Rule.Kind.OnlyNewestYear)
        {
            add(this, default);
            return;
        }

        foreach (var period in Rule.Kind.PeriodsReading(changed.Period))
        {
            if (!periodTypes.Contains(period.Type) || !(Rule.Kind.HeedsEverySpan || IsUsual(period.Type)))
                continue;
            if (StageOf(changed.Stage, unit) is { } stage)
                add(this, new Spot(period, stage));

            // A stage that gets or loses its value decides whether all stages together say anything of their own.
            if (stages.Length != 1 && !HasOnlyStage(unit, out _))
                add(this, new Spot(period, null));
        }
    }

    private bool IsUsual(PeriodType type) => type is PeriodType.Year or PeriodType.HalfYear || type == periodTypes[0];

    private SchoolStage? StageOf(SchoolStage? asked, OrgUnit unit)
    {
        if (stages is [var single])
            return asked is null || asked == single ? single : null;
        if (asked is { } stage)
            return stages.Contains(stage) ? stage : null;
        return HasOnlyStage(unit, out var only) ? only : null;
    }

    /// <summary>In a school of one stage, that stage and all together are the same, and one finding is enough.</summary>
    private bool HasOnlyStage(OrgUnit unit, out SchoolStage only)
    {
        only = unit is { Level: OrgUnitLevel.School, Stages: [var taught] } && stages.Contains(taught) ? taught : default;
        return unit is { Level: OrgUnitLevel.School, Stages: [_] } && stages.Contains(unit.Stages[0]);
    }
}
