using EduAnalytics.Contracts.OrgUnits;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Grains.OrgUnits;

/// <summary>
/// The one tree of org units that all grains of a silo hold. Each needs it to wake, and a tree travels as a copy: of a city of
/// ten thousand schools, ten thousand copies of ten thousand units. Safe for use by all grains at once.
/// </summary>
internal sealed class SharedOrgUnitTree(IGrainFactory grains) : IDisposable
{
    private readonly SemaphoreSlim first = new(1);
    private readonly Lock gate = new();
    private OrgUnitTree held = OrgUnitTree.Empty;

    public void Dispose() => first.Dispose();

    /// <summary>The tree as it is now: it is asked each time whether there is a newer one, which is a word and mostly 'no'.</summary>
    public async Task<OrgUnitTree> Now()
    {
        if (Held.Version > 0)
            return await Ask();

        // Where thousands wake at once and none has it, one asks for the whole.
        await first.WaitAsync();
        try
        {
            if (Held.Version == 0)
                await Ask();
        }
        finally
        {
            first.Release();
        }

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

    private async Task<OrgUnitTree> Ask()
    {
        var newer = await grains.GetGrain<IOrgUnitTreeGrain>(IOrgUnitTreeGrain.Key).NewerThan(Held.Version);
        lock (gate)
        {
            // Of several who were given the same tree, all keep the first one's.
            if (newer is not null && newer.Version > held.Version)
                held = newer;
            return held;
        }
    }
}
