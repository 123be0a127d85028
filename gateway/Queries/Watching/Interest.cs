using System.Collections.Immutable;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Gateway.Queries.Watching;

/// <summary>What a reader wants to hear of one grain: these units, and of them these indicators. Equal where it asks for the same.</summary>
internal sealed class Interest : IEquatable<Interest>
{
    private readonly ImmutableHashSet<OrgUnitId> _units;
    private readonly ImmutableHashSet<string> _indicators;
    private readonly string _text;

    /// <param name="indicators">Codes; empty for all.</param>
    public Interest(IEnumerable<OrgUnitId> units, IEnumerable<string> indicators)
    {
        _units = [.. units];
        _indicators = indicators.ToImmutableHashSet(StringComparer.Ordinal);
        _text = $"{Joined(_units.Select(unit => unit.Code))}|{Joined(_indicators)}";
    }

    public ImmutableArray<OrgUnitId> Units => [.. _units];

    public ImmutableArray<string> Indicators => [.. _indicators];

    public bool Includes(OrgUnitId unit) => _units.Contains(unit);

    public bool Includes(OrgUnitId unit, string indicator) =>
        _units.Contains(unit) && (_indicators.IsEmpty || _indicators.Contains(indicator));

    /// <summary>The smallest that includes all of them, and perhaps more: all their units with all their indicators.</summary>
    public static Interest Over(IEnumerable<Interest> interests)
    {
        var all = interests.ToList();
        return new Interest(
            all.SelectMany(one => one._units),
            all.Any(one => one._indicators.IsEmpty) ? [] : all.SelectMany(one => one._indicators));
    }

    public bool Equals(Interest? other) => other?._text == _text;

    public override bool Equals(object? obj) => Equals(obj as Interest);

    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    private static string Joined(IEnumerable<string> codes) => string.Join(' ', codes.Order(StringComparer.Ordinal));
}
