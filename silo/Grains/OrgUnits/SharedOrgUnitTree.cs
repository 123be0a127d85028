using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Grains.OrgUnits;

/// <summary>
/// The one tree of org units that all grains of a silo hold. Each needs it to wake, and a tree travels as a copy: of a city of
/// ten thousand schools, ten thousand copies of ten thousand units. Safe for use by all grains at once.
/// </summary>
/// <param name="ask">Asks the tree's grain for a tree newer than a version; null where there is none.</param>
internal sealed class SharedOrgUnitTree(Func<long, Task<OrgUnitTree?>> ask)
{
    private readonly Lock gate = new();
    private OrgUnitTree held = OrgUnitTree.Empty;
    private Task? first;

    /// <summary>The tree as it is now: it is asked each time whether there is a newer one, which is a word and mostly 'no'.</summary>
    public async Task<OrgUnitTree> Now()
    {
        if (Held.Version == 0)
            await First();
        return await Ask();
    }

    private OrgUnitTree Held
    {
        get
        {
            lock (gate)
                return held;
        }
    }

    /// <summary>
    /// Where thousands wake at once and none has the tree, one asks for the whole and the others wait for that. If it comes to
    /// nothing, it does so for all of them: asking one by one, the last would wait out thousands of time limits.
    /// </summary>
    private Task First()
    {
        lock (gate)
        {
            // Beside all schedulers: whoever asked may be gone, with its scheduler, before the answer is there.
            if (first is null or { IsCompleted: true })
                first = Task.Run(Ask);
            return first;
        }
    }

    private async Task<OrgUnitTree> Ask()
    {
        var newer = await ask(Held.Version);
        lock (gate)
        {
            // Of several who were given the same tree, all keep the first one's.
            if (newer is not null && newer.Version > held.Version)
                held = newer;
            return held;
        }
    }
}
