using System.Collections.Immutable;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Sources;

namespace EduAnalytics.Domain.Findings;

/// <summary>How a number of a finding came about.</summary>
public enum FindingNumberKind
{
    /// <summary>As an authority states it.</summary>
    Stated,

    /// <summary>Summed or worked out here, from what units below sent or from the parts stated.</summary>
    Computed,

    /// <summary>A threshold that a policy document sets.</summary>
    Target,

    /// <summary>Taken over the other units that the unit is compared with.</summary>
    Others,
}

/// <summary>One of the numbers that a finding sets side by side, with what it is and where it came from.</summary>
/// <param name="Label">What it is, in Chinese: a measure's or an indicator's name, or words such as 其他单位的中位数.</param>
/// <param name="LabelEn">The same in English.</param>
public sealed record FindingNumber(decimal Value, FindingNumberKind Kind, string Label, string LabelEn)
{
    /// <summary>The catalogue's word for its unit, <c>percent</c>; null for a plain number.</summary>
    public string? Unit { get; init; }

    /// <summary>The measure or indicator that it is a value of; null for what is none, such as a number of schools counted.</summary>
    public string? Code { get; init; }

    /// <summary>The period that the value is of; null for what is of none.</summary>
    public Period? Period { get; init; }

    public SchoolStage? Stage { get; init; }

    /// <summary>The policy document that sets a target; null for other numbers, and where the catalogue names none.</summary>
    public string? SetBy { get; init; }

    /// <summary>The statements that it is or rests on; empty where all was counted from records or sent by units below.</summary>
    public ImmutableArray<SourceReference> Sources { get; init; } = [];
}
