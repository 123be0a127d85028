using System.Runtime.CompilerServices;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Release;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Queries.Findings;
using EduAnalytics.Gateway.Queries.Watching;
using EduAnalytics.Gateway.Release.Findings;
using EduAnalytics.Gateway.Release.Values;

namespace EduAnalytics.Gateway.Release;

/// <summary>
/// Changes and findings as they come, for a reader whose rights are looked at before the first and again at each: a
/// subscription outlives the day on which its reader was given a role.
/// </summary>
public sealed class LiveRelease(
    IndicatorWatch changes, FindingWatch findings, IndicatorQueries indicators, FindingRelease findingRelease, OrgUnitQueries orgUnits)
{
    /// <param name="caller">The reader as it is when asked; throws where it has no right any more.</param>
    /// <exception cref="QueryRefusedException">Something named is unknown or not for the caller; thrown before the stream begins.</exception>
    public async Task<IAsyncEnumerable<Released<IndicatorValue>>> Changes(
        Func<Caller> caller, IReadOnlyList<string> units, IReadOnlyList<string>? codes, WantedChanges wanted, CancellationToken cancellationToken)
    {
        await Admit(caller(), units);
        return Release(caller, await changes.Follow(units, codes, cancellationToken), wanted, cancellationToken);
    }

    /// <inheritdoc cref="Changes"/>
    public Task<IAsyncEnumerable<Released<Finding>>> Raised(Func<Caller> caller, IReadOnlyList<string> units, CancellationToken cancellationToken) =>
        Told(caller, units, forWord: false, cancellationToken);

    /// <inheritdoc cref="Changes"/>
    public Task<IAsyncEnumerable<Released<Finding>>> Words(Func<Caller> caller, IReadOnlyList<string> units, CancellationToken cancellationToken) =>
        Told(caller, units, forWord: true, cancellationToken);

    private async Task<IAsyncEnumerable<Released<Finding>>> Told(
        Func<Caller> caller, IReadOnlyList<string> units, bool forWord, CancellationToken cancellationToken)
    {
        await Admit(caller(), units);
        return Release(caller, await findings.Follow(units, cancellationToken), forWord, cancellationToken);
    }

    private async IAsyncEnumerable<Released<IndicatorValue>> Release(
        Func<Caller> caller, IAsyncEnumerable<IndicatorValue> changed, WantedChanges wanted, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var value in changed.WithCancellation(cancellationToken))
        {
            if (!wanted.Include(value))
                continue;
            var (rights, _) = await Reach(caller(), value.OrgUnit);
            yield return ValueRelease.Shown(rights, rights.IsStaff ? value : await MarkedAnew(value));
        }
    }

    /// <summary>
    /// What is withheld of a value can change while the value does not, and a new reader begins with values that were told
    /// before. Withheld is what was then or is now, and all where nobody can say.
    /// </summary>
    private async Task<IndicatorValue> MarkedAnew(IndicatorValue value)
    {
        var now = (await indicators.Values([new ValueQuery(value.OrgUnit, value.Indicator, value.Period, value.Stage)], Audience.Everyone))[0];
        if (now.AnsweredBy == AnsweredBy.Nobody)
            now = now with { Withheld = Suppression.Complementary, WithheldChange = Suppression.Complementary };
        return value with { Withheld = value.Withheld ?? now.Withheld, WithheldChange = value.WithheldChange ?? now.WithheldChange };
    }

    private async IAsyncEnumerable<Released<Finding>> Release(
        Func<Caller> caller, IAsyncEnumerable<Finding> told, bool forWord, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var finding in told.WithCancellation(cancellationToken))
        {
            if (finding.IsToldForWord != forWord)
                continue;
            var (rights, tree) = await Reach(caller(), finding.OrgUnit);
            foreach (var released in await findingRelease.Of(rights, tree, [finding]))
                yield return released;
        }
    }

    private async Task Admit(Caller caller, IReadOnlyList<string> units)
    {
        foreach (var id in units)
            await Reach(caller, (await orgUnits.Require(id)).Id);
    }

    private async ValueTask<(Rights Rights, OrgUnitTree Tree)> Reach(Caller caller, OrgUnitId unit)
    {
        var tree = await orgUnits.Tree();
        var rights = new Rights(caller, tree);
        return rights.Reaches(unit) ? (rights, tree) : throw Forbidden.ToRead(caller, unit.Code);
    }
}
