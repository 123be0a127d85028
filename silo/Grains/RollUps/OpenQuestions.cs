using System.Collections.Immutable;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Release;

namespace EduAnalytics.Grains.RollUps;

/// <summary>
/// What other units did not say of what is withheld. Until they do, all of it is: they are asked again, and not by the next
/// reader, since there may be none who asks anew while an answer is kept. Used on its grain's scheduler only.
/// </summary>
/// <param name="ask">Asks a unit again; false where it still does not answer.</param>
internal sealed class OpenQuestions(Func<OrgUnitId, ImmutableArray<YearOfCounts>, Task<bool>> ask)
{
    private readonly Dictionary<OrgUnitId, HashSet<YearOfCounts>> open = [];
    private readonly HashSet<OrgUnitId> asked = [];

    /// <summary>Whether a unit owes an answer: whoever asks it something should not wait for long.</summary>
    public bool WaitFor(OrgUnitId unit) => open.ContainsKey(unit);

    public void Add(OrgUnitId unit, ImmutableArray<YearOfCounts> years)
    {
        if (!open.TryGetValue(unit, out var known))
            open.Add(unit, known = []);
        known.UnionWith(years);
    }

    /// <summary>Asks all of them, in no turn of the grain, but who is still being asked.</summary>
    public void AskAgain()
    {
        foreach (var (unit, years) in open.ToList())
        {
            if (asked.Add(unit))
                _ = AskAgain(unit, [.. years]);
        }
    }

    private async Task AskAgain(OrgUnitId unit, ImmutableArray<YearOfCounts> years)
    {
        var answered = await ask(unit, years);
        asked.Remove(unit);
        if (!answered)
            return;
        open[unit].ExceptWith(years);
        if (open[unit].Count == 0)
            open.Remove(unit);
    }
}
