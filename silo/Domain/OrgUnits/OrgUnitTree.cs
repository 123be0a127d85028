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

    /// <summary>The tree after further registrations: units are added, or described anew in their place.</summary>
    /// <param name="registered">The units, in the order in which they were registered.</param>
    /// <param name="registrations">In how many submissions they came.</param>
    public OrgUnitTree After(IEnumerable<OrgUnit> registered, int registrations = 1)
    {
        var all = All.ToList();
        var places = all.Select((unit, place) => (unit.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place);
        foreach (var unit in registered)
        {
            if (places.TryAdd(unit.Id, all.Count))
                all.Add(unit);
            else
                all[places[unit.Id]] = unit;
        }

        return new OrgUnitTree(all, Version + registrations);
    }

    public OrgUnit? Find(OrgUnitId id) => units.GetValueOrDefault(id);

    public ImmutableArray<OrgUnit> ChildrenOf(OrgUnitId id) => children.GetValueOrDefault(id, []);

    /// <summary>All units below one, each before those below it.</summary>
    public IEnumerable<OrgUnit> Below(OrgUnitId id) => ChildrenOf(id).SelectMany(child => Below(child.Id).Prepend(child));

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
