using System.Collections.Immutable;
using EduAnalytics.Domain.Breakdowns;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Release;

namespace EduAnalytics.Gateway.Release.Breakdowns;

/// <summary>The parts by which students can be told apart.</summary>
public enum Dimension
{
    Grade,
    Sex,
}

/// <summary>One row: a grade, a sex or a grade's girls or boys, as far as was asked.</summary>
/// <param name="Denominator">Null where the indicator is no ratio.</param>
/// <param name="Value">Null over nobody, and where it is withheld.</param>
public sealed record BreakdownRow(GradeAndSex Cell, int? Numerator, int? Denominator, decimal? Value, Suppression? Withheld);

/// <summary>A breakdown as one reader may see it.</summary>
/// <param name="Rows">Null where there is none, which <see cref="Gap"/> or <see cref="Withheld"/> says why.</param>
public sealed record ShownBreakdown(Indicator Indicator, ImmutableArray<BreakdownRow>? Rows, BreakdownGap? Gap, Suppression? Withheld)
{
    /// <summary>The districts that did not answer in time, and are in no row.</summary>
    public ImmutableArray<OrgUnit> Silent { get; init; } = [];

    /// <summary>False where nobody at all answered.</summary>
    public bool IsKnown => Silent.IsEmpty || Rows is not null || Gap is not null;
}
