using System.Collections.Immutable;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Indicators;

public enum Direction
{
    HigherIsBetter,
    LowerIsBetter,
    Neutral,
}

/// <summary>A formula over measures, as the catalogue defines it.</summary>
/// <param name="Group">The heading under which screens list it: <c>fitness</c>, <c>preschool</c>, …</param>
/// <param name="Decimals">Digits after the point to which a computed value is rounded for readers; never before a comparison.</param>
/// <param name="Definition">The formula in words and measure codes, in Chinese.</param>
/// <param name="Source">Policy document with its number, or null where the catalogue knows none.</param>
/// <param name="PeriodTypes">The kinds of period for which it can be asked; the first is the usual one.</param>
/// <param name="Stages">The stages for which it exists; empty where it is not kept by stage.</param>
public sealed record Indicator(
    string Code,
    string Name,
    string NameEn,
    string Group,
    string Unit,
    int Decimals,
    Direction Direction,
    string Definition,
    string? Source,
    Formula Formula,
    ImmutableArray<PeriodType> PeriodTypes,
    ImmutableArray<SchoolStage> Stages,
    ImmutableArray<Target> Targets)
{
    /// <summary>The definition in English; null where the catalogue has none.</summary>
    public string? DefinitionEn { get; init; }

    public DefinitionVersion Version { get; init; } = DefinitionVersion.First;

    /// <summary>What of the source was not seen in a public text; null where all of it was.</summary>
    public string? SourceDoubt { get; init; }

    public bool SourceConfirmed => SourceDoubt is null;

    /// <summary>
    /// The stage to compute for. An indicator of one stage only, such as retention, is of that stage also where none is
    /// asked for, though its measures may be kept for others.
    /// </summary>
    public SchoolStage? StageFor(SchoolStage? asked) => asked ?? (Stages is [var only] ? only : null);

    /// <summary>
    /// The target in force: the latest that has begun by the period's start. One set for the stage goes before one set for
    /// all stages; null where none has begun. Targets are set for a year: half a year's or a month's value meets or misses none.
    /// </summary>
    public Target? TargetFor(Period period, SchoolStage? stage) =>
        period.IsWholeYear ? Latest(period, stage) ?? (stage is null ? null : Latest(period, null)) : null;

    private Target? Latest(Period period, SchoolStage? stage)
    {
        Target? inForce = null;
        foreach (var target in Targets)
        {
            var applies = target.Stage == stage && target.FromYear <= period.Start.Year;
            if (applies && (inForce is null || target.FromYear >= inForce.FromYear))
                inForce = target;
        }

        return inForce;
    }
}

public enum TargetComparison
{
    AtLeast,
    AtMost,
    Below,
}

/// <summary>A threshold that a policy document sets for an indicator, in the indicator's own unit.</summary>
/// <param name="Stage">The stage it is set for; null for all.</param>
/// <param name="FromYear">The first calendar year in which it is asked for.</param>
public sealed record Target(SchoolStage? Stage, int FromYear, TargetComparison Comparison, decimal Value, string? Source)
{
    /// <summary>What of the threshold or its source was not seen in a public text; null where all of it was.</summary>
    public string? SourceDoubt { get; init; }

    public bool SourceConfirmed => SourceDoubt is null;

    public bool IsMetBy(decimal value) => Comparison switch
    {
        TargetComparison.AtLeast => value >= Value,
        TargetComparison.AtMost => value <= Value,
        _ => value < Value,
    };
}
