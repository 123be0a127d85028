using System.Collections.Frozen;
using System.Collections.Immutable;

namespace EduAnalytics.Domain.OrgUnits;

/// <summary>All org units as a tree, in the order in which they were registered. Immutable; a change makes a new tree.</summary>
public sealed class OrgUnitTree
{
    public static readonly OrgUnitTree Empty = new([], 0);

    private readonly FrozenDictionary<OrgUnitId, OrgUnit> units;
    private readonly FrozenDictionary<OrgUnitId, ImmutableArray<OrgUnit>> children;
    private readonly FrozenSet<OrgUnitId> withSynthetic;

    public OrgUnitTree(IEnumerable<OrgUnit> units, long version)
    {
        All = [.. units];
        Version = version;
        this.units = All.ToFrozenDictionary(unit => unit.Id);
        children = All.Where(unit => unit.Parent is not null)
            .GroupBy(unit => unit.Parent!.Value)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
        withSynthetic = All.Where(unit => unit.Synthetic).SelectMany(SelfAndAncestors).Select(unit => unit.Id).ToFrozenSet();
    }

    public ImmutableArray<OrgUnit> All { get; }

    /// <summary>Rises with every registration; a reader that holds an older tree asks again.</summary>
    public long Version { get; }

    public OrgUnit? Find(OrgUnitId id) => units.GetValueOrDefault(id);

    public ImmutableArray<OrgUnit> ChildrenOf(OrgUnitId id) => children.GetValueOrDefault(id, []);

    /// <summary>
    /// True where the unit's own records, or those of any unit below it, are generated: a city's total over generated
    /// districts is no less generated than they are.
    /// </summary>
    public bool ContainsSynthetic(OrgUnitId id) => withSynthetic.Contains(id);

    /// <summary>The stages taught at or below a unit, in order of age.</summary>
    public ImmutableArray<SchoolStage> StagesOf(OrgUnit unit) =>
        unit.Level == OrgUnitLevel.School
            ? unit.Stages
            : [.. unit.Stages.Concat(ChildrenOf(unit.Id).SelectMany(child => StagesOf(child))).Distinct().Order()];

    public IEnumerable<OrgUnit> SelfAndAncestors(OrgUnit unit)
    {
        for (OrgUnit? at = unit; at is not null; at = at.Parent is { } parent ? Find(parent) : null)
            yield return at;
    }
}
