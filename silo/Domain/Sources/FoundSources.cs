using System.Collections.Immutable;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.Sources;

/// <summary>What one unit knows of the submissions behind a value.</summary>
/// <param name="Newest">Its own submissions, the newest first; at most <see cref="MostKept"/>.</param>
/// <param name="Count">How many there are of its own, kept here or not.</param>
/// <param name="Below">The units directly below it whose parts are in the value, the one that changed last first; empty for a school.</param>
public sealed record FoundSources(ImmutableArray<SourceReference> Newest, int Count, ImmutableArray<UnitBehind> Below)
{
    /// <summary>
    /// A school that sends every change by itself has a hundred thousand submissions behind its roll: nobody reads them all,
    /// and their number says how many they are.
    /// </summary>
    public const int MostKept = 200;

    public static FoundSources Of(IEnumerable<SourceReference> sources, IEnumerable<UnitBehind> below)
    {
        var all = sources.OrderByDescending(source => source.RecordedAt).ToList();
        return new FoundSources([.. all.Take(MostKept)], all.Count, [.. below.OrderByDescending(unit => unit.ChangedAt)]);
    }

    public FoundSources Cut(int first) => first >= Newest.Length ? this : this with { Newest = Newest[..first] };
}

/// <summary>A unit whose part is in a value of the unit above it.</summary>
/// <param name="Version">The unit's version with which it is in the value.</param>
/// <param name="ChangedAt">When the newest record behind its part was accepted.</param>
public sealed record UnitBehind(OrgUnitId OrgUnit, long Version, DateTimeOffset ChangedAt);
