using System.Collections.Immutable;
using EduAnalytics.Contracts;
using EduAnalytics.Contracts.Changes;
using EduAnalytics.Contracts.Cities;
using EduAnalytics.Contracts.Districts;
using EduAnalytics.Contracts.Replicas;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Release;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Grains.Past;
using EduAnalytics.Grains.RollUps;
using EduAnalytics.Journal;
using Microsoft.Extensions.Logging;

namespace EduAnalytics.Grains.Cities;

/// <summary>One city: an authority over districts, below nothing.</summary>
/// <param name="journaled">Reads a district from the journal where the district itself does not answer.</param>
internal sealed class CityGrain(
    IJournal journal, PastReader journaled, Catalogue catalogue, ChangeBoard changes, TimeProvider time, ILogger<CityGrain> logger)
    : AuthorityGrain(journal, catalogue, changes, time, logger), ICityGrain
{
    /// <summary>
    /// Longer than silos take to give up one that is dead, so that its districts answer from elsewhere. After that the city
    /// reads a district from the journal, as one does that is long in leaving a silo which goes; and where a journal cannot be
    /// read, it goes on without, and its values say how many are missing.
    /// </summary>
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(20);

    /// <summary>How long a reader waits for what a district holds back; after that the city holds back its own.</summary>
    private static readonly TimeSpan readersPatience = TimeSpan.FromSeconds(2);

    protected override OrgUnitLevel Level => OrgUnitLevel.City;

    protected override TimeSpan PatienceWithChildren => patience;

    /// <summary>A district's row is made of its schools', not of its journal, so every district is asked.</summary>
    protected override Task LoadRows(CancellationToken cancellationToken) => Rows.Load(Authority.Children);

    protected override IRowSource ChildGrain(OrgUnitId child) => GrainFactory.GetGrain<IDistrictGrain>(child.Code);

    /// <summary>What its schools' journals say is no less than what the district told: a total that included it does not go back.</summary>
    protected override async Task<RowUpdate?> RowInstead(OrgUnit child) =>
        (await journaled.District(child, Authority.Tree, PastReader.Newest)).WholeRow();

    /// <summary>Asks the districts whose rows moved on; one that does not answer in time is taken to hold back all until it does.</summary>
    protected override Task Consult(ImmutableArray<YearOfCounts> years) => Task.WhenAll(Authority.UnheardBelow(years).Select(async district =>
    {
        try
        {
            var held = await GrainFactory.GetGrain<IDistrictGrain>(district.Child.Code).HeldIn(years).WaitAsync(readersPatience);
            Authority.HeedBelow(district.Child, district.Version, years, held);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Logger.LogWarning(e, "{OrgUnit} did not say which totals it holds back; the city holds back its own until it does.", district.Child);
            Authority.HeedBelow(district.Child, district.Version, years, [.. years.Select(_ => Closure.Whole)]);
            OpenQuestions.Add(district.Child, years);
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

    protected override async Task<bool> AskWhatIsWithheld(OrgUnitId unit, ImmutableArray<YearOfCounts> years)
    {
        var version = Authority.HeldOf(unit);
        try
        {
            var held = await GrainFactory.GetGrain<IDistrictGrain>(unit.Code).HeldIn(years);
            Authority.HeedBelow(unit, version, years, held);
            Authority.MarksChanged(years);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Logger.LogDebug(e, "{OrgUnit} still does not say which totals it holds back.", unit);
            return false;
        }
    }

    protected override void OnRowChanged()
    {
        // Nothing stands above a city.
    }
}
