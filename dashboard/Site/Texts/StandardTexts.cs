namespace EduAnalytics.Dashboard.Texts;

/// <summary>The pages of the standards.</summary>
public sealed record StandardTexts
{
    public required string UnknownTitle { get; init; }

    /// <summary>{0} the code asked for.</summary>
    public required string UnknownStandard { get; init; }

    public required string BackToStandards { get; init; }

    /// <summary>{0} period, {1} criteria, {2} those missed.</summary>
    public required string VerdictMissed { get; init; }

    /// <summary>{0} period, {1} criteria.</summary>
    public required string VerdictMet { get; init; }

    /// <summary>{0} period, {1} criteria, {2} those without data.</summary>
    public required string VerdictOpen { get; init; }

    /// <summary>{0} period.</summary>
    public required string VerdictNone { get; init; }

    /// <summary>{0} criteria without data.</summary>
    public required string OthersOpen { get; init; }

    /// <summary>{0} what is missed.</summary>
    public required string Failing { get; init; }

    /// <summary>{0} criterion, {1} schools that miss it, {2} schools asked.</summary>
    public required string FailingSchools { get; init; }

    /// <summary>{0} criterion, {1} value, {2} threshold.</summary>
    public required string FailingValue { get; init; }

    /// <summary>{0} how many more.</summary>
    public required string AndOthers { get; init; }

    /// <summary>{0} the first period, {1} how many years.</summary>
    public required string Run { get; init; }

    /// <summary>{0} period, {1} districts, {2} met, {3} missed, {4} not to be judged.</summary>
    public required string CityVerdict { get; init; }

    public required string Open { get; init; }

    public required string VerdictHead { get; init; }

    /// <summary>{0} a name, {1} a stage.</summary>
    public required string OfStage { get; init; }

    /// <summary>{0} a stage, {1} how many schools, {2} their names.</summary>
    public required string NothingKnown { get; init; }

    /// <summary>{0} the schools left out.</summary>
    public required string LeftOut { get; init; }

    /// <summary>{0} a school, {1} what it is.</summary>
    public required string OfForm { get; init; }

    public required string Variation { get; init; }

    public required string Mean { get; init; }

    public required string Schools { get; init; }

    public required string Districts { get; init; }

    public required string Rule { get; init; }

    /// <summary>{0} how many must be met, {1} of how many, {2} the share at which the rest must stand.</summary>
    public required string RuleAsks { get; init; }

    /// <summary>{0} a share of a threshold.</summary>
    public required string LowestShare { get; init; }

    /// <summary>{0} stage, {1} criteria met, {2} criteria counted.</summary>
    public required string CountedOf { get; init; }

    public required string Criteria { get; init; }

    public required string Criterion { get; init; }

    public required string Threshold { get; init; }

    public required string Margin { get; init; }

    public required string Remedies { get; init; }

    public required string RemediesExplained { get; init; }

    /// <summary>{0} how many misses one change alone turns, {1} of how many.</summary>
    public required string OneChange { get; init; }

    /// <summary>{0} how many more.</summary>
    public required string MoreMisses { get; init; }

    public required string Total { get; init; }

    /// <summary>{0} what is counted, {1} by how much.</summary>
    public required string More { get; init; }

    /// <summary>{0} what is counted, {1} by how much.</summary>
    public required string Less { get; init; }

    /// <summary>{0} how much is missing.</summary>
    public required string Lacking { get; init; }

    /// <summary>{0} how much is too much.</summary>
    public required string Excess { get; init; }

    public required string NoComponents { get; init; }

    public required string NotByThisMeasure { get; init; }

    public required string NotByOneSchool { get; init; }

    public required string SourceTitle { get; init; }

    public required string Unconfirmed { get; init; }

    public required string UnconfirmedExplained { get; init; }

    /// <summary>{0} how many duties.</summary>
    public required string NotComputed { get; init; }

    public required string WhatItAsks { get; init; }

    public required string OverviewTitle { get; init; }

    public required string OverviewIntroduction { get; init; }

    public required string AskedOf { get; init; }

    public required string AskedOfDistrict { get; init; }

    public required string AskedOfSchools { get; init; }

    public required string AskedOfSpread { get; init; }

    public required string AskedOfRule { get; init; }

    /// <summary>{0} how many criteria.</summary>
    public required string CriteriaOf { get; init; }

    /// <summary>{0} met, {1} missed, {2} without data.</summary>
    public required string Counts { get; init; }

    public required string NotAsked { get; init; }

    public required string UnitTitle { get; init; }

    public required string DistrictsStanding { get; init; }

    public required string DistrictsStandingExplained { get; init; }
}
