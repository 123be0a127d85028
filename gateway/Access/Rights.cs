using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Gateway.Access;

/// <summary>
/// What a caller may do at which unit: the one place where a role becomes a yes or a no. The tree's codes and names are
/// public; figures, and whatever holds figures, are not.
/// </summary>
public sealed class Rights(Caller caller, OrgUnitTree tree)
{
    /// <summary>
    /// True for a unit's own staff, who see its counts however small: whoever sends them, watches over them or answers for
    /// them. Of a unit that the caller does not reach it says nothing.
    /// </summary>
    public bool IsStaff => caller.Role is Role.Reporter or Role.Monitor or Role.Administrator;

    /// <summary>True where there is no unit that the caller does not reach.</summary>
    public bool ReachesAll => caller.Unit is null;

    /// <summary>The topmost units that the caller reaches: its own, or all that lie below none; none where its own is gone.</summary>
    public IEnumerable<OrgUnit> Topmost =>
        caller.Unit is not { } bound ? tree.All.Where(unit => unit.Parent is null) : tree.Find(bound) is { } own ? [own] : [];

    /// <summary>
    /// True for the caller's unit and what lies below it. What lies above or beside is another's: a city's total is for whoever
    /// is bound at the city.
    /// </summary>
    public bool Reaches(OrgUnitId unit)
    {
        if (caller.Unit is not { } bound || unit == bound)
            return true;
        return tree.Find(unit) is { Parent: { } parent } && Reaches(parent);
    }

    /// <summary>True where the caller may send anything at all, to whichever unit.</summary>
    public bool Submits => caller.Role is Role.Administrator || caller is { Role: Role.Reporter, Unit: not null };

    /// <summary>
    /// True where the caller may send figures, records and ledgers as this unit's. A reporter is one unit's and speaks for no
    /// other, not even for one below: else nobody could tell a school's word from its district's.
    /// </summary>
    public bool SubmitsFor(OrgUnitId unit) => caller.Role switch
    {
        Role.Administrator => Reaches(unit),
        Role.Reporter => caller.Unit == unit,
        _ => false,
    };

    /// <summary>
    /// True where the caller may say that a finding about this unit is known: whoever watches over the unit or answers for it,
    /// and who speaks for it.
    /// </summary>
    public bool AcknowledgesFor(OrgUnitId unit) => caller.Role switch
    {
        Role.Administrator or Role.Monitor => Reaches(unit),
        Role.Reporter => caller.Unit == unit,
        _ => false,
    };

    /// <summary>True where the caller may add units to the tree, or describe them anew.</summary>
    public bool RegistersUnits => caller.Role is Role.Administrator;

    /// <summary>
    /// The first unit of a list, parents before children, that the caller may not register; null where it may register all.
    /// Bound to a unit it registers what lies below that, and cannot fetch a unit there from elsewhere.
    /// </summary>
    public OrgUnit? FirstNotRegistrable(IEnumerable<OrgUnit> units)
    {
        if (ReachesAll)
            return null;
        var added = new HashSet<OrgUnitId>();
        foreach (var unit in units)
        {
            var isBelow = unit.Parent is { } parent && (added.Contains(parent) || Reaches(parent));
            var isFree = tree.Find(unit.Id) is null || (unit.Id != caller.Unit && Reaches(unit.Id));
            if (!isBelow || !isFree)
                return unit;
            added.Add(unit.Id);
        }

        return null;
    }
}
