using System.Collections.Immutable;
using EduAnalytics.Contracts.Changes;
using EduAnalytics.Contracts.Cities;
using EduAnalytics.Contracts.Districts;
using EduAnalytics.Contracts.Replicas;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Release;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Grains.RollUps;
using EduAnalytics.Journal;
using Microsoft.Extensions.Logging;

namespace EduAnalytics.Grains.Cities;

/// <summary>One city: an authority over districts, below nothing.</summary>
internal sealed class CityGrain(IJournal journal, Catalogue catalogue, ChangeBoard changes, TimeProvider time, ILogger<CityGrain> logger)
    : AuthorityGrain(journal, catalogue, changes, time, logger), ICityGrain
{
    /// <summary>
    /// Longer than silos take to give up one that is dead, so that its districts answer from elsewhere. After that the city
    /// goes on without a district that cannot wake at all, and its values say how many are missing.
    /// </summary>
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(20);

    /// <summary>How long a reader waits for what a district holds back; after that the city holds back its own.</summary>
    private static readonly TimeSpan readersPatience = TimeSpan.FromSeconds(2);

    protected override OrgUnitLevel Level => OrgUnitLevel.City;

    /// <summary>A district's row is made of its schools', not of its journal, so every district is asked.</summary>
    protected override Task LoadRows(CancellationToken cancellationToken) =>
        LoadFromChildren<IDistrictGrain>(Authority.Children, patience, _ => Task.FromResult<RowUpdate?>(null));

    /// <summary>Asks the districts whose rows moved on; one that does not answer in time is taken to hold back all.</summary>
    protected override Task Consult(ImmutableArray<YearOfCounts> years) => Task.WhenAll(Authority.UnheardBelow(years).Select(async district =>
    {
        try
        {
            var held = await GrainFactory.GetGrain<IDistrictGrain>(district.Child.Code).HeldIn(years).WaitAsync(readersPatience);
            Authority.HeedBelow(district.Child, district.Version, years, held);
        }
        catch (Exception e) when (e is OrleansException or TimeoutException)
        {
            Logger.LogWarning(e, "{OrgUnit} did not say which totals it holds back; the city holds back its own until its next row.", district.Child);
            Authority.HeedBelow(district.Child, district.Version, years, [.. years.Select(_ => Closure.Whole)]);
        }
    }));

    /// <summary>
    /// A district whose row moved on while the others were asked has not said what it holds back as it stands. The answer is
    /// given, as to whoever asks the city itself, but nobody is to hold it.
    /// </summary>
    protected override async Task<VersionedAnswers> AnswerOthers(ReplicaQuestion question)
    {
        await Consult(YearsOf(question));
        var answers = Authority.Answer(question, Audience.Everyone);
        return Authority.UnheardBelow(YearsOf(question)).IsEmpty ? answers : answers with { RestOn = [] };
    }

    protected override void OnRowChanged()
    {
        // Nothing stands above a city.
    }
}
