using System.Collections.Immutable;
using EduAnalytics.Contracts.Changes;
using EduAnalytics.Contracts.Past;
using EduAnalytics.Contracts.Sources;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Sources;
using EduAnalytics.Gateway.Calls;

namespace EduAnalytics.Gateway.Queries.Sources;

/// <summary>
/// The submissions behind values: what a unit stated itself, and what the units below it sent. A district names its schools
/// in the order in which their parts changed last, and only the first of them are searched, since each one's journal has to
/// be read through. The submissions of the others are had by asking for theirs; so are those of a unit that did not answer
/// in time, which counts as not searched.
/// </summary>
public sealed class SourceQueries(IGrainFactory grains, OrgUnitQueries orgUnits, ChangeBoard? board = null)
{
    /// <summary>The units searched below one unit; a city shares them out among its districts.</summary>
    public const int MostUnits = 24;

    /// <summary>How many questions one call carries: they are answered in one reading of the journal.</summary>
    private const int MostQuestions = 64;

    /// <summary>Calls under way for one request; more would wait in the silo, where waiting counts against a call's time.</summary>
    private const int MostCalls = 8;

    /// <summary>
    /// How long a unit below is waited for that may be left out: it counts as not searched then. The longest journal is read
    /// through in a second or two, and who asks again finds what was read.
    /// </summary>
    private static readonly TimeSpan patienceBelow = TimeSpan.FromSeconds(5);

    /// <summary>What is behind each value, in the order of the requests.</summary>
    /// <param name="first">How many submissions to name for each.</param>
    public async Task<IReadOnlyList<ValueSources>> Find(IReadOnlyList<SourceRequest> requests, int first)
    {
        var own = await Ask([.. requests], first);
        return await WithBelow([.. requests.Select(request => new Search(request, MostUnits))], own, first);
    }

    /// <summary>The documents that each unit itself reported from; without records, and without a look at any unit below.</summary>
    /// <inheritdoc cref="Find(IReadOnlyList{SourceRequest}, int)"/>
    public async Task<IReadOnlyList<ValueSources>> FindDocuments(IReadOnlyList<SourceRequest> requests, int first)
    {
        var found = await Ask([.. requests], FoundSources.MostKept);
        return [.. found.Select(own => DocumentsOf([.. own.Newest.Where(source => source.Kind == SourceKind.Figures)], first))];
    }

    /// <summary>A request for what is behind a unit's value as it stands now.</summary>
    public async Task<SourceRequest> OfNow(OrgUnit unit, string indicator, Period period, SchoolStage? stage)
    {
        var version = (await grains.OwnGrain(unit).Versions([unit.Id]).Within(unit))[0];
        return new SourceRequest(unit.Id, new SourceQuestion(indicator, period, stage, null, version), null);
    }

    private static ValueSources DocumentsOf(ImmutableArray<SourceReference> documents, int first)
    {
        var units = documents.IsEmpty ? 0 : 1;
        return new ValueSources([.. documents.Take(first)], documents.Length, units, units);
    }

    private async Task<IReadOnlyList<ValueSources>> WithBelow(ImmutableArray<Search> searches, IReadOnlyList<FoundSources> own, int first)
    {
        var below = searches.SelectMany((search, at) => Below(search, own[at].Below, at)).ToImmutableArray();
        if (below.IsEmpty)
            return [.. own.Select(found => Together(found, [], first))];
        var answers = await Ask([.. below.Select(one => one.Search.Request)], first, patienceBelow);
        var answered = below.Zip(answers).Where(pair => pair.Second is not null).ToImmutableArray();
        var found = await WithBelow([.. answered.Select(pair => pair.First.Search)], [.. answered.Select(pair => pair.Second!)], first);
        var byParent = answered.Zip(found).ToLookup(pair => pair.First.First.Parent, pair => pair.Second);
        return [.. own.Select((one, at) => Together(one, [.. byParent[at]], first))];
    }

    private static IEnumerable<(int Parent, Search Search)> Below(Search search, ImmutableArray<UnitBehind> units, int parent)
    {
        var searched = Math.Min(units.Length, search.Units);
        return units.Take(searched).Select(unit => (
            parent,
            new Search(
                search.Request with { OrgUnit = unit.OrgUnit, Question = search.Request.Question with { Version = unit.Version } },
                Math.Max(1, search.Units / searched))));
    }

    private static ValueSources Together(FoundSources own, IReadOnlyList<ValueSources> below, int first)
    {
        // A district that stated nothing itself is no unit behind the value; a school always is.
        var self = own.Count > 0 || own.Below.IsEmpty ? 1 : 0;
        return new ValueSources(
            [.. own.Newest.Concat(below.SelectMany(unit => unit.Newest)).OrderByDescending(source => source.RecordedAt).Take(first)],
            own.Count + below.Sum(unit => unit.Count),
            self + below.Sum(unit => unit.UnitsSearched),
            self + below.Sum(unit => unit.UnitsBehind) + own.Below.Length - below.Count);
    }

    private async Task<IReadOnlyList<FoundSources>> Ask(ImmutableArray<SourceRequest> requests, int first) =>
        [.. (await Ask(requests, first, patience: null)).Select(found => found!)];

    /// <summary>Every grain is asked once, or once for each so many questions, and several grains at a time.</summary>
    /// <param name="patience">How long each may take; null where none can be left out.</param>
    /// <returns>Null for a unit that took longer.</returns>
    private async Task<FoundSources?[]> Ask(ImmutableArray<SourceRequest> requests, int first, TimeSpan? patience)
    {
        var found = new FoundSources?[requests.Length];
        var calls = requests
            .Select((request, at) => (request.OrgUnit, request.AsOf, request.Question, At: at))
            .GroupBy(asked => (asked.OrgUnit, asked.AsOf))
            .SelectMany(unit => unit.Chunk(MostQuestions));
        await Parallel.ForEachAsync(calls, new ParallelOptions { MaxDegreeOfParallelism = MostCalls }, async (call, _) =>
        {
            var unit = await orgUnits.Require(call[0].OrgUnit.Code);
            var answer = GrainOf(unit, call[0].AsOf).FindSources([.. call.Select(asked => asked.Question)], first);
            try
            {
                var answers = await (patience is { } longest ? answer.Within(unit, longest) : answer.Within(unit));
                for (var i = 0; i < call.Length; i++)
                    found[call[i].At] = answers[i];
            }
            catch (UnitSilentException) when (patience is not null)
            {
                // Left out, and told as not searched: an answer without it is nothing to keep.
                board?.Changed(unit.Id.Code);
            }
        });
        return found;
    }

    /// <summary>A school is read from its journal up to the version that the value has, also where that is long past.</summary>
    private ISourceReads GrainOf(OrgUnit unit, DateTimeOffset? asOf)
    {
        if (unit.Level == OrgUnitLevel.School)
            return grains.GetGrain<ISchoolSourcesGrain>(unit.Id.Code);
        return asOf is { } instant ? grains.GetPastUnit(unit.Id, instant) : grains.RowKeeper(unit);
    }

    /// <param name="Units">How many units below may be searched.</param>
    private readonly record struct Search(SourceRequest Request, int Units);
}
